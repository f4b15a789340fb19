import type { Cast } from '../cast.ts';
import type { Journey } from '../journey.ts';

const classPapers = ['opening-report', 'teaching-plan', 'timetable', 'completion-report', 'enrollment-roster', 'completion-roster'];
const claimPapers = ['subsidy-application', 'subsidy-report', 'claimant-roster'];
const casePapers = ['sign-off-sheet', 'public-notice', 'transfer-letter'];

/** Reads every official paper twice: a PDF each, and the second time the same bytes (DOC-01..20). */
export async function readPapers(journey: Journey, { school, bureau }: Cast, classId: string, claimId: string): Promise<void> {
  const papers: readonly (readonly [string, string])[] = [
    ...classPapers.map((name) => [school, `/v1/classes/${classId}/papers/${name}.pdf`] as const),
    [school, `/v1/cases/${classId}/papers/completion-review.pdf`],
    ...claimPapers.map((name) => [school, `/v1/claims/${claimId}/papers/${name}.pdf`] as const),
    ...casePapers.map((name) => [`${bureau}.leader`, `/v1/cases/${claimId}/papers/${name}.pdf`] as const),
    [`${bureau}.finance-reviewer`, `/v1/claims/${claimId}/papers/payment-request.pdf`],
  ];
  for (const [login, path] of papers) {
    const [first, again] = [await journey.must(login, { method: 'GET', path }), await journey.must(login, { method: 'GET', path })];
    journey.expect(`the paper ${path}`, [first.bytes.subarray(0, 5).toString(), first.bytes.equals(again.bytes)], ['%PDF-', true]);
  }
  await journey.mustRefuse(school, 'NOT_FOUND', { method: 'GET', path: `/v1/cases/${claimId}/papers/sign-off-sheet.pdf` });
  journey.tell(`${bureau}.leader`, `出具文书 ${papers.length} 份，再次调取逐字节一致`);
}

/** Every list as a workbook. */
export async function exportLists(journey: Journey, { school, bureau }: Cast, classId: string, claimId: string): Promise<void> {
  const lists: readonly (readonly [string, string])[] = [
    [`${bureau}.caseworker1`, '/v1/tasks.xlsx?view=done'],
    [school, '/v1/classes.xlsx'],
    [school, `/v1/classes/${classId}/enrollments.xlsx`],
    [school, '/v1/claims.xlsx'],
    [`${bureau}.finance-reviewer`, `/v1/claims/${claimId}/lines.xlsx`],
    [`${bureau}.finance-reviewer`, '/v1/budget-lines.xlsx'],
    [`${bureau}.finance-reviewer`, `/v1/ledger.xlsx?claimId=${claimId}`],
    [`${bureau}.disburser1`, '/v1/payment-batches.xlsx'],
  ];
  for (const [login, path] of lists) {
    const { bytes } = await journey.must(login, { method: 'GET', path });
    journey.expect(`the workbook ${path}`, bytes.subarray(0, 2).toString(), 'PK');
  }
  journey.tell(`${bureau}.caseworker1`, `导出列表 ${lists.length} 份`);
}
