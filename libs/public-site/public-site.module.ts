import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/casework';
import { PlatformModule } from '#libs/platform';
import { TraineeModule } from '#libs/trainee';
import { NoticePagesController } from './http/notice-pages.controller.ts';
import { ObjectionPagesController } from './http/objection-pages.controller.ts';
import { OpenPagesController } from './http/open-pages.controller.ts';
import { PhonePagesController } from './http/phone-pages.controller.ts';
import { SiteController } from './http/site.controller.ts';

/** The public site, under the database role `public`; what it writes, casework and the trainees' domain write. The catch-all of unknown pages comes last. */
@Module({
  imports: [PlatformModule.forRole('public'), CaseworkModule, TraineeModule],
  controllers: [NoticePagesController, ObjectionPagesController, OpenPagesController, PhonePagesController, SiteController],
})
export class PublicSiteModule {}
