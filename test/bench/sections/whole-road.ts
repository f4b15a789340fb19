import { Client } from 'pg';
import type { Bench } from '../bench.ts';
import { engineCalls } from '../engine-calls.ts';
import { journeys } from '../../journey/journeys.ts';

/** The class's and the claim's own road of one journey: the outbox knows every message and why it was sent. */
async function stageEnds(admin: string): Promise<{ readonly messages: number; readonly clockMoves: number }> {
  const client = new Client(admin);
  await client.connect();
  try {
    const { rows } = await client.query<{ messages: number; clockMoves: number }>(
      `select count(*)::int as messages, (count(*) filter (where reason = 'clock-moved'))::int as "clockMoves" from platform.outbox where road in ('class', 'claim')`,
    );
    return rows[0] ?? { messages: 0, clockMoves: 0 };
  } finally {
    await client.end();
  }
}

/** A class of 30 and its claim, from the first draft to the settled payment, over HTTP, under a clock that jumps from day to day. */
export async function wholeRoad(bench: Bench): Promise<void> {
  await bench.measure({
    name: 'the whole road of a class of 30 and its claim',
    count: 1,
    unit: 'road',
    run: async () => {
      await journeys['xinzhou-order'].travel(bench.stack.url, () => undefined);
      return { ...(await stageEnds(bench.stack.admin)), ...(await engineCalls(bench.stack, ['class', 'claim'])) };
    },
  });
}
