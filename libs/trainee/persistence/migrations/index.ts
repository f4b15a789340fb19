import { CreatePeopleAndRosters1700000400001 } from './1700000400001-create-people-and-rosters.ts';
import { CreateVouchersAndFacts1700000400002 } from './1700000400002-create-vouchers-and-facts.ts';
import { GuardPeopleAndFacts1700000400003 } from './1700000400003-guard-people-and-facts.ts';
import { PublishTrainingFacts1700000400004 } from './1700000400004-publish-training-facts.ts';
import { FindPeopleByEnding1700000400401 } from './1700000400401-find-people-by-ending.ts';
import { CreatePhone1700000400901 } from './1700000400901-create-phone.ts';
import { PublishRosterLines1700000401301 } from './1700000401301-publish-roster-lines.ts';
import { HearInstitutions1700000401501 } from './1700000401501-hear-institutions.ts';
import { CorrectRosters1700000401801 } from './1700000401801-correct-rosters.ts';
import { GuardEnrollmentsAsSets1700000402101 } from './1700000402101-guard-enrollments-as-sets.ts';
import { KeepRostersByColumn1700000402102 } from './1700000402102-keep-rosters-by-column.ts';
import { CountTheEnrolled1700000402201 } from './1700000402201-count-the-enrolled.ts';
import { RegisterPeople1700000400201 } from './1700000400201-register-people.ts';
import { PageLists1700000401201 } from './1700000401201-page-lists.ts';
import { ReleasePeopleOfEndedClasses1700000401202 } from './1700000401202-release-people-of-ended-classes.ts';
import { PublishContributors1700000402301 } from './1700000402301-publish-contributors.ts';

/** In their order. */
export const migrations = [
  CreatePeopleAndRosters1700000400001,
  CreateVouchersAndFacts1700000400002,
  GuardPeopleAndFacts1700000400003,
  PublishTrainingFacts1700000400004,
  FindPeopleByEnding1700000400401,
  CreatePhone1700000400901,
  RegisterPeople1700000400201,
  PublishRosterLines1700000401301,
  HearInstitutions1700000401501,
  PageLists1700000401201,
  ReleasePeopleOfEndedClasses1700000401202,
  CorrectRosters1700000401801,
  GuardEnrollmentsAsSets1700000402101,
  KeepRostersByColumn1700000402102,
  CountTheEnrolled1700000402201,
  PublishContributors1700000402301,
];
