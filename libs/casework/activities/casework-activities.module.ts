import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { CaseworkActivities } from './casework.activities.ts';

/** What the roads ask of casework, under the database role `worker`. */
@Module({ imports: [PlatformModule.forRole('worker')], providers: [CaseworkActivities], exports: [CaseworkActivities] })
export class CaseworkActivitiesModule {}
