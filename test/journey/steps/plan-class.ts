import { syntheticIdentityNumber } from '#libs/policy';
import type { Cast } from '../cast.ts';
import type { Journey } from '../journey.ts';
import { damaged, rosterFile, rosterPeople, upload } from '../roster-file.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Trainees of a journey's class. */
export const TRAINEES = 30;

async function siteAndTeacher(journey: Journey, { school, region, batch }: Cast): Promise<{ siteId: string; teacherId: string }> {
  const site = await journey.must(school, {
    method: 'POST',
    path: '/v1/sites',
    body: { name: `第${batch}培训中心`, address: '和平街1号院2号楼' },
  });
  const idNumber = syntheticIdentityNumber({ region, birthDate: '1975-06-01', sequence: batch });
  const teacher = await journey.must(school, {
    method: 'POST',
    path: '/v1/teachers',
    body: { name: '李老师', idNumber, qualification: '高级技师' },
  });
  return { siteId: String(site.body['id']), teacherId: String(teacher.body['id']) };
}

/** Plans the class: refused without the basic courses, then accepted. */
export async function planClass(journey: Journey, cast: Cast, capacity = 40): Promise<string> {
  const { siteId, teacherId } = await siteAndTeacher(journey, cast);
  const { classType, orderId = 'DD-2024-001', assigningOfficeId, evaluationBodyId, startsOn, endsOn, days, school } = cast;
  const draft = {
    ...{
      name: '养老护理员培训班',
      classType,
      occupationCode: '4-10-01-05',
      occupationName: '养老护理员',
      siteId,
      assigningOfficeId,
      evaluationBodyId,
      startsOn,
      endsOn,
    },
    ...(classType === 'order' ? { orderId } : {}),
    capacity,
    timetable: days.map((day) => ({ day, course: '养老护理实务', hours: 8, teacherId })),
  };
  const basics = ['安全生产', '消防知识', '法制教育', '普通话'].map((course) => ({ course, hours: 4 }));
  const plan = [{ course: '养老护理实务', hours: 144 }];
  await journey.mustRefuse(school, 'BASIC_COURSES_MISSING', {
    method: 'POST',
    path: '/v1/classes',
    body: { ...draft, teachingPlan: plan },
  });
  const { body } = await journey.must(school, {
    method: 'POST',
    path: '/v1/classes',
    body: { ...draft, teachingPlan: [...plan, ...basics] },
  });
  journey.tell(school, `新建班级 ${startsOn} 至 ${endsOn}，${days.length} 个培训日`);
  return String(body['id']);
}

/** Sends a roster with a damaged number and a duplicate, then the corrected one; 30 people are enrolled. */
export async function enrollPeople(journey: Journey, { school, region, batch }: Cast, classId: string): Promise<void> {
  const people = rosterPeople(TRAINEES, { region, batch });
  const [first, second] = people;
  if (!first || !second) throw new Error('a roster needs people');
  const path = `/v1/classes/${classId}/rosters`;
  const wrong = await rosterFile([damaged(first), ...people.slice(1), second]);
  const judged = await journey.must(school, { method: 'POST', path, body: upload(wrong, '花名册.xlsx', XLSX) });
  journey.expect('the number of rows with errors', judged.body['errorRows'], 2);
  await journey.mustRefuse(school, 'ROSTER_HAS_ERRORS', {
    method: 'POST',
    path: `/v1/rosters/${String(judged.body['id'])}/confirm`,
    ifMatch: judged.version ?? 0,
    body: {},
  });
  const annotated = await journey.must(school, { method: 'GET', path: `/v1/rosters/${String(judged.body['id'])}/annotated` });
  journey.tell(school, `花名册校验：2 行有误，已写回原表（${annotated.bytes.length} 字节）`);
  const good = await journey.must(school, { method: 'POST', path, body: upload(await rosterFile(people), '花名册（更正）.xlsx', XLSX) });
  const confirmed = await journey.must(school, {
    method: 'POST',
    path: `/v1/rosters/${String(good.body['id'])}/confirm`,
    ifMatch: good.version ?? 0,
    body: {},
  });
  journey.expect('the number of people enrolled', confirmed.body['enrolled'], TRAINEES);
  journey.tell(school, `花名册更正后导入 ${TRAINEES} 人`);
}

/** Uploads one paper for each named slot. */
export async function supplyPapers(
  journey: Journey,
  login: string,
  classId: string,
  filing: string,
  slots: readonly string[],
): Promise<void> {
  for (const slot of slots) {
    await journey.must(login, {
      method: 'POST',
      path: `/v1/classes/${classId}/materials`,
      body: upload(PDF, `${slot}.pdf`, 'application/pdf', { filing, slot }),
    });
  }
}

export function paper(): Buffer {
  return PDF;
}
