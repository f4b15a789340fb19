import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { demoInstitutions } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { plantClass, plantEnrollment } from '../testing/plant-class.ts';

const newImport = `insert into trainee.roster_import (id, class_id, institution_id, file_sha256, file_name, header, rows, valid_rows, error_rows, warning_rows, blocked,
  findings, uploaded_by) values ($1, $2, $3, sha256('r'), 'r.xlsx', '{}', 2, 2, 0, 0, false, '[]', gen_random_uuid())`;
const confirm = `update trainee.roster_import set state = 'confirmed', confirmed_by = gen_random_uuid(), enrolled = 1 where id = $1`;
const register = `insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category)
  values ($1::uuid, sha256($1::uuid::text::bytea), '\\x01', '1404**********0011', '农村转移就业劳动者')`;
const enroll = `insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
  select gen_random_uuid(), $1, person, $2, $3, 1, '[2026-03-02,2026-03-13]', '农村转移就业劳动者' from unnest($4::uuid[]) as person`;

describe('hostile enrollments under the role of the trainee process', () => {
  let test: TestDatabase;
  let owner: Database;
  const open: Client[] = [];
  beforeAll(async () => {
    test = await testDatabase();
    owner = new Database('identity', [], test.admin);
    await owner.transaction((tx) =>
      tx.rows(statement('test.file', `insert into platform.file (sha256, size_bytes, media_type) values (sha256('r'), 1, 'x')`)),
    );
  });
  afterAll(async () => {
    for (const client of open) await client.end();
    await owner.close();
  });

  const newClass = () => owner.transaction((tx) => plantClass(tx));
  let sequence = 9000;
  /** Somebody known since another class, which has ended. */
  const known = async (): Promise<string> => {
    const { personId } = await owner.transaction(async (tx) => plantEnrollment(tx, await plantClass(tx), ++sequence));
    await owner.transaction(async (tx) => {
      await tx.rows(statement('test.plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.was', `update trainee.enrollment set span = '[2025-03-03,2025-03-14]' where person_id = $1`), [
        personId,
      ]);
    });
    return personId;
  };
  const session = async (isolation = 'read committed'): Promise<Client> => {
    const client = new Client(test.urls.trainee);
    await client.connect();
    open.push(client);
    await client.query(`begin isolation level ${isolation}`);
    return client;
  };
  /** Confirms an import of a class and enrolls these people by it; answers how the database takes it. */
  const enrollIn = async (client: Client, classId: string, people: readonly string[]): Promise<string> => {
    const importId = randomUUID();
    try {
      await client.query(newImport, [importId, classId, demoInstitutions.aimin.id]);
      await client.query(confirm, [importId]);
      await client.query(enroll, [classId, demoInstitutions.aimin.id, importId, people]);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('put nobody into two classes at once: the second of two sessions waits for the first, and is refused once that has committed', async () => {
    const [person, one, other] = [await known(), await newClass(), await newClass()];
    const [first, second] = [await session(), await session()];
    expect(await enrollIn(first, one, [person])).toBe('done');
    const waiting = enrollIn(second, other, [person]);
    await first.query('commit');
    expect(await waiting).toBe('ENROLLMENT_OVERLAP');
  });

  it('put the person into the other class where the first session gives up', async () => {
    const [person, one, other] = [await known(), await newClass(), await newClass()];
    const [first, second] = [await session(), await session()];
    expect(await enrollIn(first, one, [person])).toBe('done');
    const waiting = enrollIn(second, other, [person]);
    await first.query('rollback');
    expect(await waiting).toBe('done');
    await second.query('commit');
  });

  it.each(['repeatable read', 'serializable'])(
    'are refused to a session at %s, which does not see who came since it began',
    async (level) => {
      const [person, one, other] = [await known(), await newClass(), await newClass()];
      const [first, second] = [await session(), await session(level)];
      await second.query('select count(*) from trainee.enrollment');
      expect(await enrollIn(first, one, [person])).toBe('done');
      await first.query('commit');
      expect(await enrollIn(second, other, [person])).toBe('ENROLLMENT_SNAPSHOT_OLD');
    },
  );

  it('of somebody registered in the same transaction are refused the second time, in one statement and in two', async () => {
    const [person, one, other] = [randomUUID(), await newClass(), await newClass()];
    const twice = await session();
    await twice.query(register, [person]);
    expect(await enrollIn(twice, one, [person, person])).toBe('ENROLLMENT_OVERLAP');
    const again = await session();
    await again.query(register, [person]);
    expect(await enrollIn(again, one, [person])).toBe('done');
    expect(await enrollIn(again, other, [person])).toBe('ENROLLMENT_OVERLAP');
  });

  it('are those of an import confirmed in the same transaction, of that class, and of people there are', async () => {
    const [person, classId, elsewhere] = [await known(), await newClass(), await newClass()];
    const refused = async (importClass: string, earlier: readonly string[], people: readonly string[]): Promise<string> => {
      const [client, importId] = [await session(), randomUUID()];
      await client.query(newImport, [importId, importClass, demoInstitutions.aimin.id]);
      for (const text of earlier) await client.query(text, text.includes('$1') ? [importId] : []);
      const values = [classId, demoInstitutions.aimin.id, importId, people];
      return client.query(enroll, values).then(
        () => 'done',
        (error: Error) => error.message,
      );
    };
    expect(await refused(classId, [], [person])).toBe('ENROLLMENT_WITHOUT_IMPORT');
    expect(await refused(elsewhere, [confirm], [person])).toBe('ENROLLMENT_WITHOUT_IMPORT');
    expect(await refused(classId, [confirm], [randomUUID()])).toBe('ENROLLMENT_FIXED');
    expect(await refused(classId, [confirm], [person])).toBe('done');
  });

  it('are as many as the confirmed import says, none fewer when its transaction ends and none added later', async () => {
    const [classId, importId, losing, client] = [await newClass(), randomUUID(), await session(), await session()];
    await losing.query(newImport, [importId, classId, demoInstitutions.aimin.id]);
    await losing.query(confirm, [importId]);
    await expect(losing.query('commit')).rejects.toThrow('ROSTER_PEOPLE_LOST');
    await client.query(newImport, [importId, classId, demoInstitutions.aimin.id]);
    await client.query(confirm, [importId]);
    await client.query(enroll, [classId, demoInstitutions.aimin.id, importId, [await known()]]);
    await client.query('commit');
    const late = client.query(enroll, [classId, demoInstitutions.aimin.id, importId, [await known()]]);
    await expect(late).rejects.toThrow('ENROLLMENT_WITHOUT_IMPORT');
  });
});
