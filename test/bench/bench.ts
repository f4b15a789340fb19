import type { Stack } from '../../infra/local/stack.ts';
import { between, takeSample, type Sample } from './sample.ts';

/** What one measured piece of work came to. */
export interface Figure extends Sample {
  readonly name: string;
  readonly count: number;
  readonly unit: string;
  readonly seconds: number;
  /** Facts that only this section knows: messages to Temporal, timers, most memory in MiB. */
  readonly facts: Readonly<Record<string, number>>;
}

export interface Work {
  readonly name: string;
  readonly count: number;
  readonly unit: string;
  /** Does the work; answers what only it knows. */
  readonly run: () => Promise<Readonly<Record<string, number>> | void>;
}

/** What every section measures with: the running installation, and the figures so far. */
export class Bench {
  readonly figures: Figure[] = [];

  constructor(
    readonly stack: Stack,
    /** A quick look instead of a measurement: fewer rows and repetitions. */
    readonly isSmoke: boolean,
  ) {}

  /** What the installation uses while nobody asks for anything; the tables subtract it from everything else. */
  async rest(): Promise<void> {
    const ms = this.isSmoke ? 2_000 : 5_000;
    await this.measure({ name: 'at rest', count: ms / 1000, unit: 's', run: () => new Promise((resolve) => setTimeout(resolve, ms)) });
  }

  /** Runs a piece of work between two samples. */
  async measure({ name, count, unit, run }: Work): Promise<void> {
    const from = await takeSample(this.stack);
    const since = performance.now();
    const facts = (await run()) ?? {};
    const seconds = (performance.now() - since) / 1000;
    this.figures.push({ name, count, unit, seconds, facts, ...between(from, await takeSample(this.stack)) });
  }
}

/** One part of the benchmark; a file of `sections/`. */
export type Section = (bench: Bench) => Promise<void>;
