import { randomUUID } from 'node:crypto';
import { demoAccount, demoEvaluationBodies, demoInstitutions, demoOffices, seedIdentity } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { classTypes } from '#libs/policy';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { seedInstitutions } from '../seed/seed-institutions.ts';

let tried = 0;

/** What a stolen or mistaken statement is answered: a refusal code of ours, PostgreSQL's SQLSTATE, or `done`. */
async function refusalOf(database: Database, sql: string, values: readonly unknown[] = []): Promise<string> {
  try {
    await database.transaction((tx) => tx.rows(statement(`hostile-${++tried}`, sql), values));
    return 'done';
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return code === 'KB000' ? message : code;
  }
}

const insertClass = `insert into institution.training_class (institution_id, region, assigning_office_id, name, class_type, occupation_code, occupation_name,
  site_id, starts_on, ends_on, capacity) values ($1, '140427', '${demoOffices.huguanHr.id}', '一班', 'project', '4-10', '护理员', $2, '2026-03-16', '2026-03-20', 40)
  returning id, number, version, created_at <= platform.now() as "isNow"`;
const file = `insert into institution.filing (class_id, kind, content, content_sha256, submitted_by, contributors)
  values ($1, 'opening', '{}', sha256('{}'), $2, array[$2::uuid]) returning version`;

describe('hostile SQL under the role of the institution process', () => {
  let test: TestDatabase;
  let owner: Database;
  let institution: Database;
  let casework: Database;
  let site: string;
  const [aimin, huasen] = [demoInstitutions.aimin.id, demoInstitutions.huasen.id];

  const one = async <Row extends object>(database: Database, sql: string, values: readonly unknown[]): Promise<Row> => {
    const [row] = await database.transaction((tx) => tx.rows<Row>(statement(`plant-${++tried}`, sql), values));
    if (!row) throw new Error('nothing was planted');
    return row;
  };
  const newClass = async (): Promise<string> => (await one<{ id: string }>(institution, insertClass, [aimin, site])).id;
  const filedClass = async (): Promise<string> => {
    const id = await newClass();
    await one(institution, file, [id, randomUUID()]);
    return id;
  };
  const approve = async (id: string): Promise<void> => {
    const stage = `with kept as (insert into casework.case_file (id, kind, class_id, number, title, region, institution_id, current_stage)
      values ($1, 'class', $1, 'n', 't', '140427', $2, 'opening') returning id)
      insert into casework.stage (case_id, stage, round, ordinal, seen_version, outcome, outcome_at)
      select id, 'opening', 1, 1, 1, 'approved', platform.now() from kept returning id`;
    // Casework's own guards ask for a decision; here only what it leaves behind matters.
    await owner.transaction(async (tx) => {
      await tx.rows(statement('test.plain-rows', `set local session_replication_role = replica`));
      await tx.rows(statement('test.approved-stage', stage), [id, aimin]);
    });
  };

  beforeAll(async () => {
    test = await testDatabase();
    owner = new Database('identity', [], test.admin);
    [institution, casework] = [new Database('institution'), new Database('casework')];
    await owner.transaction(seedIdentity);
    await owner.transaction(seedInstitutions);
    const register = `insert into institution.site (institution_id, name, address) values ($1, $2, '示范路1号') returning id`;
    site = (await one<{ id: string }>(institution, register, [aimin, '第一实训基地'])).id;
  });
  afterAll(async () => {
    await Promise.all([owner.close(), institution.close(), casework.close()]);
  });

  it.each([
    ['the number of a class', `update institution.training_class set number = 'KB1' where id = $1`],
    ['the institution of a class', `update institution.training_class set institution_id = '${huasen}' where id = $1`],
    ['the policy of a class', `update institution.training_class set snapshot_hash = repeat('a', 64) where id = $1`],
    ['the version of a class', 'update institution.training_class set version = 9 where id = $1'],
    ['when a class was planned', `update institution.training_class set created_at = '2020-01-01' where id = $1`],
    ['what was filed', `update institution.filing set content = '{"forged":1}' where class_id = $1`],
    ['when it was filed', `update institution.filing set submitted_at = '2020-01-01' where class_id = $1`],
    ['who had a hand in it', `update institution.filing set contributors = '{}' where class_id = $1`],
    ['the file of a paper', `update institution.material set file_sha256 = sha256('x') where class_id = $1`],
    ['where the money goes', `update institution.institution set payee_name = '他人' where id = '${aimin}' and $1::uuid is not null`],
  ])('cannot change %s', async (_what, sql) => {
    expect(await refusalOf(institution, sql, [await filedClass()])).toBe('42501');
  });

  it.each(['institution', 'registration', 'payee_change', 'site', 'teacher', 'training_class', 'filing', 'material', 'contribution'])(
    'cannot delete from %s',
    async (table) => {
      expect(await refusalOf(institution, `delete from institution.${table}`)).toBe('42501');
      expect(await refusalOf(institution, `truncate institution.${table} cascade`)).toBe('42501');
    },
  );

  it('gets numbers, versions and times from the database, and may not name its own', async () => {
    expect(await one(institution, insertClass, [aimin, site])).toMatchObject({ version: 1, isNow: true });
    const named = insertClass.replace('capacity)', 'capacity, created_at)').replace('40)', `40, '2020-01-01')`);
    expect(await refusalOf(institution, named, [aimin, site])).toBe('42501');
    const dated = file
      .replace('contributors)', 'contributors, submitted_at)')
      .replace('array[$2::uuid])', `array[$2::uuid], '2020-01-01')`);
    expect(await refusalOf(institution, dated, [await newClass(), randomUUID()])).toBe('42501');
  });

  it("cannot hold a class at another institution's site, nor be assessed by one that trains", async () => {
    expect(await refusalOf(institution, insertClass, [huasen, site])).toBe('SITE_UNKNOWN');
    const choose = 'update institution.training_class set evaluation_body_id = $2 where id = $1';
    expect(await refusalOf(institution, choose, [await newClass(), huasen])).toBe('EVALUATION_BODY_UNKNOWN');
  });

  it.each([
    ['its days', `update institution.training_class set starts_on = '2026-03-17' where id = $1`],
    ['its teaching plan', `insert into institution.class_course (class_id, ordinal, course, hours) values ($1, 1, '消防', 8)`],
  ])('cannot change %s while a class is under review, nor once it is approved', async (_what, sql) => {
    const id = await filedClass();
    expect(await refusalOf(institution, sql, [id])).toBe('FILING_UNDER_REVIEW');
    await approve(id);
    expect(await refusalOf(institution, sql, [id])).toBe('FILING_UNDER_REVIEW');
  });

  it('cannot file a second version while one is under review, nor bring a withdrawn one back', async () => {
    const id = await filedClass();
    expect(await refusalOf(institution, file, [id, randomUUID()])).toBe('FILING_UNDER_REVIEW');
    const turn = 'update institution.filing set status = $2 where class_id = $1';
    expect(await refusalOf(institution, turn, [id, 'withdrawn'])).toBe('done');
    expect(await refusalOf(institution, turn, [id, 'submitted'])).toBe('FILING_NOT_WITHDRAWABLE');
    expect(await one(institution, file, [id, randomUUID()])).toEqual({ version: 2 });
  });

  it('cannot withdraw what has been approved, though it may still choose the evaluation body', async () => {
    const id = await filedClass();
    await approve(id);
    expect(await refusalOf(institution, `update institution.filing set status = 'withdrawn' where class_id = $1`, [id])).toBe(
      'FILING_NOT_WITHDRAWABLE',
    );
    const choose = 'update institution.training_class set evaluation_body_id = $2 where id = $1';
    expect(await refusalOf(institution, choose, [id, demoEvaluationBodies.zhendong.id])).toBe('done');
  });

  it('leaves the policy of a class to casework, which fixes it once for ever (AMB-36)', async () => {
    const id = await filedClass();
    const fix = 'select institution.published_fix_snapshot($1, $2)';
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(await refusalOf(institution, fix, [id, first])).toBe('42501');
    expect(await refusalOf(casework, fix, [id, first])).toBe('done');
    expect(await refusalOf(casework, fix, [id, first])).toBe('done');
    expect(await refusalOf(casework, fix, [id, second])).toBe('SNAPSHOT_FIXED');
    expect(await refusalOf(casework, fix, [id, null])).toBe('SNAPSHOT_FIXED');
    expect(await refusalOf(casework, fix, [randomUUID(), first])).toBe('CLASS_UNKNOWN');
    const read = 'select snapshot_hash as hash from institution.published_class where id = $1';
    expect(await one(casework, read, [id])).toEqual({ hash: first });
  });

  const registration = `insert into institution.registration (institution_id, version, name, region, kind, credit_code, license_kind, license_number, license_office, reason, recorded_by)
    values ($1, $2, $3, $4, 'training', $5, 'permit', '0001', '某局', '核验办学许可', $6)`;
  const [register, change] = [
    { id: randomUUID(), version: 1, name: '某某学校', region: '140427', code: '91350100M000100Y43' },
    { id: huasen, version: 2, name: demoInstitutions.huasen.name, region: '140427', code: '91140427MA0KYA001B' },
  ];
  it.each([
    ['an institution nobody of its bureau recorded', 'INSTITUTION_OFFICE', { ...register, by: 'hg.aimin' }],
    ['an institution of another county', 'INSTITUTION_OFFICE', { ...register, region: '140928', by: 'hg.caseworker1' }],
    [
      'a second institution of the same name',
      'INSTITUTION_REGISTERED',
      { ...register, name: demoInstitutions.aimin.name, by: 'hg.caseworker1' },
    ],
    ['a version that skips one', 'VERSION_STALE', { ...change, version: 3, by: 'hg.caseworker1' }],
    ['an institution moved to another place', 'INSTITUTION_FIXED', { ...change, region: '140900', by: 'hg.caseworker1' }],
    ['what the bureau itself recorded', 'done', { ...change, by: 'hg.admin' }],
  ])('asked to enter %s, the register answers %s', async (_what, answer, { id, version, name, region, code, by }) => {
    expect(await refusalOf(institution, registration, [id, version, name, region, code, demoAccount(by).personId])).toBe(answer);
  });

  it('cannot send money elsewhere by itself: two persons of the bureau, each by a code a moment ago, the name of the institution, and the days in between are asked for', async () => {
    const propose = `insert into institution.payee_change (id, institution_id, payee_name, payee_bank, account_cipher, account_masked, reason,
      proposal_authenticated_at, proposal_second_factor, proposed_by)
      values (gen_random_uuid(), $1, $2, '某银行', '\\x01', '****0001', '凭开户许可证变更收款账户', platform.now(), true, $3)`;
    const [first, other, operator] = [demoAccount('hg.caseworker1'), demoAccount('hg.leader'), demoAccount('hg.huasen')];
    const { name } = demoInstitutions.huasen;
    const tell = (sql: string, ...values: readonly unknown[]) => refusalOf(institution, sql, values);
    const set = (what: string) => `update institution.payee_change set ${what} where institution_id = '${huasen}'`;
    expect(await tell(propose, huasen, name, operator.personId)).toBe('INSTITUTION_OFFICE');
    expect(await tell(propose, huasen, '他人', first.personId)).toBe('PAYEE_NAME_DIFFERS');
    expect(
      await tell(propose.replace('proposed_by)', 'proposed_by, state)').replace('$3)', `$3, 'confirmed')`), huasen, name, first.personId),
    ).toBe('42501');
    const minutesAgo = (sql: string, minutes: number) => sql.replace('platform.now()', `platform.now() - interval '${minutes} minutes'`);
    const byPassword = (sql: string) => sql.replace('true', 'false');
    expect(await tell(minutesAgo(propose, 6), huasen, name, first.personId)).toBe('STEP_UP_REQUIRED');
    expect(await tell(byPassword(propose), huasen, name, first.personId)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await tell(minutesAgo(propose, 4), huasen, name, first.personId)).toBe('done');
    expect(await tell(propose, huasen, name, first.personId)).toBe('PAYEE_CHANGE_PENDING');
    const confirm = set(`state = 'confirmed', decided_by = $1, decision_authenticated_at = platform.now(), decision_second_factor = true`);
    await owner.transaction((tx) =>
      tx.rows(
        statement(
          'test.second-role',
          `insert into identity.grant_of_role (account_id, office_id, role, valid_from) values ($1, $2, 'leader', platform.now())`,
        ),
        [demoAccount('hg.twin').accountId, demoOffices.huguanHr.id],
      ),
    );
    expect(await tell(confirm, first.personId)).toBe('PAYEE_SAME_PERSON');
    expect(await tell(confirm, operator.personId)).toBe('INSTITUTION_OFFICE');
    expect(await tell(set(`state = 'confirmed', stopped_by = $1`), other.personId)).toBe('PAYEE_CHANGE_FIXED');
    expect(await tell(set(`effective_on = '2020-01-01'`))).toBe('42501');
    expect(await tell(set(`account_cipher = '\\x02'`))).toBe('42501');
    expect(await tell(set(`proposal_second_factor = true`))).toBe('42501');
    expect(await tell(set(`state = 'confirmed', decided_by = $1`), other.personId)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await tell(byPassword(confirm), other.personId)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await tell(minutesAgo(confirm, 6), other.personId)).toBe('STEP_UP_REQUIRED');
    expect(await tell(minutesAgo(confirm, -1), other.personId)).toBe('STEP_UP_REQUIRED');
    expect(await tell(confirm, other.personId)).toBe('done');
    expect(await tell(set(`state = 'stopped', stopped_by = $1, decision_authenticated_at = platform.now()`), first.personId)).toBe(
      'PAYEE_CHANGE_FIXED',
    );
    expect(await tell(confirm, other.personId)).toBe('PAYEE_CHANGE_FIXED');
    const days = `select effective_on - platform.today() as days from institution.payee_change where institution_id = $1`;
    expect(await one<{ days: number }>(institution, days, [huasen])).toEqual({ days: 4 });
    expect(await tell(set(`state = 'stopped', stopped_by = $1`), demoAccount('wz.leader').personId)).toBe('INSTITUTION_OFFICE');
    expect(await tell(set(`state = 'stopped', stopped_by = $1`), operator.personId)).toBe('done');
  });

  it('knows the class types of the policies and no other', async () => {
    for (const type of classTypes.filter((one) => one !== 'order')) {
      expect(await refusalOf(institution, insertClass.replace(`'project'`, `'${type}'`), [aimin, site])).toBe('done');
    }
    expect(await refusalOf(institution, insertClass.replace(`'project'`, `'weekend'`), [aimin, site])).toBe('23514');
  });

  it('shows other processes published views and none of its tables', async () => {
    for (const table of ['training_class', 'filing', 'teacher', 'institution', 'registration', 'payee_change']) {
      expect(await refusalOf(casework, `select * from institution.${table}`)).toBe('42501');
    }
    expect(await refusalOf(casework, 'select * from institution.published_class')).toBe('done');
  });
});
