import { CreateCases1700000500001 } from './1700000500001-create-cases.ts';
import { CreateSignaturesAndNotices1700000500002 } from './1700000500002-create-signatures-and-notices.ts';
import { GuardCases1700000500003 } from './1700000500003-guard-cases.ts';
import { GuardSignaturesAndNotices1700000500004 } from './1700000500004-guard-signatures-and-notices.ts';
import { PublishCases1700000500005 } from './1700000500005-publish-cases.ts';
import { OpenPayout1700000500006 } from './1700000500006-open-payout.ts';
import { JudgeClaimsOfEveryKind1700000500201 } from './1700000500201-judge-claims-of-every-kind.ts';
import { OpenNotices1700000500501 } from './1700000500501-open-notices.ts';
import { InboxLanesAndReading1700000500401 } from './1700000500401-inbox-lanes-and-reading.ts';
import { LiveEvents1700000500402 } from './1700000500402-live-events.ts';
import { PublishHeldCases1700000501401 } from './1700000501401-publish-held-cases.ts';
import { SignWithSecondFactor1700000501701 } from './1700000501701-sign-with-second-factor.ts';
import { CloseAlarmsOfEndedStages1700000501901 } from './1700000501901-close-alarms-of-ended-stages.ts';
import { OrderLiveEvents1700000502001 } from './1700000502001-order-live-events.ts';
import { ObjectionsAfterApproval1700000502201 } from './1700000502201-objections-after-approval.ts';
import { CountSignersByPolicy1700000502301 } from './1700000502301-count-signers-by-policy.ts';
import { KnowAllContributors1700000502302 } from './1700000502302-know-all-contributors.ts';

export const migrations = [
  CreateCases1700000500001,
  CreateSignaturesAndNotices1700000500002,
  GuardCases1700000500003,
  GuardSignaturesAndNotices1700000500004,
  PublishCases1700000500005,
  OpenPayout1700000500006,
  JudgeClaimsOfEveryKind1700000500201,
  OpenNotices1700000500501,
  InboxLanesAndReading1700000500401,
  LiveEvents1700000500402,
  PublishHeldCases1700000501401,
  SignWithSecondFactor1700000501701,
  CloseAlarmsOfEndedStages1700000501901,
  OrderLiveEvents1700000502001,
  ObjectionsAfterApproval1700000502201,
  CountSignersByPolicy1700000502301,
  KnowAllContributors1700000502302,
];
