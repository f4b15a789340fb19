import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { taskQueues, type PaymentActivities as Contract } from '#libs/contracts';
import { PaymentActivities } from '#libs/finance';
import { bindActivities, WorkerHost } from '#libs/worker-host';

/** Polls the payments queue: the only activities that may make payment orders, under the only role that can. */
@Injectable()
export class PaymentsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(PaymentsWorker.name);
  private host?: WorkerHost;

  constructor(private readonly payments: PaymentActivities) {}

  async onApplicationBootstrap(): Promise<void> {
    const provided: Contract = this.payments;
    this.host = await WorkerHost.start({ taskQueue: taskQueues.payments, activities: bindActivities(provided) }, (error) =>
      this.fail(error),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.host?.stop();
  }

  private fail(error: unknown): void {
    this.log.error(error);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  }
}
