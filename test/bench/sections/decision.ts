import { Client } from 'pg';
import type { Bench } from '../bench.ts';
import { engineCalls } from '../engine-calls.ts';
import { huguan } from '../../journey/cast.ts';
import { Journey } from '../../journey/journey.ts';
import { enrollPeople, planClass, supplyPapers } from '../../journey/steps/plan-class.ts';
import { decide, nextOf, taskOf } from '../../journey/steps/tasks.ts';

const DECISIONS = { full: 100, smoke: 10 };

/** A class of Huguan whose activation waits for the county: city and county can send it to and fro without ending the stage. */
async function classInActivation(journey: Journey): Promise<string> {
  await journey.goTo('2024-08-12');
  const days = [...['19', '20', '21', '22', '23', '24'].map((day) => `2024-08-${day}`), ...huguan.days.slice(0, 14)];
  const cast = { ...huguan, batch: 9, startsOn: '2024-08-19', endsOn: '2024-09-11', days };
  const classId = await planClass(journey, cast);
  await enrollPeople(journey, cast, classId);
  await supplyPapers(journey, cast.school, classId, 'opening', ['teacher-papers', 'teaching-resources', 'assessment-plan']);
  await journey.must(cast.school, { method: 'POST', path: `/v1/classes/${classId}/filings/opening/submit`, body: {} });
  await decide(journey, 'hg.caseworker1', classId, 'opening', { action: 'approve' });
  await decide(journey, 'hg.finance-reviewer', classId, 'opening', { action: 'approve' });
  await taskOf(journey, 'hg.caseworker1', classId, 'activation');
  return classId;
}

/** Distinct transactions that wrote what the case's decisions left behind, by the rows' own `xmin`. */
async function writesOf(admin: string, caseId: string): Promise<number> {
  const client = new Client(admin);
  await client.connect();
  try {
    const { rows } = await client.query<{ writes: number }>(
      `select count(distinct x)::int as writes from (
         select d.xmin::text from casework.decision d join casework.task t on t.id = d.task_id where t.case_id = $1
         union all select xmin::text from platform.audit where case_id = $1 and subject_kind = 'task'
         union all select xmin::text from platform.outbox where subject_id = $1 and reason <> 'clock-moved') written (x)`,
      [caseId],
    );
    return rows[0]?.writes ?? 0;
  } finally {
    await client.end();
  }
}

const toAndFro = [
  ['hg.caseworker1', { action: 'approve' }],
  ['cz.caseworker', { action: 'return', reasonCode: 'incomplete', comment: '请核对开通信息。' }],
] as const;

/** Decides again and again, each time the task that the answer before has named. */
async function decideToAndFro(journey: Journey, first: string, count: number): Promise<void> {
  let taskId = first;
  for (let index = 0; index < count; index++) {
    const [login, body] = toAndFro[index % 2] ?? toAndFro[0];
    const answer = await journey.must(login, { method: 'POST', path: `/v1/tasks/${taskId}/decision`, ifMatch: 1, body });
    journey.expect('the stage that goes on', nextOf(answer).stage, 'activation');
    taskId = (answer.body['next'] as { turn: { taskId: string } }).turn.taskId;
  }
}

/** Decisions inside a stage: each is one write transaction, its answer names the next task's office, and Temporal hears nothing. */
export async function decision(bench: Bench): Promise<void> {
  const journey = new Journey('bench', bench.stack.url, () => undefined);
  const classId = await classInActivation(journey);
  const count = bench.isSmoke ? DECISIONS.smoke : DECISIONS.full;
  const { id } = await taskOf(journey, 'hg.caseworker1', classId, 'activation');
  await journey.must('cz.caseworker', { method: 'GET', path: '/v1/me' }); // signed in before anything is counted
  const from = { heard: await engineCalls(bench.stack, ['class'], classId), writes: await writesOf(bench.stack.admin, classId) };
  await bench.measure({
    name: 'a decision inside a stage',
    count,
    unit: 'decision',
    run: async () => {
      await decideToAndFro(journey, id, count);
      const heard = await engineCalls(bench.stack, ['class'], classId);
      const writes = await writesOf(bench.stack.admin, classId);
      return { writeTransactionsOfDecisions: writes - from.writes, eventsInTemporal: heard.events - from.heard.events };
    },
  });
}
