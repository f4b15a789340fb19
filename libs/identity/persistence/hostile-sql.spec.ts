import { Database, statement } from '#libs/platform';
import { testDatabase } from '#libs/testing';
import { demoAccount, demoAccounts, demoGrantId, demoInstitutions, demoOffices } from '../seed/demo-world.ts';
import { seedIdentity } from '../seed/seed-identity.ts';

let tried = 0;

/** What a stolen or mistaken statement under the role kbt_identity is answered: a refusal code of ours, or PostgreSQL's SQLSTATE. */
async function refusalOf(database: Database, sql: string, values: readonly unknown[] = []): Promise<string> {
  try {
    await database.transaction((tx) => tx.rows(statement(`hostile-${++tried}`, sql), values));
    return 'done';
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return code === 'KB000' ? message : code;
  }
}

describe('hostile SQL under the role of the identity process', () => {
  let identity: Database;
  const caseworker = demoAccount('xz.caseworker1');
  const twin = demoAccount('xz.twin');
  const admin = demoAccount('xz.admin');
  const grantOf = (login: string): string => {
    const account = demoAccount(login);
    return demoGrantId(account, account.roles[0] ?? 'auditor');
  };

  beforeAll(async () => {
    await testDatabase();
    identity = new Database('identity');
    await identity.transaction(seedIdentity);
  });
  afterAll(async () => {
    await identity.close();
  });

  it.each([
    ['an account to another person', 'update identity.account set person_id = $1', '42501'],
    ['a login name', `update identity.account set login_name = 'other' where id = $1`, '42501'],
    ['who granted a right', 'update identity.grant_of_role set granted_by = $1', '42501'],
    ['the role of a right', `update identity.grant_of_role set role = 'leader' where account_id = $1`, '42501'],
    ['the beginning of a right', `update identity.grant_of_role set valid_from = '2020-01-01' where account_id = $1`, '42501'],
    ['when an interest was declared', `update identity.declared_interest set declared_at = now() where person_id = $1`, '42501'],
    ['a signing key', `update identity.signing_key set public_jwk = '{}' where id = $1::text`, '42501'],
  ])('cannot change %s', async (_what, sql, expected) => {
    expect(await refusalOf(identity, sql, [caseworker.accountId])).toBe(expected);
  });

  it.each(['natural_person', 'account', 'office', 'grant_of_role', 'delegation', 'declared_interest', 'signing_key'])(
    'cannot delete from %s',
    async (table) => {
      expect(await refusalOf(identity, `delete from identity.${table}`)).toBe('42501');
      expect(await refusalOf(identity, `truncate identity.${table} cascade`)).toBe('42501');
    },
  );

  it('cannot extend a right, nor end it yesterday, nor end it twice', async () => {
    const grant = grantOf('wz.auditor');
    const close = `update identity.grant_of_role set valid_to = $2, closed_by = $3 where id = $1 returning valid_to > platform.now() - interval '1 minute' as "endsNow"`;
    const named = statement('hostile-close', close);
    const [row] = await identity.transaction((tx) => tx.rows<{ endsNow: boolean }>(named, [grant, '2020-01-01', admin.accountId]));
    expect(row?.endsNow).toBe(true);
    expect(await refusalOf(identity, close, [grant, '2020-01-01', admin.accountId])).toBe('GRANT_CLOSED');
    expect(await refusalOf(identity, `update identity.grant_of_role set valid_to = null where id = $1`, [grantOf('wz.leader')])).toBe(
      'GRANT_IMMUTABLE',
    );
  });

  const grant = `insert into identity.grant_of_role (account_id, office_id, role, granted_by, valid_from) values ($1, $2, $3, $4, '2020-01-01')
    returning valid_from > platform.now() - interval '1 minute' as "beginsNow"`;

  it('cannot make a right reach back', async () => {
    const values = [demoAccount('xz.leader').accountId, demoOffices.xinzhouHr.id, 'caseworker', admin.accountId];
    const [row] = await identity.transaction((tx) => tx.rows<{ beginsNow: boolean }>(statement('hostile-back', grant), values));
    expect(row?.beginsNow).toBe(true);
  });

  it('cannot grant to oneself, under either account of the person', async () => {
    const values = (account: string): unknown[] => [account, demoOffices.xinzhouHr.id, 'leader', twin.accountId];
    expect(await refusalOf(identity, grant, values(twin.accountId))).toBe('GRANT_TO_SELF');
    expect(await refusalOf(identity, grant, values(caseworker.accountId))).toBe('GRANT_TO_SELF');
  });

  it('cannot grant the same role twice at a time, nor a role the office does not have', async () => {
    expect(await refusalOf(identity, grant, [caseworker.accountId, demoOffices.xinzhouHr.id, 'caseworker', admin.accountId])).toBe('23P01');
    expect(await refusalOf(identity, grant, [caseworker.accountId, demoOffices.xinzhouHr.id, 'finance-disburser', admin.accountId])).toBe(
      'GRANT_ROLE_OFFICE_MISMATCH',
    );
  });

  const delegation = `insert into identity.delegation (from_account_id, to_account_id, office_id, roles, made_by, valid_from, valid_to)
    values ($1, $2, '${demoOffices.xinzhouHr.id}', $3, $4, now(), now() + interval '10 days')`;

  it('cannot delegate to oneself, take a delegation for oneself, or delegate administration', async () => {
    const reviewer = demoAccount('xz.reviewer').accountId;
    expect(await refusalOf(identity, delegation, [caseworker.accountId, twin.accountId, ['caseworker'], caseworker.accountId])).toBe(
      'DELEGATION_TO_SELF',
    );
    expect(await refusalOf(identity, delegation, [reviewer, admin.accountId, ['reviewer'], admin.accountId])).toBe('GRANT_TO_SELF');
    expect(await refusalOf(identity, delegation, [admin.accountId, reviewer, ['county-administrator'], admin.accountId])).toBe(
      'DELEGATION_OF_ADMINISTRATION',
    );
  });

  it('cannot take its own second factor away, nor anybody’s namelessly, nor keep a secret that never grows old', async () => {
    const take = 'update identity.account set totp_cipher = null, totp_reset_by = $2 where id = $1';
    for (const by of [null, caseworker.accountId, twin.accountId]) {
      expect(await refusalOf(identity, take, [caseworker.accountId, by])).toBe('SECOND_FACTOR_RESET_SELF');
    }
    const pending = `update identity.account set totp_pending_cipher = 'x' where id = $1`;
    expect(await refusalOf(identity, pending, [caseworker.accountId])).toBe('23514');
    expect(await refusalOf(identity, take, [demoAccount('wz.auditor').accountId, admin.accountId])).toBe('done');
  });

  it('cannot lift its own conflict of interest, nor declare one in an authority', async () => {
    const insert = 'insert into identity.declared_interest (person_id, institution_id, relation, declared_by) values ($1, $2, $3, $4)';
    const own = [caseworker.personId, demoInstitutions.xinzhouSchool.id, 'family', caseworker.accountId];
    expect(await refusalOf(identity, insert, own)).toBe('done');
    expect(await refusalOf(identity, insert, own)).toBe('23505');
    const end = 'update identity.declared_interest set ended_by = $2 where person_id = $1';
    expect(await refusalOf(identity, end, [caseworker.personId, twin.accountId])).toBe('INTEREST_ENDED_BY_SELF');
    expect(await refusalOf(identity, end, [caseworker.personId, admin.accountId])).toBe('done');
    expect(await refusalOf(identity, end, [caseworker.personId, admin.accountId])).toBe('INTEREST_IMMUTABLE');
    expect(await refusalOf(identity, insert, [caseworker.personId, demoOffices.xinzhouHr.id, 'other', null])).toBe(
      'INTEREST_NOT_IN_INSTITUTION',
    );
  });

  it('cannot enter an authority by the door for institutions', async () => {
    const add = 'select identity.published_add_institution_office($1, $2, $3, $4)';
    const id = '01900000-00ff-7000-8000-000000000001';
    expect(await refusalOf(identity, add, [id, 'hr', '140928', 'x'])).toBe('OFFICE_KIND_REFUSED');
    expect(await refusalOf(identity, add, [id, 'institution', '140928', '某职业培训学校'])).toBe('done');
  });
});

describe('another process', () => {
  it('reads who holds which right, and no secret', async () => {
    await testDatabase();
    const [identity, casework] = [new Database('identity'), new Database('casework')];
    await identity.transaction(seedIdentity);
    expect(await refusalOf(casework, 'select account_id, role from identity.published_grant where is_in_force')).toBe('done');
    for (const table of ['account', 'natural_person', 'grant_of_role', 'signing_key', 'oidc_record']) {
      expect(await refusalOf(casework, `select * from identity.${table}`)).toBe('42501');
    }
    const columns = await casework.transaction((tx) =>
      tx.rows<{ name: string }>(
        statement(
          'columns',
          `select column_name as name from information_schema.columns where table_schema = 'identity' and table_name like 'published%'`,
        ),
      ),
    );
    expect(columns.map((column) => column.name).filter((name) => /hash|cipher|totp|private/.test(name))).toEqual([]);
    const counted = await casework.transaction((tx) =>
      tx.rows<{ n: bigint }>(statement('count', 'select count(*) as n from identity.published_account')),
    );
    expect(counted[0]?.n).toBe(BigInt(demoAccounts.length));
    await Promise.all([identity.close(), casework.close()]);
  });
});
