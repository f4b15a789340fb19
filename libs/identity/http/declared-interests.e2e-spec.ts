import { Controller, Get, Module } from '@nestjs/common';
import type { Actor } from '#libs/contracts';
import { ApiExcludeController } from '@nestjs/swagger';
import { ActorOf } from '#libs/platform';
import { seesInstitution } from '../domain/sight.ts';
import { demoAccount, demoInstitutions, demoOffices } from '../seed/demo-world.ts';
import { TestApplication } from '#libs/testing';

@ApiExcludeController()
@Controller('v1/probe')
class ProbeController {
  @Get()
  probe(@ActorOf() actor: Actor): { sees: boolean } {
    return { sees: seesInstitution(actor, demoInstitutions.aimin.id, demoInstitutions.aimin.region) };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('POST /v1/declared-interests', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start([ProbeModule])));
  afterAll(() => app.stop());

  const aimin = { institutionId: demoInstitutions.aimin.id, relation: 'family' };

  it('hides the institution from every account of the person, until an administrator lifts it', async () => {
    const sees = async (login: string): Promise<unknown> => (await app.as(login, 'GET', '/v1/probe')).body['sees'];
    expect(await sees('hg.twin')).toBe(true);
    const declared = await app.as('hg.caseworker1', 'POST', '/v1/declared-interests', aimin);
    expect(declared.status).toBe(201);
    expect([await sees('hg.caseworker1'), await sees('hg.twin'), await sees('hg.reviewer')]).toEqual([false, false, true]);
    expect((await app.as('hg.caseworker1', 'POST', '/v1/declared-interests', aimin)).body['code']).toBe('INTEREST_DECLARED_ALREADY');

    const end = `/v1/declared-interests/${String(declared.body['id'])}/end`;
    expect((await app.as('hg.caseworker1', 'POST', end)).status).toBe(403);
    expect((await app.as('wz.admin', 'POST', end)).status).toBe(404);
    expect((await app.as('hg.admin', 'POST', end)).status).toBe(200);
    expect(await sees('hg.twin')).toBe(true);
  });

  it('may be entered by the administrator of the region for somebody else', async () => {
    const reported = { ...aimin, accountId: demoAccount('hg.leader').accountId, relation: 'ownership' };
    expect((await app.as('hg.admin', 'POST', '/v1/declared-interests', reported)).status).toBe(201);
    expect((await app.as('hg.reviewer', 'POST', '/v1/declared-interests', reported)).status).toBe(404);
    const { body } = await app.as('hg.admin', 'GET', '/v1/declared-interests');
    expect(body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ institutionName: demoInstitutions.aimin.name, relation: 'ownership' })]),
    );
    expect((await app.as('hg.reviewer', 'GET', '/v1/declared-interests')).body['items']).toEqual([]);
  });

  it.each([
    ['in an authority', { ...aimin, institutionId: demoOffices.huguanHr.id }, 422, 'INTEREST_NOT_IN_INSTITUTION'],
    ['in nothing', { ...aimin, institutionId: '01900000-0001-7000-8000-0000000000ff' }, 404, 'NOT_FOUND'],
    ['of an unknown kind', { ...aimin, relation: 'friendship' }, 400, 'REQUEST_INVALID'],
  ])('refuses an interest %s', async (_what, body, status, code) => {
    const answer = await app.as('hg.caseworker2', 'POST', '/v1/declared-interests', body);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });
});
