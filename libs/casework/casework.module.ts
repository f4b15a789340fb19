import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { PublicObjections } from './application/public-objections.ts';
import { CaseController } from './http/case.controller.ts';
import { DeskController } from './http/desk.controller.ts';
import { LiveFeed } from './http/live-feed.ts';
import { LiveController } from './http/live.controller.ts';
import { InboxSheetController } from './http/inbox-sheet.controller.ts';
import { OperationsController } from './http/operations.controller.ts';
import { CasePaperController } from './http/paper.controller.ts';
import { PublicNoticeController } from './http/public-notice.controller.ts';
import { SandboxGuideController } from './http/sandbox-guide.controller.ts';
import { SearchController } from './http/search.controller.ts';
import { TaskController } from './http/task.controller.ts';

/** Inbox, decisions, notices, objections and tracking, under the database role `casework`. */
@Module({
  imports: [PlatformModule.forRole('casework')],
  providers: [LiveFeed, PublicObjections],
  exports: [PublicObjections],
  controllers: [
    DeskController,
    LiveController,
    SearchController,
    TaskController,
    InboxSheetController,
    CaseController,
    CasePaperController,
    PublicNoticeController,
    SandboxGuideController,
    OperationsController,
  ],
})
export class CaseworkModule {}
