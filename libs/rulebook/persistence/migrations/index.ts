import { CreateRulebook1700000200001 } from './1700000200001-create-rulebook.ts';
import { ReleasePolicies1700000200201 } from './1700000200201-release-policies.ts';
import { OpenRulebook1700000200501 } from './1700000200501-open-rulebook.ts';
import { ReleaseWithSecondFactor1700000201901 } from './1700000201901-release-with-second-factor.ts';

/** In their order. */
export const migrations = [
  CreateRulebook1700000200001,
  ReleasePolicies1700000200201,
  OpenRulebook1700000200501,
  ReleaseWithSecondFactor1700000201901,
];
