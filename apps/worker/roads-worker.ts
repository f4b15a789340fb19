import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CaseworkActivities } from '#libs/casework';
import {
  taskQueues,
  type ClaimActivities,
  type ClaimPackageActivities,
  type ClassActivities,
  type ObjectionActivities,
} from '#libs/contracts';
import type { PaymentBatchActivities, ReminderActivities, RoadEndActivities } from '#libs/contracts';
import { FinanceActivities } from '#libs/finance';
import { config, ensureReminderSchedule, RoadEnd, TemporalClient } from '#libs/platform';
import { bindActivities, ensureWorkflowBundle, WorkerHost } from '#libs/worker-host';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Resume } from './resume.ts';

/** What the roads may call, by the domain that serves it; a contract without a provider does not compile. */
type CaseworkPart = ClassActivities & Omit<ClaimActivities, 'payout'> & ObjectionActivities & ReminderActivities;
type FinancePart = ClaimPackageActivities & Pick<ClaimActivities, 'payout'> & PaymentBatchActivities;

const ATTEMPTS = 20;
const PAUSE_MS = 1_000;

/** Polls the roads' task queue: workflows and their row activities. */
@Injectable()
export class RoadsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RoadsWorker.name);
  private host?: WorkerHost;

  constructor(
    private readonly casework: CaseworkActivities,
    private readonly finance: FinanceActivities,
    private readonly roadEnd: RoadEnd,
    private readonly temporal: TemporalClient,
    private readonly resume: Resume,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const provided: [CaseworkPart, FinancePart, RoadEndActivities] = [this.casework, this.finance, this.roadEnd];
    const root = path.resolve(__dirname, '../..');
    const codePath = await ensureWorkflowBundle(config.bundlePath(), root);
    this.host = await WorkerHost.start(
      { taskQueue: taskQueues.roads, workflowBundle: { codePath }, activities: bindActivities(...provided) },
      (error) => this.fail(error),
    );
    await this.patiently(() => ensureReminderSchedule(this.temporal));
    const started = await this.patiently(() => this.resume.run());
    if (started > 0) this.log.log(`${started} roads were missing and have been started from their rows`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.host?.stop();
  }

  /** A Temporal server that has just started answers late at first: the work is repeated before the process gives up. */
  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        this.log.warn(`Temporal does not answer yet (${error instanceof Error ? error.message : String(error)}); asked again`);
        await delay(PAUSE_MS);
      }
    }
  }

  private fail(error: unknown): void {
    this.log.error(error);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  }
}
