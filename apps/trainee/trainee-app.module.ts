import { Module } from '@nestjs/common';
import { IdentityGuardModule } from '#libs/identity';
import { TraineeModule } from '#libs/trainee';
import { HealthModule, LoggingModule, MessagingModule } from '#libs/platform';

/** The trainee service alone. */
@Module({
  imports: [
    LoggingModule,
    HealthModule.forRole('trainee'),
    IdentityGuardModule.forRole('trainee'),
    MessagingModule.forRole('trainee', { relay: false }),
    TraineeModule,
  ],
})
export class TraineeAppModule {}
