import { CreateClaims1700000600001 } from './1700000600001-create-claims.ts';
import { CreateBudgetAndLedger1700000600002 } from './1700000600002-create-budget-and-ledger.ts';
import { GuardClaims1700000600003 } from './1700000600003-guard-claims.ts';
import { CreatePayments1700000600011 } from './1700000600011-create-payments.ts';
import { GuardPayments1700000600012 } from './1700000600012-guard-payments.ts';
import { PublishFinance1700000600013 } from './1700000600013-publish-finance.ts';
import { ClaimsOfEveryKind1700000600201 } from './1700000600201-claims-of-every-kind.ts';
import { GuardClaimsOfEveryKind1700000600202 } from './1700000600202-guard-claims-of-every-kind.ts';
import { PayPersonsAndUnits1700000600203 } from './1700000600203-pay-persons-and-units.ts';
import { RecomputeSubsidies1700000600101 } from './1700000600101-recompute-subsidies.ts';
import { PublishClaimFacts1700000600204 } from './1700000600204-publish-claim-facts.ts';
import { BatchOnlyWithAccount1700000601201 } from './1700000601201-batch-only-with-account.ts';
import { PageLists1700000601202 } from './1700000601202-page-lists.ts';
import { PayTheSignedAccount1700000601601 } from './1700000601601-pay-the-signed-account.ts';
import { ReleaseWithSecondFactor1700000601701 } from './1700000601701-release-with-second-factor.ts';
import { StopOrders1700000602201 } from './1700000602201-stop-orders.ts';
import { OrderOnAllSignatures1700000602301 } from './1700000602301-order-on-all-signatures.ts';
import { ReleaseByNoContributor1700000602302 } from './1700000602302-release-by-no-contributor.ts';

/** In their order. */
export const migrations = [
  CreateClaims1700000600001,
  CreateBudgetAndLedger1700000600002,
  GuardClaims1700000600003,
  CreatePayments1700000600011,
  GuardPayments1700000600012,
  PublishFinance1700000600013,
  ClaimsOfEveryKind1700000600201,
  GuardClaimsOfEveryKind1700000600202,
  PayPersonsAndUnits1700000600203,
  RecomputeSubsidies1700000600101,
  PublishClaimFacts1700000600204,
  BatchOnlyWithAccount1700000601201,
  PageLists1700000601202,
  PayTheSignedAccount1700000601601,
  ReleaseWithSecondFactor1700000601701,
  StopOrders1700000602201,
  OrderOnAllSignatures1700000602301,
  ReleaseByNoContributor1700000602302,
];
