import { randomUUID } from 'node:crypto';
import { CaseworkModule } from '#libs/casework';
import { refusalCatalogue } from '#libs/contracts';
import { FinanceModule } from '#libs/finance';
import { InstitutionModule } from '#libs/institution';
import { SandboxModule, statement } from '#libs/platform';
import { RulebookModule } from '#libs/rulebook';
import { TestApplication, type Answered } from '#libs/testing';
import { TraineeModule } from '#libs/trainee';
import { plantClaim } from '../../libs/casework/testing/plant-cases.ts';
import { plantTrainee } from '../../libs/trainee/testing/plant-trainee.ts';
import { strangeValues, wrongValues } from './hostile-values.ts';
import { operations, spoiled, type Operation, type Place } from './operations.ts';

const writing = operations.filter(({ body }) => body !== undefined);
/** Whoever may do something asks for it: the first who is not turned away by role. */
const LOGINS = ['hg.aimin', 'hg.caseworker1', 'hg.leader', 'hg.finance-reviewer', 'hg.disburser1', 'hg.auditor', 'hg.admin', 'cz.zhendong'];
const AT_ONCE = 6;
const SLOWEST_MS = 5_000; // a second on a machine of one's own; the cores of a test run are shared
const MINUTES = 300_000; // half a minute on a machine of one's own

describe('hostile input', () => {
  let app: TestApplication;
  let ids: Readonly<Record<string, string>>;
  const headers = new Map<string, Record<string, string>>();

  beforeAll(async () => {
    process.env['KBT_REQUESTS_PER_MINUTE'] = '1000000'; // a refusal for asking too often would hide what the request deserves
    app = await TestApplication.start([RulebookModule, InstitutionModule, TraineeModule, CaseworkModule, FinanceModule, SandboxModule]);
    const trainee = await app.asOwner((tx) => plantTrainee(tx));
    const claim = await app.asOwner(plantClaim);
    ids = { classes: trainee.classId, enrollments: trainee.enrollmentId, claims: claim.claimId, cases: trainee.classId };
    const signedIn = await Promise.all(LOGINS.map((login) => app.headersOf(login)));
    await each(operations, async (operation) => {
      for (const one of signedIn) {
        headers.set(operation.name, one);
        const body = operation.method === 'GET' ? undefined : [];
        if ((await app.call(operation.method, filled(operation.path, 'x'), one, body)).status !== 403) return;
      }
    });
  }, MINUTES);
  afterAll(() => app.stop());

  const each = async <One>(all: readonly One[], ask: (one: One) => Promise<unknown>) => {
    const waiting = [...all];
    const work = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await ask(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };
  const known = { policy: 'huguan-2024', step: 'verify', kind: 'opening', question: 'notice', clause: '1' } as const;
  const filled = (at: string, id?: string) =>
    at
      .replace(/^\/v1\/(\w+)\/\{id\}/, (_whole, name: string) => `/v1/${name}/${id ?? ids[name] ?? randomUUID()}`)
      .replaceAll(/\{(\w+)\}/g, (_whole, name: string) => id ?? known[name as keyof typeof known] ?? randomUUID());
  const headersOf = ({ name }: Operation) => ({ ...headers.get(name), 'if-match': '"1"' });
  const send = (operation: Operation, body: object | undefined = operation.body, at = filled(operation.path)) =>
    app.call(operation.method, at, headersOf(operation), operation.method === 'GET' ? undefined : body);
  const sendRaw = (operation: Operation, text: string, type = 'application/json') =>
    app.raw(
      operation.method,
      filled(operation.path),
      { ...headersOf(operation), 'content-type': type, 'idempotency-key': randomUUID() },
      text,
    );
  const contents = () =>
    app.asOwner(async (tx) => {
      const tables = await tx.rows<{ name: string }>(
        statement(
          'test.tables',
          `select format('%I.%I', schemaname, tablename) as name from pg_tables
           where schemaname in ('institution', 'trainee', 'casework', 'finance', 'identity', 'platform') order by 1`,
        ),
      );
      const sums = tables.map(
        ({ name }) => `select '${name}' as name, count(*)::int as rows, sum(hashtext(t::text)) as sum from ${name} t`,
      );
      return tx.rows(statement('test.contents', sums.join(' union all ')));
    });

  const placesNamed = ({ body }: Answered) =>
    [body, ...((body['errors'] ?? []) as Record<string, unknown>[])].flatMap(({ pointer }) =>
      typeof pointer === 'string' ? [pointer] : [],
    );
  /** What is wrong with a refusal; nothing where it is one, and names the place where there is one. */
  const faultOf = (answer: Answered, tookMs: number, pointer?: string): string | undefined => {
    const { status, body } = answer;
    const told = `${status} ${JSON.stringify(body).slice(0, 300)}`;
    const isProblem =
      /problem\+json/.test(answer.headers.get('content-type') ?? '') &&
      ['title', 'detail', 'detailEn', 'traceId'].every((key) => typeof body[key] === 'string') &&
      refusalCatalogue[String(body['code'])]?.status === status;
    if (status < 400 || status > 499 || status === 429 || !isProblem) return told;
    if (pointer !== undefined && !placesNamed(answer).some((one) => one.startsWith(pointer) || one === ''))
      return `${pointer} not named: ${told}`;
    return tookMs > SLOWEST_MS ? `${tookMs} ms: ${told}` : undefined;
  };
  const changesNothing = async (work: (faults: string[]) => Promise<void>): Promise<void> => {
    const [before, faults]: [unknown, string[]] = [await contents(), []];
    await work(faults);
    expect(faults).toEqual([]);
    expect(await contents()).toEqual(before);
  };
  const refused = (of: readonly Operation[], ask: (operation: Operation) => Promise<Answered>) =>
    changesNothing((faults) =>
      each(of, async (operation) => {
        const since = Date.now();
        const fault = faultOf(await ask(operation), Date.now() - since);
        if (fault !== undefined) faults.push(`${operation.name}: ${fault}`);
      }),
    );

  it.each<[string, (operation: Operation) => Promise<Answered>]>([
    ['that is no JSON', (operation) => sendRaw(operation, '{"a":')],
    ['of a media type nobody asked for', (operation) => sendRaw(operation, 'a=1', 'text/plain')],
    ['in an encoding that is none', (operation) => sendRaw(operation, '\u0000\ufffd', 'application/json; charset=utf-16')],
    ['of more than a MiB', (operation) => sendRaw(operation, `{"a":"${'x'.repeat(1_100_000)}"}`)],
    ['nested ten thousand deep', (operation) => sendRaw(operation, `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
    ['that is a list', (operation) => send(operation, [])],
    ['with a field nobody knows', (operation) => send(operation, { ...operation.body, surprise: 1 })],
    [
      'with a field of the row no client may set',
      (operation) => send(operation, { ...operation.body, version: 7, preparedBy: randomUUID() }),
    ],
    ['with a field name that cannot be stored', (operation) => sendRaw(operation, '{"a\\u0000":1}')],
    ['that poisons prototypes', (operation) => sendRaw(operation, '{"__proto__":{"roles":["leader"]}}')],
    ['that poisons constructors', (operation) => sendRaw(operation, '{"constructor":{"prototype":{"roles":[]}}}')],
  ])('a body %s is refused by every operation that reads one', (_what, ask) => refused(writing, ask), MINUTES);

  it(
    'an empty body is refused wherever a field is required',
    () =>
      refused(
        writing.filter(({ places }) => places.some(({ isRequired, pointer }) => isRequired && pointer.lastIndexOf('/') === 0)),
        (one) => send(one, {}),
      ),
    MINUTES,
  );

  it.each([
    ['no key', undefined],
    ['a short key', 'abc'],
    ['a key of 10 KiB', 'k'.repeat(10_000)],
    ['a key with a space', 'a key with spaces'],
  ])(
    'a write with %s is refused',
    (_what, key) =>
      refused(
        operations.filter(({ readsKey, takesFile }) => readsKey && !takesFile),
        ({ method, path, body, ...one }) =>
          app.raw(
            method,
            filled(path),
            {
              ...headersOf({ method, path, ...one }),
              ...(body ? { 'content-type': 'application/json' } : {}),
              ...(key === undefined ? {} : { 'idempotency-key': key }),
            },
            body ? JSON.stringify(body) : '',
          ),
      ),
    MINUTES,
  );

  it.each(['', 'W/"1"', '1', '*', '"-1"', '"1e3"', `"${'9'.repeat(30)}"`, '"1", "2"'])(
    'If-Match: %s is refused',
    (version) =>
      refused(
        operations.filter(({ readsVersion }) => readsVersion),
        (one) => app.call(one.method, filled(one.path), { ...headersOf(one), 'if-match': version }, one.body),
      ),
    MINUTES,
  );

  it.each(["1'--", '%00', 'null', '..%2f..%2fetc', '9'.repeat(150), '%F0%A0%AE%B7', randomUUID().toUpperCase().replace('-', '')])(
    'the id %s is refused wherever a path has one',
    (id) =>
      refused(
        operations.filter(({ path }) => path.includes('{id}')),
        (one) => send(one, one.body, filled(one.path, id)),
      ),
    MINUTES,
  );

  it(
    'a page that is none is refused wherever there are pages',
    async () => {
      const paged = operations.filter(({ query }) => query.includes('cursor'));
      expect(paged.length).toBeGreaterThan(5);
      const instants = ['2024-01-01 10:00:00+23', '0000-01-01', '0000-01-01 10:00:00+08'];
      const keys = [
        ...instants.map((one) => [one, '1', '1']),
        ...[['a\0b'], ['\ud800', 'x'], ['2026-13-45', 'x'], [1e300], [null], [null, null], [{}], [[]], ['a', 'b', 'c', 'd', 'e', 'f']],
      ];
      const keysOf = (path: string) => (path === '/v1/offices' ? keys : [...keys, ...instants.map((one) => [one, randomUUID()])]); // offices go by name
      const forged = (path: string) => keysOf(path).map((key) => `cursor=${Buffer.from(JSON.stringify(key)).toString('base64url')}`);
      const queries = [
        'cursor=%00',
        'cursor=abc',
        'cursor=a&cursor=b',
        'cursor[x]=1',
        'limit=0',
        'limit=-1',
        'limit=1e9',
        'limit=x',
        'limit=1.5',
        'unknown=1',
      ];
      const asked = paged.flatMap((one) => [...queries, ...forged(one.path)].map((query) => ({ ...one, path: `${one.path}?${query}` })));
      await refused(asked, (one) => send(one));
    },
    MINUTES,
  );

  it(
    'what is wrong in any one query parameter is never a fault',
    async () => {
      const faults: string[] = [];
      const values = [
        '',
        '%00',
        '%ED%A0%80',
        "'--",
        '__proto__',
        '0000-00-00',
        '2026-02-30',
        '9'.repeat(400),
        '%F0%A0%AE%B7',
        '-1',
        'null',
      ];
      const all = operations.flatMap((one) =>
        one.query.flatMap((name) =>
          [...values.map((value) => `${name}=${value}`), `${name}=a&${name}=b`, `${name}[a]=1`].map((query) => [one, query] as const),
        ),
      );
      await each(all, async ([one, query]) => {
        const answer = await send(one, undefined, `${filled(one.path)}?${query}`);
        if (answer.status >= 500) faults.push(`${one.name}?${query}: ${JSON.stringify(answer.body)}`);
      });
      expect(faults).toEqual([]);
    },
    MINUTES,
  );

  const places = writing.flatMap((operation) => operation.places.map((place): [Operation, Place] => [operation, place]));

  it(
    'a value of another type in any one field is refused, and the field is named',
    () =>
      changesNothing((faults) =>
        each(
          places.flatMap(([operation, place]) => wrongValues(place.schema).map((value) => [operation, place, value] as const)),
          async ([operation, { pointer }, value]) => {
            const since = Date.now();
            const fault = faultOf(
              await send(operation, spoiled(operation.body ?? {}, pointer, { is: value })),
              Date.now() - since,
              pointer,
            );
            if (fault !== undefined) faults.push(`${operation.name} ${pointer} = ${JSON.stringify(value)?.slice(0, 40)}: ${fault}`);
          },
        ),
      ),
    MINUTES,
  );

  it(
    'a required field that is missing is named',
    () =>
      changesNothing((faults) =>
        each(
          places.filter(([, { isRequired }]) => isRequired),
          async ([operation, { pointer }]) => {
            const fault = faultOf(await send(operation, spoiled(operation.body ?? {}, pointer)), 0, pointer);
            if (fault !== undefined) faults.push(`${operation.name} without ${pointer}: ${fault}`);
          },
        ),
      ),
    MINUTES,
  );

  it(
    'a strange value in any one field is never a fault',
    async () => {
      const faults: string[] = [];
      const asked = places.flatMap(([operation, place]) => strangeValues(place.schema).map((value) => [operation, place, value] as const));
      await each(asked, async ([operation, { pointer }, value]) => {
        const ask = send(operation, spoiled(operation.body ?? {}, pointer, { is: value }));
        const told = await ask.then(({ status, body }) => (status < 500 ? '' : JSON.stringify(body)), String); // also where it answers what is not described
        if (told !== '') faults.push(`${operation.name} ${pointer} = ${JSON.stringify(value)}: ${told.slice(0, 200)}`);
      });
      expect(faults).toEqual([]);
    },
    MINUTES,
  );
});
