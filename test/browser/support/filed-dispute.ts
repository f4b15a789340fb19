import { randomUUID } from 'node:crypto';
import { xinzhou } from '../../journey/cast.ts';
import { rosterPeople } from '../../journey/roster-file.ts';
import { TRAINEES } from '../../journey/steps/plan-class.ts';
import { filedOpening, type FiledOpening } from './filed-opening.ts';

/** A dispute that the first trainee of a class filed on the telephone. @param batch as of `filedOpening`. */
export async function filedDispute(url: string, batch: number, text: string): Promise<FiledOpening> {
  const opening = await filedOpening(url, batch);
  const person = rosterPeople(TRAINEES, { ...xinzhou, batch })[0];
  const code = opening.vouchers[0]?.code;
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const signedIn = await post('/v1/phone/session', { code, idLastSix: String(person?.idNumber).slice(-6) });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const dispute = { classId: opening.classId, subject: 'attendance', text };
  await post('/v1/phone/disputes', dispute, { cookie, 'idempotency-key': randomUUID() });
  return opening;
}
