import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { FinanceActivities } from './finance.activities.ts';

/** What the roads ask of finance, under the database role `worker`. */
@Module({ imports: [PlatformModule.forRole('worker')], providers: [FinanceActivities], exports: [FinanceActivities] })
export class FinanceActivitiesModule {}
