import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { BudgetController } from './http/budget.controller.ts';
import { ClaimContentController } from './http/claim-content.controller.ts';
import { ClaimController } from './http/claim.controller.ts';
import { OverrideController } from './http/override.controller.ts';
import { PaymentController } from './http/payment.controller.ts';

/** Orders and batches have a role of their own; nothing else of finance may make an order. */
@Module({ imports: [PlatformModule.forRole('payments')], controllers: [PaymentController] })
class PaymentHttpModule {}

/** Claims, packages, budget and ledger under the database role `finance`; payments beside them. */
@Module({
  imports: [PlatformModule.forRole('finance'), PaymentHttpModule],
  controllers: [ClaimController, ClaimContentController, OverrideController, BudgetController],
})
export class FinanceModule {}
