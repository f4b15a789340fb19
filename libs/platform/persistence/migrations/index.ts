import { CreateClockAndRefusals1700000000001 } from './1700000000001-create-clock-and-refusals.ts';
import { CreateAudit1700000000002 } from './1700000000002-create-audit.ts';
import { CreateOutboxAndKeys1700000000003 } from './1700000000003-create-outbox-and-keys.ts';
import { CreatePapers1700000000501 } from './1700000000501-create-papers.ts';
import { RequireSecondFactor1700000001701 } from './1700000001701-require-second-factor.ts';

export const migrations = [
  CreateClockAndRefusals1700000000001,
  CreateAudit1700000000002,
  CreateOutboxAndKeys1700000000003,
  CreatePapers1700000000501,
  RequireSecondFactor1700000001701,
];
