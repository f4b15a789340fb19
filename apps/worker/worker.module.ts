import { Module } from '@nestjs/common';
import { CaseworkActivitiesModule } from '#libs/casework';
import { FinanceActivitiesModule } from '#libs/finance';
import { LoggingModule, MessagingModule } from '#libs/platform';
import { Resume } from './resume.ts';
import { RoadsWorker } from './roads-worker.ts';

/** The workflow bundle, the domains' row activities, the relay. */
@Module({
  imports: [LoggingModule, MessagingModule.forRole('worker', { relay: true }), CaseworkActivitiesModule, FinanceActivitiesModule],
  providers: [RoadsWorker, Resume],
})
export class WorkerModule {}
