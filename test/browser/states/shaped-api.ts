import type { Route } from 'playwright-core';
import { exampleAnswer, type Plenty } from './example-answer.ts';

/** What the API behind a page does: it does not answer, it fails, or it answers with so much. */
export type Mood = 'silent' | 'failing' | Plenty;

/** What is the same for everybody and is taken from the product itself: policies are too much to be made up. */
const REAL = /^\/v1\/(policies(\/.*)?|calendar|clock)$/;
const UNKNOWN_POLICY = /^\/v1\/policies\/(ab|KB-|00000000)[^/]*/;

const refusal = {
  ...{ type: 'about:blank', title: '所填内容有误', status: 422, code: 'EXAMPLE', instance: '/', traceId: 'example' },
  ...{ detail: '示例：请先改正所填内容', detailEn: 'Example: mend what you entered first' },
  errors: [{ code: 'EXAMPLE', pointer: '/reason', message: '示例：请写明理由', messageEn: 'Example: give a reason' }],
};

/** The API behind a page, as a state of the screen needs it. Nothing that is written reaches the product: every write is refused. */
export class ShapedApi {
  private mood: Mood = 'silent';
  private readonly waiting: Route[] = [];
  private count = 0;

  /** Requests seen so far. */
  get seen(): number {
    return this.count;
  }

  async handle(route: Route): Promise<void> {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (pathname === '/v1/live') return; // a stream that tells nothing
    this.count += 1;
    if (this.mood === 'silent') this.waiting.push(route);
    else if (this.mood === 'failing') await route.fulfill({ status: 500 });
    else if (request.method() !== 'GET') await route.fulfill({ status: 422, contentType: 'application/problem+json', json: refusal });
    else await this.answer(route, pathname, this.mood);
  }

  private async answer(route: Route, pathname: string, plenty: Plenty): Promise<void> {
    if (REAL.test(pathname) && !(plenty === 'empty' && pathname === '/v1/policies')) {
      const url = route.request().url();
      await route.continue({
        url: UNKNOWN_POLICY.test(pathname) ? url.replace(/\/v1\/policies\/[^/?]+/, `/v1/policies/${await this.aPolicy(route)}`) : url,
      });
      return;
    }
    const json = exampleAnswer(pathname, plenty);
    if (json === undefined)
      await route.fulfill({ status: 404, contentType: 'application/problem+json', json: { ...refusal, status: 404 } });
    else await route.fulfill({ json, headers: { etag: '"1"' } });
  }

  private policy: Promise<string> | undefined;

  private aPolicy(route: Route): Promise<string> {
    const first = async (): Promise<string> => {
      const answer = await route.fetch({ url: new URL('/v1/policies', route.request().url()).href });
      return ((await answer.json()) as { items: readonly { hash: string }[] }).items[0]?.hash ?? '';
    };
    return (this.policy ??= first());
  }

  /** From now on it answers so. What it was asked while it was silent fails with it. */
  async become(mood: Mood): Promise<void> {
    this.mood = mood;
    const waiting = this.waiting.splice(0);
    if (mood === 'failing') await Promise.all(waiting.map((route) => route.fulfill({ status: 500 })));
  }
}
