import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { taskQueues, type PaymentActivities as Contract } from '#libs/contracts';
import { PaymentActivities } from '#libs/finance';
import { bindActivities, SteadyWorker } from '#libs/worker-host';

/** Polls the payments queue: the only activities that may make payment orders, under the only role that can. */
@Injectable()
export class PaymentsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: SteadyWorker;

  constructor(payments: PaymentActivities) {
    const provided: Contract = payments;
    this.worker = new SteadyWorker({ taskQueue: taskQueues.payments, activities: bindActivities(provided) });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }
}
