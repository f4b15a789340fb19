import createClient, { type Middleware } from 'openapi-fetch';
import { languageNow } from '../app/i18n/language.ts';
import { ProblemError } from './problem-error.ts';
import type { paths } from './schema.gen.ts';

/** An answer with the version of what it shows, for the next If-Match. */
export interface Versioned<T> {
  readonly data: T;
  readonly version: number | undefined;
}

/** Without a touch for so long, what the page asks by itself does not count as an act: the session may end. */
const IDLE_MS = 60_000;
let touchedAt = Date.now();
for (const event of ['pointerdown', 'keydown'] as const)
  addEventListener(event, () => (touchedAt = Date.now()), { capture: true, passive: true });

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', languageNow() === 'en' ? 'en' : 'zh-CN');
    if (Date.now() - touchedAt > IDLE_MS) request.headers.set('x-kaibantong-background', '1');
    if (request.method !== 'GET') {
      request.headers.set('x-kaibantong-page', '1');
      if (!request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
    }
    return request;
  },
};

/** The description asks each write for its key and each change for its version; here the conventions above and {@link ifMatch} give them. */
type WithoutHeaders<Paths> = {
  [Path in keyof Paths]: {
    [Method in keyof Paths[Path]]: Paths[Path][Method] extends { parameters: infer Parameters }
      ? Omit<Paths[Path][Method], 'parameters'> & { parameters: Omit<Parameters, 'header'> & { header?: never } }
      : Paths[Path][Method];
  };
};

/** The API, typed by docs/openapi.json. Wrap each call in {@link answer} or {@link versioned}. */
export const api = createClient<WithoutHeaders<paths>>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(conventions);

interface Reply<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a successful answer.
 * @throws ProblemError with the server's own words, or that it cannot be reached.
 */
export async function answer<T>(request: Promise<Reply<T>>): Promise<T> {
  return (await versioned(request)).data;
}

/** As {@link answer}, with the version from the ETag. */
export async function versioned<T>(request: Promise<Reply<T>>): Promise<Versioned<T>> {
  const { data, error, response } = await request.catch((fault: unknown) => {
    throw fault instanceof DOMException && fault.name === 'AbortError' ? fault : ProblemError.unreachable();
  });
  if (!response.ok) throw ProblemError.of(response, error);
  const etag = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
  return { data: data as T, version: etag === undefined ? undefined : Number(etag) };
}

/** The header of a write based on a version. */
export const ifMatch = (version: number | undefined): Record<string, string> =>
  version === undefined ? {} : { 'if-match': `"${version}"` };

/** Headers of a request made by a timer and not by the person: it does not keep the session alive. */
export const inBackground: Readonly<Record<string, string>> = { 'x-kaibantong-background': '1' };
