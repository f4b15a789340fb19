import { demoOffices } from '../seed/demo-world.ts';
import { TestApplication } from '#libs/testing';

interface Office {
  readonly id: string;
  readonly region: string;
}

describe('GET /v1/offices', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());

  const regionsOf = async (login: string): Promise<string[]> => {
    const { body } = await app.as(login, 'GET', '/v1/offices?limit=200');
    return [...new Set((body['items'] as Office[]).map((office) => office.region))];
  };

  it('shows a county its own, a city its counties, the province all', async () => {
    expect(await regionsOf('wz.caseworker1')).toEqual(['140928']);
    expect(await regionsOf('xz.caseworker1')).toEqual(['140900', '140928']);
    expect(await regionsOf('sx.caseworker')).toEqual(['140000', '140400', '140427', '140500', '140900', '140928']);
  });

  it('shows an institution itself only', async () => {
    const { body } = await app.as('hg.aimin', 'GET', '/v1/offices');
    expect((body['items'] as Office[]).map((office) => office.id)).toEqual([demoOffices.aimin.id]);
  });

  it('turns pages without losing or repeating an office, and filters by kind', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await app.as('sx.caseworker', 'GET', `/v1/offices?limit=4&cursor=${cursor}`);
      seen.push(...(body['items'] as Office[]).map((office) => office.id));
      cursor = body['nextCursor'] as string | null;
    }
    expect(seen).toHaveLength(Object.keys(demoOffices).length);
    expect(new Set(seen).size).toBe(seen.length);
    const { body } = await app.as('sx.caseworker', 'GET', '/v1/offices?kind=finance');
    expect(body['items']).toHaveLength(4);
  });

  it.each(['cursor=nonsense', 'limit=0', 'limit=999', 'kind=palace', 'colour=red'])('refuses %s', async (query) => {
    expect((await app.as('sx.caseworker', 'GET', `/v1/offices?${query}`)).status).toBe(400);
  });
});
