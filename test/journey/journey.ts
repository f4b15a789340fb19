import { setTimeout as delay } from 'node:timers/promises';
import { demoAccount } from '#libs/identity';
import { HttpClient, type Answer, type Body, type Call } from './http-client.ts';

/** Something on the way was not what the policy says; tells step and difference. */
export class JourneyFailure extends Error {
  override readonly name = 'JourneyFailure';
}

/** What a fault test does on the way. */
export interface Breaks {
  /** Called before each new day. */
  readonly beforeDay?: (day: string) => Promise<void>;
  /** Called between two steps, with the number of the one to come: after all that belongs to the last, before the first request of the next. */
  readonly beforeStep?: (step: number) => Promise<void>;
}

const PATIENCE_MS = 90_000;
const ASK_AGAIN_MS = 100;

/** One road, travelled over HTTP: each step acts as somebody, prints a line, and fails loudly where an answer is not the expected one. */
export class Journey {
  readonly http: HttpClient;
  private today = '';
  private isBetweenSteps = true;
  /** Numbered steps so far. */
  steps = 0;

  constructor(
    readonly name: string,
    url: string,
    private readonly say: (line: string) => void,
    private readonly breaks: Breaks = {},
  ) {
    this.http = new HttpClient(url);
  }

  /** The business day, as the product tells it. */
  get day(): string {
    return this.today;
  }

  /** Prints one line: date, actor, act, stage, whose turn. */
  tell(login: string | null, act: string, more: { readonly stage?: string; readonly turn?: string } = {}): void {
    this.steps += 1;
    this.isBetweenSteps = true;
    const who = login === null ? '' : `${demoAccount(login).displayName}（${demoAccount(login).office.name}）`;
    const parts = [
      `${String(this.steps).padStart(3)}  ${this.today}`,
      who,
      act,
      more.stage ?? '',
      more.turn === undefined ? '' : `→ ${more.turn}`,
    ];
    this.say(parts.filter((part) => part !== '').join('  '));
  }

  /** Sends a request that must succeed. */
  async must(login: string | null, call: Call): Promise<Answer> {
    await this.breakBetweenSteps();
    const answer = await this.http.call(login, call);
    if (answer.status < 200 || answer.status > 299) throw this.failure(`${login ?? 'the public'} ${call.method} ${call.path}`, answer);
    return answer;
  }

  /** Sends a request that must be refused with this code. */
  async mustRefuse(login: string | null, code: string, call: Call): Promise<Answer> {
    await this.breakBetweenSteps();
    const answer = await this.http.call(login, call);
    if (answer.status < 400 || answer.status > 499 || !JSON.stringify(answer.body).includes(`"${code}"`))
      throw this.failure(`${login ?? 'the public'} ${call.method} ${call.path} should have been refused with ${code}`, answer);
    return answer;
  }

  /** Asks until the answer is as wanted: roads move on by themselves, a moment after the act. */
  async until(what: string, ask: () => Promise<Answer>, isThere: (body: Body) => boolean): Promise<Answer> {
    await this.breakBetweenSteps();
    const begun = performance.now();
    for (;;) {
      const answer = await ask();
      if (answer.status === 200 && isThere(answer.body)) return answer;
      if (performance.now() - begun > PATIENCE_MS) throw this.failure(`${what} did not come about`, answer);
      await delay(ASK_AGAIN_MS);
    }
  }

  /** Moves the sandbox's clock to an hour of a day in Shanghai. */
  async goTo(day: string, time = '09:00:00'): Promise<void> {
    await this.breaks.beforeDay?.(day);
    const { body } = await this.must('sysadmin', { method: 'POST', path: '/v1/sandbox/clock', body: { to: `${day}T${time}+08:00` } });
    this.today = String(body['today']);
    if (this.today !== day) throw new JourneyFailure(`the clock shows ${this.today}, not ${day}`);
  }

  /** Compares a fact with what the policy says. */
  expect(what: string, actual: unknown, expected: unknown): void {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) throw new JourneyFailure(`${this.name}, step ${this.steps + 1}: ${what} is ${is}, the policy says ${should}`);
  }

  private async breakBetweenSteps(): Promise<void> {
    if (!this.isBetweenSteps) return;
    this.isBetweenSteps = false;
    await this.breaks.beforeStep?.(this.steps + 1);
  }

  private failure(what: string, answer: Answer): JourneyFailure {
    return new JourneyFailure(
      `${this.name}, step ${this.steps + 1} (${this.today}): ${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 1200)}`,
    );
  }
}
