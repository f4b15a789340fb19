import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { liveAfter, liveBounds, sweepLive, type LiveRow } from '../persistence/live.query.ts';

const LOOK_MS = 1000;
const SWEEP_MS = 10 * 60_000;

export interface LiveListener {
  /** The place it has read up to; it is told what comes after. */
  from: bigint;
  readonly tell: (rows: readonly LiveRow[]) => void;
  /** The process stops: let go, so that it can. */
  readonly end: () => void;
}

/** One look a second for all streams of the process together, and none where nobody listens. */
@Injectable()
export class LiveFeed implements BeforeApplicationShutdown {
  private readonly listeners = new Set<LiveListener>();
  private timer?: NodeJS.Timeout;
  private at?: bigint;
  private sweptAt = 0;

  constructor(private readonly database: Database) {}

  /** Where the sequence stands, and whether rows after `since` are all still kept. */
  async bounds(since: bigint | undefined): Promise<{ readonly last: bigint; readonly isWhole: boolean }> {
    const found = await this.database.transaction((tx) => tx.one<{ last: bigint; first: bigint }>(liveBounds));
    const { last, first } = found ?? { last: 0n, first: 0n };
    return { last, isWhole: since === undefined || since >= first };
  }

  async after(since: bigint): Promise<readonly LiveRow[]> {
    return this.database.transaction((tx) => tx.rows<LiveRow>(liveAfter, [since]));
  }

  /** Calls the listener with what comes; answers how to stop. */
  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    if (this.at === undefined || listener.from < this.at) this.at = listener.from;
    this.schedule();
    return () => {
      this.listeners.delete(listener);
    };
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
    for (const { end } of this.listeners) end();
    this.listeners.clear();
  }

  private schedule(): void {
    if (this.timer !== undefined || this.listeners.size === 0) return;
    this.timer = setTimeout(() => void this.look(), LOOK_MS);
  }

  private async look(): Promise<void> {
    try {
      const { at = 0n } = this;
      const rows = await this.after(at);
      const last = rows.at(-1)?.id;
      // Who came meanwhile may stand before this: the next look begins there.
      if (last !== undefined && this.at === at) this.at = last;
      for (const listener of this.listeners) if (listener.from >= at) tellNews(listener, rows);
      if (performance.now() - this.sweptAt > SWEEP_MS) {
        this.sweptAt = performance.now();
        await this.database.transaction((tx) => tx.rows(sweepLive));
      }
    } catch {
      // The database is away for a moment: the next look finds what came meanwhile, and the requests of the screen say what is wrong.
    } finally {
      this.timer = undefined;
      if (this.listeners.size === 0) this.at = undefined;
      this.schedule();
    }
  }
}

/** Each listener hears of each row once, wherever it stood when it came. */
function tellNews(listener: LiveListener, rows: readonly LiveRow[]): void {
  const news = rows.filter(({ id }) => id > listener.from);
  if (news.length === 0) return;
  listener.from = news.at(-1)?.id ?? listener.from;
  listener.tell(news);
}
