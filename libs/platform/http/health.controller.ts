import { Controller, Get, Optional, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { Public } from './public.ts';

const ping = statement('platform.ping', 'select 1 as one');

/** Is the process alive, and can it serve? */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Optional() private readonly database?: Database) {}

  @Public()
  @Get('healthz')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Public()
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database?.transaction((tx) => tx.one(ping));
    } catch {
      throw new ServiceUnavailableException('the database does not answer');
    }
    return { status: 'ok' };
  }
}
