import { Module, type DynamicModule } from '@nestjs/common';
import type { DatabaseRole } from '../config/config.ts';
import { PlatformModule } from '../platform.module.ts';
import { HealthController } from './health.controller.ts';

/** `/healthz` and `/readyz` of a process whose database role is the given one. */
@Module({})
export class HealthModule {
  static forRole(role: DatabaseRole): DynamicModule {
    return { module: HealthModule, imports: [PlatformModule.forRole(role)], controllers: [HealthController] };
  }
}
