import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { refusalCatalogue } from '#libs/contracts';
import { FinanceModule } from '#libs/finance';
import { InstitutionModule } from '#libs/institution';
import { statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
import { TraineeModule } from '#libs/trainee';
import { plantClass, plantCompletion, plantEnrollment } from '../../libs/trainee/testing/plant-class.ts';
import { zipOf } from '../../libs/trainee/testing/zip.ts';
import { operations } from './operations.ts';

const MIB = 1_048_576;
const BOMB_BYTES = 80 * MIB; // more than a roster may ever unpack to
const assessed = {
  opening: 'approved',
  activation: 'activated',
  delivery: 'completion-filed',
  completion: 'approved',
  assessment: 'assessed',
};
const contents = `select (select count(*)::int from institution.material) as materials, (select count(*)::int from trainee.roster_import) as rosters,
  (select count(*)::int from trainee.employment_proof) as proofs, (select count(*)::int from finance.claim_material) as papers,
  (select count(*)::int from platform.audit) as audits, (select count(*)::int from platform.file) as files, (select count(*)::int from platform.idempotency) as keys`;

/** A workbook that says it is small and is not. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(BOMB_BYTES));
  const text = Buffer.from('<?xml version="1.0"?><workbook/>');
  return zipOf({ '[Content_Types].xml': text, 'xl/workbook.xml': text, 'xl/worksheets/sheet1.xml': { packed, size: 1000 } });
}

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n');
const files: readonly (readonly [what: string, bytes: () => Buffer, name: string, type: string])[] = [
  ['nothing in it', () => Buffer.alloc(0), '材料.pdf', 'application/pdf'],
  ['half a workbook', () => zipOf({ 'xl/workbook.xml': Buffer.alloc(5000, 'a') }).subarray(0, 60), '花名册.xlsx', 'application/zip'],
  ['a workbook that unpacks to 80 MiB', bomb, '花名册.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [
    'a program that calls itself a paper',
    () => Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(500)]),
    '材料.pdf',
    'application/pdf',
  ],
  [
    'a page with a script that calls itself a picture',
    () => Buffer.from('<html><script>alert(1)</script></html>'),
    '照片.jpg',
    'image/jpeg',
  ],
  ['20 MiB and a byte', () => Buffer.concat([pdf, Buffer.alloc(20 * MIB + 1 - pdf.length)]), '材料.pdf', 'application/pdf'],
];

describe('a hostile file', () => {
  let app: TestApplication;
  let targets: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[];

  beforeAll(async () => {
    app = await TestApplication.start([InstitutionModule, TraineeModule, FinanceModule]);
    const draft = await app.asOwner((tx) => plantClass(tx));
    const trained = await app.asOwner((tx) => plantClass(tx, assessed));
    const { enrollmentId } = await app.asOwner((tx) => plantEnrollment(tx, trained, 9001));
    await app.asOwner((tx) => plantCompletion(tx, trained));
    const claim = await app.as('hg.aimin', 'POST', '/v1/claims', { basis: 'list', subsidy: 'certificate-of-organizer' });
    targets = [
      [`/v1/classes/${draft}/materials`, { filing: 'opening', slot: 'teacher-papers' }],
      [`/v1/classes/${draft}/rosters`, {}],
      [`/v1/enrollments/${enrollmentId}/employment-proofs`, { kind: 'wage', employer: '壶关县某养老院', employedOn: '2026-03-02' }],
      [`/v1/claims/${String(claim.body['id'])}/materials`, { slot: 'claim-form' }],
    ];
  });
  afterAll(() => app.stop());

  const counted = () => app.asOwner((tx) => tx.rows(statement('test.hostile-files', contents)));
  const form = (fields: Readonly<Record<string, string>>, ...parts: readonly (readonly [Buffer, string, string])[]) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    for (const [bytes, name, type] of parts) body.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    return body;
  };
  const refused = async (path: string, body: object): Promise<void> => {
    const before = await counted();
    const { status, body: told } = await app.as('hg.aimin', 'POST', path, body);
    expect([path, refusalCatalogue[String(told['code'])]?.status, typeof told['detailEn']]).toEqual([path, status, 'string']);
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    expect(await counted()).toEqual(before);
  };

  it('is tried on every operation that takes one', () => {
    const taking = operations.filter(({ takesFile }) => takesFile).map(({ path }) => path.replace('{id}', ''));
    expect(targets.map(([path]) => path.replace(/[0-9a-f-]{36}/, '')).sort()).toEqual(taking.sort());
  });

  it.each(files)('with %s is refused everywhere and leaves nothing behind', async (_what, bytes, name, type) => {
    const content = bytes();
    for (const [path, fields] of targets) await refused(path, form(fields, [content, name, type]));
  });

  it('that is missing, or is no form at all, is refused', async () => {
    for (const [path, fields] of targets) {
      await refused(path, form({ ...fields, note: '没有文件' }));
      await refused(path, { ...fields, file: 'x' });
    }
  });

  it('in a form whose words or file name cannot be stored is refused, and the answer names which', async () => {
    for (const [path, fields] of targets) {
      for (const name of Object.keys(fields)) {
        const { body } = await app.as('hg.aimin', 'POST', path, form({ ...fields, [name]: 'a\0b' }, [pdf, 'a.pdf', 'application/pdf']));
        expect([path, body['code'], body['pointer']]).toEqual([path, 'TEXT_UNSTORABLE', `/${name}`]);
        await refused(path, form({ ...fields, [name]: 'a\0b' }, [pdf, 'a.pdf', 'application/pdf']));
      }
      await refused(path, form(fields, [pdf, 'a\0b.pdf', 'application/pdf']));
    }
  });

  it('in a form that breaks off is refused', async () => {
    for (const [path] of targets) {
      const headers = {
        ...(await app.headersOf('hg.aimin')),
        'content-type': 'multipart/form-data; boundary=x',
        'idempotency-key': randomUUID(),
      };
      const before = await counted();
      const text = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7';
      const answer = await app.raw('POST', path, headers, text);
      expect([path, answer.status, answer.body['code']]).toEqual([path, 400, 'REQUEST_MALFORMED']);
      expect(await counted()).toEqual(before);
    }
  });

  it('is stored under no name that leads anywhere', async () => {
    const [path = '', fields = {}] = targets[0] ?? [];
    const { status, body } = await app.as(
      'hg.aimin',
      'POST',
      path,
      form(fields, [pdf, `../../etc/${'长'.repeat(300)}.pdf`, 'application/pdf']),
    );
    expect([status, typeof body['sha256']]).toEqual([201, 'string']);
    const { body: list } = await app.as('hg.aimin', 'GET', path);
    const [{ fileName } = { fileName: '' }] = list['items'] as { fileName: string }[];
    expect([fileName.includes('/'), fileName.includes('..'), fileName.length <= 255]).toEqual([false, false, true]);
  });
});
