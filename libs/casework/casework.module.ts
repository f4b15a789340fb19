import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { PublicObjections } from './application/public-objections.ts';
import { CaseController } from './http/case.controller.ts';
import { PublicNoticeController } from './http/public-notice.controller.ts';
import { SandboxGuideController } from './http/sandbox-guide.controller.ts';
import { TaskController } from './http/task.controller.ts';

/** Inbox, decisions, notices, objections and tracking, under the database role `casework`. */
@Module({
  imports: [PlatformModule.forRole('casework')],
  controllers: [TaskController, CaseController, PublicNoticeController, SandboxGuideController],
  providers: [PublicObjections],
  exports: [PublicObjections],
})
export class CaseworkModule {}
