import ExcelJS from 'exceljs';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { CaseworkActivities, CaseworkModule } from '#libs/casework';
import { FinanceModule } from '#libs/finance';
import { demoAccount } from '#libs/identity';
import { InstitutionModule } from '#libs/institution';
import { Database, statement } from '#libs/platform';
import { PublicSiteModule } from '#libs/public-site';
import { TestApplication, type Answered } from '#libs/testing';
import { TraineeModule } from '#libs/trainee';
import type { PlantedClaim } from '../../libs/casework/testing/plant-cases.ts';
import { textOfPdf } from '../../libs/papers/testing/text-of-pdf.ts';
import { plainSql, plantClaimWithClass } from './testing/plant-claim-with-class.ts';

/** A number in clear; not digits that happen to follow each other in a hash or an id. */
const WHOLE_NUMBER = /(?<![\da-f])\d{17}[\dXx](?![\da-f])/;
const openTask = `select id, version from casework.task where case_id = $1 and kind = $2 and closed_at is null order by opened_at limit 1`;

/** A test lays out up to six papers, half a second of CPU each; two cores may be shared. */
jest.setTimeout(120_000);

describe('papers and workbooks', () => {
  let app: TestApplication;
  let worker: Database;
  let roads: CaseworkActivities;
  let claim: PlantedClaim;
  beforeAll(async () => {
    app = await TestApplication.start([InstitutionModule, TraineeModule, CaseworkModule, FinanceModule, PublicSiteModule]);
    worker = new Database('worker');
    roads = new CaseworkActivities(worker);
    claim = await app.asOwner(plantClaimWithClass);
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) => app.asOwner((tx) => plainSql<Row>(tx, text, values));

  const file = async (kind: string) => {
    const { body } = await app.as('hg.aimin', 'GET', `/v1/classes/${claim.classId}`);
    const { timetable, teachingPlan, ...row } = body;
    const content = {
      class: row,
      lessons: timetable,
      courses: teachingPlan,
      materials: [{ slot: 'syllabus', fileName: 'a.pdf' }],
      enrolled: 2,
    };
    await sql(
      `insert into institution.filing (class_id, kind, version, content, content_sha256, submitted_by, contributors) values ($1, $2, 1, $3, sha256('x'), $4, array[$4::uuid])`,
      [claim.classId, kind, JSON.stringify(content), demoAccount('hg.aimin').personId],
    );
  };
  const decide = async (login: string, kind: string, body: object) => {
    const [task] = await sql<{ id: string; version: number }>(openTask, [claim.claimId, kind]);
    const answer = await app.as(login, 'POST', `/v1/tasks/${task?.id}/decision`, body, {
      headers: { 'if-match': `"${task?.version}"` },
      signedInSecondsAgo: 10,
      secondFactor: true,
    });
    expect([login, answer.status]).toEqual([login, 200]);
  };
  const textOf = ({ bytes }: Answered) => textOfPdf(bytes).join('').replace(/\s/g, '');
  /** The paper as text; KBT_PAPERS names a folder that keeps them to be looked at. */
  const paper = async (login: string, path: string): Promise<string> => {
    const answer = await app.as(login, 'GET', path);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/pdf']);
    const again = await app.as(login, 'GET', path);
    expect(again.bytes.equals(answer.bytes)).toBe(true);
    const folder = process.env['KBT_PAPERS'];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}/${path.split('/').at(-1)}`, answer.bytes);
    }
    const text = textOf(answer);
    expect(text).not.toMatch(WHOLE_NUMBER);
    return text;
  };
  const contains = (text: string, ...said: readonly string[]) => said.forEach((one) => expect(text).toContain(one));
  const ofClass = (name: string) => `/v1/classes/${claim.classId}/papers/${name}.pdf`;
  const ofClaim = (name: string) => `/v1/claims/${claim.claimId}/papers/${name}.pdf`;
  const ofCase = (name: string, id = claim.claimId) => `/v1/cases/${id}/papers/${name}.pdf`;

  it('marks what is not filed as a draft, and keeps none of it', async () => {
    contains(await paper('hg.aimin', ofClass('opening-report')), '草稿：尚未提交', '高文华', '第一实训基地');
    expect(await sql('select 1 as one from platform.paper')).toEqual([]);
  });

  it('prints an opening as it was filed: report, roster, teaching plan, timetable', async () => {
    await file('opening');
    contains(
      await paper('hg.aimin', ofClass('opening-report')),
      '培训开班报告',
      '壶关县人力资源和社会保障局：',
      '养老护理员一班',
      '项目制',
      '80学时',
      '核验码',
      '第1版',
    );
    contains(
      await paper('hg.caseworker1', ofClass('enrollment-roster')),
      '培训报名花名册',
      '牛桂花',
      '1404**********0011',
      '农村转移就业劳动者',
      '龙泉镇',
    );
    contains(await paper('hg.aimin', ofClass('teaching-plan')), '培训教学实施计划', '职业道德', '合计', '80');
    contains(await paper('hg.aimin', ofClass('timetable')), '课程安排表', '2026年1月5日', '高文华', '共10天');
    await sql(`update institution.training_class set name = '改名后的班' where id = $1`, [claim.classId]);
    expect(await paper('hg.aimin', ofClass('opening-report'))).not.toContain('改名后的班');
    await sql(`update institution.training_class set name = '养老护理员一班' where id = $1`, [claim.classId]);
  });

  it('prints a completion: report, roster, and the review form with the decision', async () => {
    await file('completion');
    contains(await paper('hg.aimin', ofClass('completion-report')), '培训结业申请报告', '申请组织学员参加结业考试和技能评价');
    contains(await paper('hg.aimin', ofClass('completion-roster')), '培训结业花名册', '本人签字', '人社部门审核');
    await sql(
      `insert into casework.case_file (id, kind, class_id, number, title, class_type, region, institution_id, office_id, current_stage)
       select id, 'class', id, number, name, class_type, region, institution_id, assigning_office_id, 'completion' from institution.training_class where id = $1`,
      [claim.classId],
    );
    const stageId = randomUUID();
    await sql(
      `insert into casework.stage (id, case_id, stage, round, ordinal, outcome, outcome_at) values ($1, $2, 'completion', 1, 1, 'approved', platform.now())`,
      [stageId, claim.classId],
    );
    await sql(
      `insert into casework.decision (task_id, case_id, stage_id, stage, step, action, account_id, person_id, office_id, role)
       select gen_random_uuid(), $1, $2, 'completion', 0, 'approve', $3, $4, c.office_id, 'caseworker' from casework.case_file c where c.id = $1`,
      [claim.classId, stageId, demoAccount('hg.caseworker1').accountId, demoAccount('hg.caseworker1').personId],
    );
    contains(
      await paper('hg.aimin', ofCase('completion-review', claim.classId)),
      '培训结业申请审核表',
      '同意结业',
      '壶关县人力资源和社会保障局（盖章）',
    );
  });

  it('prints a sealed claim: application, report and roster, amounts also in capital numerals', async () => {
    contains(
      await paper('hg.aimin', ofClaim('subsidy-application')),
      '职业技能提升培训（取证）补贴资金申请表',
      '¥3,000.00',
      '人民币叁仟元整',
      '财政部门复审',
      claim.sha256,
    );
    contains(await paper('hg.aimin', ofClaim('subsidy-report')), '补贴申请报告', '壶技能办发〔2024〕1号', '共2人');
    contains(
      await paper('hg.finance-reviewer', ofClaim('claimant-roster')),
      '申请培训（取证）补贴人员花名册',
      '牛桂花',
      '1,500.00',
      '合计2人',
    );
  });

  it('prints signatures, notice and the letter to finance, each a draft until its stage has ended', async () => {
    await roads.review(claim.claimId);
    expect((await app.as('hg.leader', 'GET', ofCase('sign-off-sheet'))).body['code']).toBe('PAPER_NOT_YET');
    await decide('hg.caseworker2', 'decide', { action: 'approve' });
    await roads.signOff(claim.claimId);
    const sign = { action: 'sign', packageSha256: claim.sha256 };
    await decide('hg.caseworker1', 'sign', sign);
    contains(await paper('hg.leader', ofCase('sign-off-sheet')), '草稿', '经办审查签字（2）');
    await decide('hg.caseworker2', 'sign', sign);
    await roads.publicNotice(claim.claimId);
    contains(await paper('hg.leader', ofCase('sign-off-sheet')), '两人以上经办审查签字表', '核验码', claim.sha256, '人民币叁仟元整');
    const notice = await paper('hg.aimin', ofCase('public-notice'));
    contains(notice, '公示', '牛桂花', '1404**********0011', '满5个工作日', '0000-0000005');
    contains(await paper('hg.leader', ofCase('transfer-letter')), '草稿');
    const [closes] = await sql<{ at: Date }>('select closes_at as at from casework.public_notice where claim_id = $1', [claim.claimId]);
    await sql('select platform.move_clock($1::timestamptz)', [closes?.at.toISOString()]);
    expect(await roads.publicNotice(claim.claimId)).toEqual({ outcome: 'clean' });
    contains(await paper('hg.leader', ofCase('transfer-letter')), '关于报送', '壶关县财政局：', '公示期满，无异议', '人民币叁仟元整');
    expect(await paper('hg.aimin', ofCase('public-notice'))).toBe(notice);
  });

  it('prints the request to pay', async () => {
    expect((await app.as('hg.finance-reviewer', 'GET', ofClaim('payment-request'))).body['code']).toBe('PAPER_NOT_YET');
    await sql(
      `insert into finance.payment_order (key, claim_id, version, payee_id, tranche, generation, amount_fen) select 'P-BT14042720260001-0190-1-0', id, 1, institution_id, 1, 0, 300000 from finance.claim where id = $1`,
      [claim.claimId],
    );
    contains(await paper('hg.finance-reviewer', ofClaim('payment-request')), '补贴资金拨付申请', '人民币叁仟元整', '-0190-1-0');
  });

  it('shows papers to those who may see the case, and who signed inside the bureau alone', async () => {
    for (const path of [
      ofClass('opening-report'),
      ofClass('enrollment-roster'),
      ofClaim('claimant-roster'),
      ofCase('public-notice'),
      ofCase('transfer-letter'),
    ]) {
      for (const login of ['hg.huasen', 'wz.caseworker1'])
        expect([path, login, (await app.as(login, 'GET', path)).status]).toEqual([path, login, 404]);
      expect((await app.call('GET', path, {})).status).toBe(401);
    }
    for (const name of ['sign-off-sheet', 'transfer-letter']) expect((await app.as('hg.aimin', 'GET', ofCase(name))).status).toBe(404);
    expect((await app.as('hg.aimin', 'GET', ofClaim('payment-request'))).status).toBe(403);
    expect((await app.as('hg.aimin', 'GET', ofClass('no-such-paper'))).status).toBe(400);
    expect((await app.as('hg.aimin', 'GET', `${ofClass('opening-report')}?version=9`)).status).toBe(404);
  });

  it('keeps each paper by its hash for ever, and tells anybody who holds one that it is genuine', async () => {
    const kept = await sql<{ code: string; kind: string; sha256: string }>(
      `select code, kind, encode(sha256, 'hex') as sha256 from platform.paper order by kind`,
    );
    expect(kept).toHaveLength(14);
    const answer = await app.as('hg.aimin', 'GET', ofClass('opening-report'));
    const opening = kept.find(({ kind }) => kind === 'opening-report');
    expect(createHash('sha256').update(answer.bytes).digest('hex')).toBe(opening?.sha256);
    const page = (await app.call('GET', `/public/papers?code=${opening?.code}`, {})).bytes.toString();
    contains(page, '该文书由本系统出具', '培训开班报告', opening?.sha256 ?? '');
    expect(page).not.toContain('养老护理员');
    await expect(
      app.asOwner((tx) => tx.rows(statement('test.papers.forge', `update platform.paper set kind = 'timetable'`))),
    ).rejects.toMatchObject({ message: 'PAPER_PERMANENT' });
    const institution = new Database('institution');
    await expect(
      institution.transaction((tx) => tx.rows(statement('test.papers.erase', 'delete from platform.paper'))),
    ).rejects.toMatchObject({ code: '42501' });
    await institution.close();
  });

  it('exports the lists as workbooks, with the list’s own rights and masks', async () => {
    const lists: readonly (readonly [string, string, string])[] = [
      ['hg.caseworker1', '/v1/tasks.xlsx?view=done', '办理期限'],
      ['hg.aimin', '/v1/classes.xlsx', '养老护理员一班'],
      ['hg.aimin', `/v1/classes/${claim.classId}/enrollments.xlsx`, '1404**********0011'],
      ['hg.aimin', '/v1/claims.xlsx', 'order-project-training'],
      ['hg.finance-reviewer', `/v1/claims/${claim.claimId}/lines.xlsx`, '牛**'],
      ['hg.finance-reviewer', '/v1/budget-lines.xlsx', '提升行动资金'],
      ['hg.finance-reviewer', `/v1/ledger.xlsx?claimId=${claim.claimId}`, '分录号'],
      ['hg.disburser1', '/v1/payment-batches.xlsx', '批次号'],
    ];
    for (const [login, path, said] of lists) {
      const answer = await app.as(login, 'GET', path);
      expect([path, answer.status]).toEqual([path, 200]);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(answer.bytes as unknown as ArrayBuffer);
      const cells = JSON.stringify(workbook.worksheets[0]?.getSheetValues());
      expect([path, cells.includes(said), cells.includes('牛桂花'), WHOLE_NUMBER.test(cells)]).toEqual([path, true, false, false]);
    }
    expect((await app.as('hg.huasen', 'GET', `/v1/classes/${claim.classId}/enrollments.xlsx`)).status).toBe(404);
    expect((await app.as('hg.aimin', 'GET', '/v1/budget-lines.xlsx')).status).toBe(403);
    expect((await app.call('GET', '/v1/tasks.xlsx', {})).status).toBe(401);
  });
});
