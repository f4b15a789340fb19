import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { TraineePhone } from './application/phone/trainee-phone.ts';
import { DisputeController } from './http/dispute.controller.ts';
import { PhoneController } from './http/phone.controller.ts';
import { RosterPaperController } from './http/paper.controller.ts';
import { SandboxRosterController } from './http/sandbox-roster.controller.ts';
import { RosterRowsController } from './http/roster-rows.controller.ts';
import { RosterController } from './http/roster.controller.ts';
import { TrainingController } from './http/training.controller.ts';

/** Rosters, vouchers, attendance, assessment and employment, under the database role `trainee`. */
@Module({
  imports: [PlatformModule.forRole('trainee')],
  providers: [TraineePhone],
  exports: [TraineePhone],
  controllers: [
    RosterPaperController,
    RosterController,
    RosterRowsController,
    TrainingController,
    PhoneController,
    DisputeController,
    SandboxRosterController,
  ],
})
export class TraineeModule {}
