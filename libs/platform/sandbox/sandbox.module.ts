import { Module } from '@nestjs/common';
import { PlatformModule } from '../platform.module.ts';
import { SandboxController } from './sandbox.controller.ts';

/** Reading the clock; moving it, where the database is a sandbox. */
@Module({ imports: [PlatformModule.forRole('casework')], controllers: [SandboxController] })
export class SandboxModule {}
