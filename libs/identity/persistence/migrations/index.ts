import { CreatePeopleAndRights1764000000000 } from './1764000000000-create-people-and-rights.ts';
import { GuardPeopleAndRights1764000001000 } from './1764000001000-guard-people-and-rights.ts';
import { PublishPeopleAndRights1764000002000 } from './1764000002000-publish-people-and-rights.ts';
import { CreateSignIn1764000003000 } from './1764000003000-create-sign-in.ts';

/** In order. Run as `kbt_owner`, after platform's. */
export const migrations = [
  CreatePeopleAndRights1764000000000,
  GuardPeopleAndRights1764000001000,
  PublishPeopleAndRights1764000002000,
  CreateSignIn1764000003000,
] as const;
