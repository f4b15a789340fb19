import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { tellReady } from '#libs/platform';
import { WorkerModule } from './worker.module.ts';

/** Starts the worker of the roads; says so on one line when it polls. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  tellReady({ process: 'worker' });
}

void main();
