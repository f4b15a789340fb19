import { createHash, randomInt } from 'node:crypto';
import type { Stack } from '../../infra/local/stack.ts';

/** What may happen to the engine between any two steps of a road. Each ends when all of it runs again. */
const breakages = {
  /** Both of Temporal's databases are dropped; the start of the worker starts what the rows say must run. */
  erased: async (stack: Stack) => {
    await stack.restartTemporal({ erase: true });
    await stack.restart('worker');
  },
  temporal: (stack: Stack) => stack.restartTemporal({ erase: false }),
  worker: (stack: Stack) => stack.restart('worker'),
  county: (stack: Stack) => stack.restart('county'),
} as const;

export type Breakage = keyof typeof breakages;

export const everyBreakage = Object.keys(breakages) as readonly Breakage[];

/** Breaks the engine in one way, with `kill -9`. */
export function breakEngine(stack: Stack, breakage: Breakage): Promise<void> {
  return breakages[breakage](stack);
}

/** Seed of a run's choices: KBT_FAULT_SEED repeats an earlier run. */
export function faultSeed(): string {
  return process.env['KBT_FAULT_SEED'] ?? String(randomInt(1_000_000));
}

/** A number below `below`, the same for the same words. */
function drawn(below: number, ...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('/')).digest().readUInt32BE() % below;
}

/**
 * What breaks before which step: one step of every `among` consecutive ones, and each kind of breakage once before any comes again. Over many seeds
 * every kind meets every step.
 */
export function breakagesOf(seed: string, among: number): (step: number) => Breakage | undefined {
  return (step) => {
    const block = Math.floor(step / among);
    if (step % among !== drawn(among, seed, 'step', block)) return undefined;
    const turn = Math.floor(block / everyBreakage.length);
    const deck = everyBreakage.toSorted((one, other) => drawn(2 ** 32, seed, turn, one) - drawn(2 ** 32, seed, turn, other));
    return deck[block % everyBreakage.length];
  };
}
