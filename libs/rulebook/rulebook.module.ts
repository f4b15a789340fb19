import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { RulebookController } from './http/rulebook.controller.ts';

/** Reading policies and calendars; any role may. */
@Module({ imports: [PlatformModule.forRole('casework')], controllers: [RulebookController] })
export class RulebookModule {}
