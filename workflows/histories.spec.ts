import { temporal as proto } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { taskQueues } from '#libs/contracts';
import { testTemporal, workflowBundle, type TestTemporal } from '#libs/testing';
import { dataConverter } from '#libs/platform';
import { ScriptedRows } from './testing/scripted-rows.ts';

// Stored payloads are encrypted like all others; this key is theirs alone, so that any machine can replay them.
process.env['KBT_KEYS'] = path.join(__dirname, 'testing', 'history-keys.json');

const folder = (road: string): string => path.join(__dirname, road, 'histories');

/** What each road is led through for its stored history: the stages' activities with the outcomes they get. */
const journeys = {
  class: [
    ['opening', 'approved'],
    ['activation', 'activated'],
    ['delivery', 'completion-filed'],
    ['completion', 'approved'],
    ['assessment', 'assessed'],
  ],
  claim: [
    ['review', 'accepted'],
    ['signOff', 'voided'],
    ['review', 'accepted'],
    ['signOff', 'signed'],
    ['publicNotice', 'clean'],
    ['financeReview', 'approved'],
    ['payout', 'paid'],
  ],
  objection: [['objection', 'upheld']],
  'payment-batch': [
    ['paymentBatch', 'released'],
    ['paymentBatch', 'closed'],
  ],
} as const;

const workflowTypes = {
  class: 'classWorkflow',
  claim: 'claimWorkflow',
  objection: 'objectionWorkflow',
  'payment-batch': 'paymentBatchWorkflow',
} as const;

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await testTemporal();
}, 60_000);
afterAll(() => temporal.stop(), 60_000);

/** Travels the whole road on the server and answers its history. */
async function record(road: keyof typeof journeys): Promise<proto.api.history.v1.IHistory> {
  const rows = new ScriptedRows(road === 'class' ? 'opening' : 'review');
  const roads = await temporal.work(rows.activities());
  const payments = await temporal.work(rows.payments(), taskQueues.payments);
  const handle = await temporal.client.workflow.start(workflowTypes[road], {
    workflowId: `${road}/recorded`,
    taskQueue: taskQueues.roads,
    args: ['recorded'],
  });
  const seen = new Map<string, number>();
  for (const [activity, outcome] of journeys[road]) {
    seen.set(activity, (seen.get(activity) ?? 0) + 1);
    await rows.called(activity, seen.get(activity));
    rows.decide(activity, outcome);
    await handle.executeUpdate('advance');
    seen.set(activity, (seen.get(activity) ?? 0) + 1);
  }
  await handle.result();
  await Promise.all([roads.stop(), payments.stop()]);
  return handle.fetchHistory();
}

describe('stored histories', () => {
  it.each(Object.keys(journeys) as (keyof typeof journeys)[])(
    'of a %s are replayed by the code of today, as is one recorded now',
    async (road) => {
      const history = await record(road);
      if (process.env['KBT_RECORD_HISTORIES'] === '1') {
        mkdirSync(folder(road), { recursive: true });
        writeFileSync(path.join(folder(road), 'whole-road.json'), historyToJSON(history));
      }
      const options = { workflowBundle: await workflowBundle(), dataConverter: dataConverter() };
      for (const name of readdirSync(folder(road))) {
        await Worker.runReplayHistory(
          options,
          JSON.parse(readFileSync(path.join(folder(road), name), 'utf8')) as unknown,
          `${road}/recorded`,
        );
      }
      await Worker.runReplayHistory(options, history, `${road}/recorded`);
    },
    120_000,
  );

  it('are refused when the road took another turn', async () => {
    const history = JSON.parse(readFileSync(path.join(folder('class'), 'whole-road.json'), 'utf8')) as {
      events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string } } }[];
    };
    for (const event of history.events)
      if (event.workflowExecutionStartedEventAttributes)
        event.workflowExecutionStartedEventAttributes.workflowType.name = 'objectionWorkflow';
    await expect(
      Worker.runReplayHistory({ workflowBundle: await workflowBundle(), dataConverter: dataConverter() }, history, 'class/recorded'),
    ).rejects.toThrow();
  });
});
