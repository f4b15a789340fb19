import { Client } from 'pg';
import type { Stack } from '../../infra/local/stack.ts';
import { journeys } from '../journey/journeys.ts';
import { ownStack } from '../own-stack.ts';
import { breakagesOf, breakEngine, everyBreakage, faultSeed, type Breakage } from './breakage.ts';
import { attacks, type Attacker } from './hostile-statements.ts';

/** One step of this many is preceded by a breakage; `npm run journey -- <name> --break` breaks something before each. */
const AMONG = 6;
const seed = faultSeed();

/** Breaks the engine between the steps of a road; keeps what was broken. */
class Breakages {
  readonly done: Breakage[] = [];
  private readonly before: (step: number) => Breakage | undefined;

  constructor(
    private readonly stack: Stack,
    name: string,
  ) {
    this.before = breakagesOf(`${seed}/${name}`, AMONG);
  }

  readonly beforeStep = async (step: number): Promise<void> => {
    const breakage = this.before(step);
    if (breakage === undefined) return;
    this.done.push(breakage);
    await breakEngine(this.stack, breakage);
  };
}

async function refusalOf(url: string, sql: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(`begin; ${sql}; set constraints all immediate; rollback`);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
}

describe(`an order class whose engine is broken between steps (KBT_FAULT_SEED=${seed}), and whose database is attacked past the services`, () => {
  let stack: Stack | undefined;
  let broken: readonly Breakage[] = [];
  const answers = new Map<string, string>();

  const attack = async ({ env, admin }: Stack, day: string) => {
    const urlOf = (attacker: Attacker) => (attacker === 'owner' ? admin : (env[`DATABASE_URL_${attacker.toUpperCase()}`] ?? ''));
    for (const [what, attacker, sql] of attacks[day] ?? []) answers.set(`${what} (${attacker})`, await refusalOf(urlOf(attacker), sql));
  };

  beforeAll(async () => {
    const { beginsAt, travel } = journeys['xinzhou-order'];
    const own = (stack = await ownStack(beginsAt));
    const breakages = new Breakages(own, 'xinzhou-order');
    await travel(own.url, () => undefined, { beforeStep: breakages.beforeStep, beforeDay: (day) => attack(own, day) });
    broken = breakages.done;
  }, 600_000);
  afterAll(() => stack?.stop(), 60_000);

  it('ends with the ledger its policy says, whatever was killed or erased', () => {
    expect([...new Set(broken)].sort()).toEqual([...everyBreakage].sort());
  });

  it.each(Object.values(attacks).flat())('refuses when %s (%s)', (what, attacker, _sql, code) => {
    expect(answers.get(`${what} (${attacker})`)).toMatch(code);
  });

  it('leaves the order of two classes that follows its whole road', async () => {
    await journeys['xinzhou-order-two-classes'].travel(stack?.url ?? '', () => undefined);
  }, 300_000);
});

describe('a project class whose engine is broken between steps', () => {
  it(`ends with the ledger its policy says (KBT_FAULT_SEED=${seed}), and a class settled in stages after it`, async () => {
    const stack = await ownStack(journeys['huguan-project'].beginsAt);
    const breakages = new Breakages(stack, 'huguan-project');
    try {
      await journeys['huguan-project'].travel(stack.url, () => undefined, { beforeStep: breakages.beforeStep });
      expect([...new Set(breakages.done)].sort()).toEqual([...everyBreakage].sort());
      await journeys['huguan-staged'].travel(stack.url, () => undefined);
    } finally {
      await stack.stop();
    }
  }, 600_000);
});
