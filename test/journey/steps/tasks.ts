import type { Answer, Body } from '../http-client.ts';
import type { Journey } from '../journey.ts';

export interface OpenTask {
  readonly id: string;
  readonly version: number;
  readonly detail: Body;
}

/** Waits until a case has a task of a stage in somebody's inbox, and opens it. */
export async function taskOf(journey: Journey, login: string, caseId: string, stage: string): Promise<OpenTask> {
  const mine = (body: Body) =>
    (body['items'] as { id: string; caseId: string; stage: string; kind: string }[]).find(
      (item) => item.caseId === caseId && item.stage === stage && item.kind !== 'alarm',
    );
  const inbox = await journey.until(
    `the task ${stage} of ${login}`,
    () => journey.http.call(login, { method: 'GET', path: '/v1/tasks?view=group&limit=200' }),
    (body) => mine(body) !== undefined,
  );
  const id = mine(inbox.body)?.id ?? '';
  const detail = await journey.must(login, { method: 'GET', path: `/v1/tasks/${id}` });
  return { id, version: detail.version ?? 0, detail: detail.body };
}

/** The sentence that says what is next. */
export function nextOf({ body }: Answer): { readonly stage: string; readonly turn: string } {
  const next = body['next'] as { stage: string; sentence: { zh: string } };
  return { stage: next.stage, turn: next.sentence.zh };
}

/** Decides a case's task as somebody, and tells it. */
export async function decide(journey: Journey, login: string, caseId: string, stage: string, decision: Body): Promise<Answer> {
  const task = await taskOf(journey, login, caseId, stage);
  const answer = await journey.must(login, {
    method: 'POST',
    path: `/v1/tasks/${task.id}/decision`,
    ifMatch: task.version,
    body: decision,
  });
  journey.tell(login, `${stage} ${String(decision['action'])}`, nextOf(answer));
  return answer;
}

/** Signs the package of a claim's task: what was on the screen, right after signing in. */
export async function sign(journey: Journey, login: string, claimId: string, stage: string, action: string): Promise<Answer> {
  await journey.http.proveAnew(login);
  const task = await taskOf(journey, login, claimId, stage);
  const { sha256 } = task.detail['package'] as { sha256: string };
  const answer = await journey.must(login, {
    method: 'POST',
    path: `/v1/tasks/${task.id}/decision`,
    ifMatch: task.version,
    body: { action, packageSha256: sha256 },
  });
  journey.tell(login, `${stage} ${action} 签字 ${sha256.slice(0, 12)}…`, nextOf(answer));
  return answer;
}
