import { CreatePeopleAndRights1700000100001 } from './1700000100001-create-people-and-rights.ts';
import { GuardPeopleAndRights1700000100002 } from './1700000100002-guard-people-and-rights.ts';
import { PublishPeopleAndRights1700000100003 } from './1700000100003-publish-people-and-rights.ts';
import { CreateSignIn1700000100004 } from './1700000100004-create-sign-in.ts';
import { CreateBrowserSessions1700000100401 } from './1700000100401-create-browser-sessions.ts';
import { PublishContacts1700000100501 } from './1700000100501-publish-contacts.ts';
import { OpenAccounts1700000101601 } from './1700000101601-open-accounts.ts';
import { EnrolSecondFactor1700000101701 } from './1700000101701-enrol-second-factor.ts';

/** In order. Run as `kbt_owner`, after platform's. */
export const migrations = [
  CreatePeopleAndRights1700000100001,
  GuardPeopleAndRights1700000100002,
  PublishPeopleAndRights1700000100003,
  CreateSignIn1700000100004,
  CreateBrowserSessions1700000100401,
  PublishContacts1700000100501,
  OpenAccounts1700000101601,
  EnrolSecondFactor1700000101701,
] as const;
