import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { PolicyController } from './http/policy.controller.ts';
import { ReleaseController } from './http/release.controller.ts';
import { RulebookController } from './http/rulebook.controller.ts';

/** Policies and calendars: reading them, asking them, and putting them in force. */
@Module({ imports: [PlatformModule.forRole('casework')], controllers: [RulebookController, PolicyController, ReleaseController] })
export class RulebookModule {}
