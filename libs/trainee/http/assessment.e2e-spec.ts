import { randomUUID } from 'node:crypto';
import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClass, plantCompletion, plantEnrollment, type Stages } from '../testing/plant-class.ts';
import { plantClaim } from '../../casework/testing/plant-cases.ts';
import { TraineeModule } from '../trainee.module.ts';

const trained: Stages = {
  opening: 'approved',
  activation: 'activated',
  delivery: 'completion-filed',
  completion: 'approved',
  assessment: null,
};
const stored = `select r.outcome, c.number from trainee.assessment_result r left join trainee.certificate c on c.enrollment_id = r.enrollment_id
  where r.class_id = $1 order by r.outcome desc`;
const road = `select act, reason from platform.outbox where subject_id = $1`;
const proofs = `select kind, term_months as months, minimum_months as minimum, voided_at is not null as "isVoid" from trainee.employment_proof where enrollment_id = $1`;

describe('assessment and employment', () => {
  let app: TestApplication;
  let sequence = 400;
  beforeAll(async () => {
    app = await TestApplication.start([TraineeModule]);
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const classOf = async (stages: Stages, people = 2) => {
    const classId = await app.asOwner((tx) => plantClass(tx, stages));
    const ids: string[] = [];
    for (let index = 0; index < people; index++)
      ids.push((await app.asOwner((tx) => plantEnrollment(tx, classId, ++sequence))).enrollmentId);
    if (stages['completion'] === 'approved') await app.asOwner((tx) => plantCompletion(tx, classId));
    return { classId, ids };
  };
  const told = ({ status, body }: Answered) => [status, body['code']];
  const codes = ({ body }: Answered) => (body['errors'] as { code: string; pointer: string }[]).map(({ code, pointer }) => [code, pointer]);
  const accept = (classId: string, login = 'cz.zhendong') => app.as(login, 'POST', `/v1/classes/${classId}/assessment/accept`);
  const record = (classId: string, ...results: object[]) =>
    app.as('cz.zhendong', 'POST', `/v1/classes/${classId}/assessment/results`, { results });
  const certificate = (changes: object = {}) => ({
    number: `Y${String(++sequence).padStart(21, '0')}`,
    kind: 'skill-level',
    level: 5,
    issuedOn: '2026-03-02',
    ...changes,
  });
  const passed = (enrollmentId: string, changes: object = {}) => ({
    enrollmentId,
    outcome: 'passed',
    assessedOn: '2026-03-02',
    certificate: certificate(),
    ...changes,
  });
  const failed = (enrollmentId: string) => ({ enrollmentId, outcome: 'failed', theoryScore: 48.5, assessedOn: '2026-03-02' });
  const prove = (enrollmentId: string, fields: Record<string, string>, login = 'hg.aimin', file = '%PDF-1.7\nx') => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ employer: '壶关县某养老院', employedOn: '2026-03-02', ...fields })) form.set(name, value);
    form.set('file', new Blob([file + sequence++]), '证明.pdf');
    return app.as(login, 'POST', `/v1/enrollments/${enrollmentId}/employment-proofs`, form);
  };

  it('begins when the filed evaluation body takes the completion roster over, and no sooner', async () => {
    const early = await classOf({ opening: 'approved', activation: 'activated', delivery: 'completion-filed', completion: null });
    expect(told(await accept(early.classId))).toEqual([409, 'ASSESSMENT_TOO_EARLY']);
    const { classId } = await classOf(trained);
    expect(told(await accept(classId, 'xz.evaluation'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await accept(classId, 'hg.aimin'))).toEqual([403, 'FORBIDDEN']);
    expect((await accept(classId)).body).toEqual({ examinees: 2 });
    expect((await accept(classId)).body).toEqual({ examinees: 2 });
    expect(await sql('select 1 as one from trainee.assessment where class_id = $1', [classId])).toHaveLength(1);
  });

  it('is complete when everybody on the roster has a result; only then its road is told', async () => {
    const { classId, ids } = await classOf(trained);
    const [one = '', other = ''] = ids;
    expect(told(await record(classId, passed(one)))).toEqual([409, 'ASSESSMENT_NOT_ACCEPTED']);
    await accept(classId);
    expect((await record(classId, passed(one))).body).toEqual({ recorded: 1, open: 1 });
    expect(await sql(road, [classId])).toEqual([]);
    const last = await record(classId, failed(other));
    expect([last.status, last.body]).toEqual([201, { recorded: 1, open: 0 }]);
    expect(await sql(road, [classId])).toEqual([{ act: 'advance', reason: 'assessment-complete' }]);
    expect(await sql(stored, [classId])).toEqual([
      { outcome: 'passed', number: expect.stringMatching(/^Y/) as string },
      { outcome: 'failed', number: null },
    ]);
    expect(told(await record(classId, passed(one)))).toEqual([409, 'ASSESSMENT_COMPLETE']);
    const shown = await app.as('hg.aimin', 'GET', `/v1/classes/${classId}/assessment/results`);
    expect(shown.body['items']).toContainEqual(
      expect.objectContaining({ outcome: 'failed', theoryScore: '48.50', certificateNumber: null }),
    );
  });

  it('is told of every wrong result at once, and records none of them', async () => {
    const { classId, ids } = await classOf(trained);
    const [one = '', other = ''] = ids;
    await accept(classId);
    const number = certificate().number;
    const answer = await record(
      classId,
      passed(one, { certificate: certificate({ number }) }),
      passed(one, { certificate: certificate({ number }) }),
      passed(randomUUID()),
      {
        ...failed(other),
        certificate: certificate(),
      },
    );
    expect(told(answer)).toEqual([422, 'ASSESSMENT_INVALID']);
    expect(codes(answer)).toEqual([
      ['ASSESSMENT_TWICE', '/results/1/enrollmentId'],
      ['CERTIFICATE_NUMBER_TAKEN', '/results/1/certificate/number'],
      ['ASSESSMENT_PERSON_UNKNOWN', '/results/2/enrollmentId'],
      ['CERTIFICATE_WITHOUT_PASS', '/results/3/certificate'],
    ]);
    expect(await sql(stored, [classId])).toEqual([]);
  });

  it.each<[string, (id: string) => object, number, string]>([
    ['of a day to come', (id) => passed(id, { assessedOn: '2026-04-01' }), 422, 'ASSESSMENT_DATE'],
    [
      'with a certificate older than the exam',
      (id) => passed(id, { certificate: certificate({ issuedOn: '2026-03-01' }) }),
      422,
      'CERTIFICATE_DATE',
    ],
    ['of a day there is not', (id) => passed(id, { assessedOn: '2026-02-30' }), 400, 'REQUEST_INVALID'],
    ['with a score above 100', (id) => ({ ...failed(id), theoryScore: 101 }), 400, 'REQUEST_INVALID'],
    ['with a level there is not', (id) => passed(id, { certificate: certificate({ level: 6 }) }), 400, 'REQUEST_INVALID'],
    ['of an outcome there is not', (id) => passed(id, { outcome: 'maybe' }), 400, 'REQUEST_INVALID'],
  ])('takes no result %s', async (_what, result, status, code) => {
    const { classId, ids } = await classOf(trained, 1);
    await accept(classId);
    expect(told(await record(classId, result(ids[0] ?? '')))).toEqual([status, code]);
    expect(await sql(stored, [classId])).toEqual([]);
  });

  it('is followed by proofs of employment: a contract of a year, wages, or social insurance (AMB-11)', async () => {
    const { classId, ids } = await classOf(trained, 1);
    const [id = ''] = ids;
    const recorded = await prove(id, { kind: 'contract', termMonths: '12' });
    expect(recorded.status).toBe(201);
    expect((await prove(id, { kind: 'wage' })).status).toBe(201);
    expect(await sql(proofs, [id])).toEqual([
      { kind: 'contract', months: 12, minimum: 12, isVoid: false },
      { kind: 'wage', months: null, minimum: null, isVoid: false },
    ]);
    const at = `/v1/employment-proofs/${String(recorded.body['id'])}/void`;
    expect((await app.as('hg.huasen', 'POST', at)).status).toBe(404);
    expect((await app.as('hg.aimin', 'POST', at)).status).toBe(200);
    expect(told(await app.as('hg.aimin', 'POST', at))).toEqual([409, 'EMPLOYMENT_FIXED']);
    const shown = await app.as('hg.caseworker1', 'GET', `/v1/classes/${classId}/employment-proofs`);
    expect((shown.body['items'] as { voidedAt: string | null }[]).map(({ voidedAt }) => voidedAt !== null)).toEqual([true, false]);
  });

  it('keeps the proofs a claim rests on while it is under way', async () => {
    const { classId, ids } = await classOf(trained);
    const proof = await prove(ids[0] ?? '', { kind: 'wage' });
    expect(proof.status).toBe(201);
    await app.asOwner(async (tx) => {
      const { claimId } = await plantClaim(tx);
      await tx.rows(statement('test.claimed', 'insert into finance.claim_class (claim_id, class_id) values ($1, $2)'), [claimId, classId]);
    });
    const take = () => app.as('hg.aimin', 'POST', `/v1/employment-proofs/${String(proof.body['id'])}/void`, {});
    expect(told(await take())).toEqual([409, 'EMPLOYMENT_IN_CLAIM']);
    const database = new Database('trainee');
    const hostile = (text: string) => database.transaction((tx) => tx.rows(statement(`test.hostile.${text.length}`, text), [classId]));
    try {
      await expect(hostile(`update trainee.employment_proof set voided_by = recorded_by where class_id = $1`)).rejects.toThrow(
        'EMPLOYMENT_IN_CLAIM',
      );
      await expect(
        hostile(`insert into trainee.employment_proof (enrollment_id, class_id, kind, employer, employed_on, file_sha256, recorded_by)
          select enrollment_id, class_id, kind, employer, date '2026-03-01', file_sha256, recorded_by from trainee.employment_proof where class_id = $1`),
      ).rejects.toThrow('EMPLOYMENT_BEFORE_TRAINING');
    } finally {
      await database.close();
    }
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['a contract of less than a year', { kind: 'contract', termMonths: '11' }, 422, 'EMPLOYMENT_CONTRACT_SHORT'],
    ['a contract without its term', { kind: 'contract' }, 422, 'EMPLOYMENT_TERM_MISSING'],
    ['wages with a term', { kind: 'wage', termMonths: '12' }, 422, 'EMPLOYMENT_TERM_NOT_HERE'],
    ['employment to come', { kind: 'wage', employedOn: '2026-12-01' }, 422, 'EMPLOYMENT_DATES'],
    ['employment from before the class', { kind: 'wage', employedOn: '2026-03-01' }, 422, 'EMPLOYMENT_BEFORE_TRAINING'],
    ['employment on a day there is not', { kind: 'wage', employedOn: '2026-02-30' }, 400, 'REQUEST_INVALID'],
    ['a kind there is not', { kind: 'rumour' }, 400, 'REQUEST_INVALID'],
    ['a field nobody knows', { kind: 'wage', isTrue: 'yes' }, 400, 'REQUEST_INVALID'],
  ])('takes no proof of %s', async (_what, fields, status, code) => {
    const { ids } = await classOf(trained, 1);
    expect(told(await prove(ids[0] ?? '', fields))).toEqual([status, code]);
    expect(await sql(proofs, [ids[0]])).toEqual([]);
  });

  it('takes no proof of somebody who has not completed, of somebody else’s trainee, or that is no paper', async () => {
    const early = await classOf({ opening: 'approved', activation: 'activated', delivery: null }, 1);
    expect(told(await prove(early.ids[0] ?? '', { kind: 'wage' }))).toEqual([409, 'EMPLOYMENT_TOO_EARLY']);
    const { ids } = await classOf(trained, 1);
    expect(told(await prove(ids[0] ?? '', { kind: 'wage' }, 'hg.huasen'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await prove(randomUUID(), { kind: 'wage' }))).toEqual([404, 'NOT_FOUND']);
    expect(told(await prove(ids[0] ?? '', { kind: 'wage' }, 'hg.aimin', 'MZ\u0090 no paper'))).toEqual([415, 'FILE_TYPE_REFUSED']);
  });
});
