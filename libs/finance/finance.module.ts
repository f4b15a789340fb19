import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { BatchSheetsController } from './http/batch-sheets.controller.ts';
import { BudgetController } from './http/budget.controller.ts';
import { ClaimContentController } from './http/claim-content.controller.ts';
import { ClaimController } from './http/claim.controller.ts';
import { FinanceSheetsController } from './http/finance-sheets.controller.ts';
import { OverrideController } from './http/override.controller.ts';
import { ClaimPaperController } from './http/paper.controller.ts';
import { PaymentController } from './http/payment.controller.ts';

/** Orders and batches have a role of their own; nothing else of finance may make an order. */
@Module({ imports: [PlatformModule.forRole('payments')], controllers: [BatchSheetsController, PaymentController] })
class PaymentHttpModule {}

/** Claims, packages, budget and ledger under the database role `finance`; payments beside them. */
@Module({
  imports: [PlatformModule.forRole('finance'), PaymentHttpModule],
  controllers: [FinanceSheetsController, ClaimPaperController, ClaimController, ClaimContentController, OverrideController, BudgetController],
})
export class FinanceModule {}
