import type { Cast } from '../cast.ts';
import type { Body } from '../http-client.ts';
import type { Journey } from '../journey.ts';
import { upload } from '../roster-file.ts';
import { paper } from './plan-class.ts';

/** Enrollments of a class in the order of their ids. */
export async function enrollmentsOf(
  journey: Journey,
  school: string,
  classId: string,
): Promise<readonly { readonly id: string; readonly personId: string }[]> {
  const { body } = await journey.must(school, { method: 'GET', path: `/v1/classes/${classId}/enrollments?limit=200` });
  return body['items'] as { id: string; personId: string }[];
}

/** Days each person attended: everybody all days but the second (15) and the third (8). */
export function daysOf(index: number): number {
  return index === 1 ? 15 : index === 2 ? 8 : 20;
}

/** Devices push every clock-in, the first day twice: a repetition counts once. */
export async function attend(
  journey: Journey,
  { school, days }: Cast,
  classId: string,
  people: readonly { id: string }[],
  span: { from: number; to: number },
): Promise<void> {
  for (const [number, day] of days.entries()) {
    if (number < span.from || number >= span.to) continue;
    const there = people.filter((_, index) => number < daysOf(index));
    const events = there.map(({ id }) => ({
      deviceEventId: `${classId.slice(0, 8)}-${day}-${id}`,
      enrollmentId: id,
      deviceId: 'gate-1',
      kind: 'clock-in',
      occurredAt: `${day}T08:2${number % 10}:00+08:00`,
    }));
    if (day > journey.day) await journey.goTo(day, '18:00:00');
    const { body } = await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/attendance`, body: { events } });
    journey.expect(`the events stored for ${day}`, body['stored'], there.length);
    if (number > 0) continue;
    const again = await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/attendance`, body: { events } });
    journey.expect('the events stored by a repetition', again.body['stored'], 0);
  }
  journey.tell(school, `推送第 ${span.from + 1} 至 ${span.to} 天考勤，其中二人共到 15 天、8 天`, { stage: 'delivery' });
}

/** Results for everybody, two of them failed; certificates for those who passed. */
export async function assess(
  journey: Journey,
  { evaluator, batch, school }: Cast,
  classId: string,
  people: readonly { id: string }[],
  on: string,
): Promise<void> {
  await journey.must(evaluator, { method: 'POST', path: `/v1/classes/${classId}/assessment/accept`, body: {} });
  const results = people.map(({ id }, index): Body => {
    const base = { enrollmentId: id, assessedOn: on, theoryScore: 80, practiceScore: 82.5 };
    if (index >= people.length - 2) return { ...base, outcome: 'failed', practiceScore: 41 };
    return {
      ...base,
      outcome: 'passed',
      certificate: { number: `S00014${batch}${String(index).padStart(6, '0')}`, kind: 'skill-level', level: 5, issuedOn: on },
    };
  });
  const { body } = await journey.must(evaluator, { method: 'POST', path: `/v1/classes/${classId}/assessment/results`, body: { results } });
  journey.expect('the persons without a result', body['open'], 0);
  await journey.until(
    'the end of the assessment',
    () => journey.http.call(school, { method: 'GET', path: `/v1/cases/${classId}` }),
    (of) => of['status'] === 'closed',
  );
  journey.tell(evaluator, `登记考核结果 ${people.length} 人，2 人不合格`, { stage: 'assessment' });
}

/** 24 of 30 are employed: exactly the 80 % that pays everybody. A contract of less than a year is refused. */
export async function proveEmployment(
  journey: Journey,
  { school }: Cast,
  people: readonly { id: string }[],
  employed: number,
  on: string,
): Promise<void> {
  const prove = (id: string, fields: Record<string, string>) => ({
    method: 'POST' as const,
    path: `/v1/enrollments/${id}/employment-proofs`,
    body: upload(paper(), '证明.pdf', 'application/pdf', { employer: '康养服务有限公司', employedOn: on, ...fields }),
  });
  const [first] = people;
  if (first) await journey.mustRefuse(school, 'EMPLOYMENT_CONTRACT_SHORT', prove(first.id, { kind: 'contract', termMonths: '11' }));
  for (const [index, { id }] of people.slice(0, employed).entries()) {
    await journey.must(
      school,
      prove(id, index % 3 === 0 ? { kind: 'contract', termMonths: '12' } : { kind: index % 3 === 1 ? 'wage' : 'social-insurance' }),
    );
  }
  journey.tell(school, `登记就业证明 ${employed} 人（共 ${people.length} 人，${Math.floor((employed * 100) / people.length)}%）`);
}
