import { seedIdentity } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { seedInstitutions } from './seed-institutions.ts';

describe('the demonstration institutions', () => {
  let test: TestDatabase;
  let owner: Database;
  beforeAll(async () => {
    test = await testDatabase();
    owner = new Database('identity', [], test.admin);
    await owner.transaction(seedIdentity);
  });
  afterAll(async () => {
    await owner.close();
    await test.drop();
  });

  it('are there once however often they are made, with a site, two teachers and an account to be paid to', async () => {
    await owner.transaction(seedInstitutions);
    await owner.transaction(seedInstitutions);
    const counts = `select (select count(*)::int from institution.institution where payee_account_cipher is not null) as institutions,
      (select count(*)::int from institution.site) as sites, (select count(*)::int from institution.teacher) as teachers`;
    const row = await owner.transaction((tx) => tx.one(statement('test.seed-counts', counts)));
    expect(row).toEqual({ institutions: 5, sites: 3, teachers: 6 });
  });
});
