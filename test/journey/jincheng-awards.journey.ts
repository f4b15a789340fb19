import { syntheticIdentityNumber } from '#libs/policy';
import { jincheng as cast } from './cast.ts';
import { Journey, type Breaks } from './journey.ts';
import * as free from './steps/free-claims.ts';
import { closeTheBooks } from './steps/paying.ts';

function person(name: string, sequence: number) {
  return { name, idNumber: syntheticIdentityNumber({ region: cast.region, birthDate: '1988-07-09', sequence }) };
}

const account = (tail: string) => ({ bank: '晋城市商业银行', number: `622200001111${tail}` });

/** 取证培训补贴: the enterprise is paid for three certificates it organised, by level (SUB-JC20-01, -02). */
const certificates: free.FreeClaim = {
  basis: 'list',
  subsidy: 'certificate-of-organizer',
  subjects: [
    { ...person('申建国', 301), reference: 'S00014050001', facts: { certificate: 'elementary', isFirst: true } },
    { ...person('焦秀兰', 302), reference: 'S00014050002', facts: { certificate: 'elementary', isFirst: true } },
    { ...person('成志强', 303), reference: 'S00014050003', facts: { certificate: 'advanced', isFirst: true } },
  ],
  papers: ['claim-form', 'certificates'],
  total: '1200.00',
  orders: ['1200.00'],
};

/** 职工个人技能提升补贴: each person is paid, on the person's own account (SUB-JC20-06, -08). */
const individuals: free.FreeClaim = {
  basis: 'list',
  subsidy: 'skill-upgrade',
  subjects: [
    { ...person('申建国', 301), account: account('0301'), facts: { level: 'elementary', contributionMonths: 12 } },
    { ...person('成志强', 303), account: account('0303'), facts: { level: 'advanced', contributionMonths: 40 } },
  ],
  papers: ['claim-form', 'certificates'],
  total: '3000.00',
  orders: ['1000.00', '2000.00'],
};

/** 技能大师工作室奖励: one of the city, one of the province, each on its own account (SUB-JC20-25, -26). */
const studios: free.FreeClaim = {
  basis: 'unit',
  subsidy: 'studio',
  subjects: [
    { unitName: '焦师傅数控技能大师工作室', account: account('0901'), facts: { level: 'city' } },
    { unitName: '太行电焊技能大师工作室', account: account('0902'), facts: { level: 'province' } },
  ],
  papers: ['claim-form', 'proof'],
  total: '300000.00',
  orders: ['100000.00', '200000.00'],
};

/** The same person's level, and the same studio under another spelling, are not paid twice. */
async function claimAgain(journey: Journey): Promise<void> {
  const { school } = cast;
  const again = [
    { claim: individuals, subjects: individuals.subjects.slice(0, 1), code: 'SUBJECT_CLAIMED_BEFORE' },
    {
      claim: studios,
      subjects: [{ unitName: '焦师傅 数控（技能大师）工作室', account: account('0901'), facts: { level: 'city' } }],
      code: 'CLAIM_NOTHING_DUE',
    },
  ];
  for (const { claim, subjects, code } of again) {
    const { basis, subsidy } = claim;
    const { body, version: ifMatch = 0 } = await journey.must(school, { method: 'POST', path: '/v1/claims', body: { basis, subsidy } });
    const path = `/v1/claims/${String(body['id'])}`;
    await journey.must(school, { method: 'PUT', path: `${path}/subjects`, body: { subjects }, ifMatch });
    await journey.mustRefuse(school, code, { method: 'POST', path: `${path}/submit`, body: {} });
  }
  journey.tell(school, '同一人同一等级、同一工作室换个写法再次申领，均被拒绝');
}

/** Three claims without a class under 晋市政发〔2020〕12号: an enterprise's certificates, individual subsidies, master studios; all paid. */
export async function jinchengAwards(url: string, say: (line: string) => void, breaks?: Breaks): Promise<void> {
  const journey = new Journey('jincheng-awards', url, say, breaks);
  await journey.goTo('2021-10-11');
  const claims = [certificates, individuals, studios];
  const ids: string[] = [];
  for (const claim of claims) ids.push(await free.fileFreeClaim(journey, cast, claim));
  await claimAgain(journey);
  await journey.goTo('2021-10-12');
  for (const id of ids) await free.reviewAndSign(journey, cast, id);
  const titles = ['取证培训补贴（不随班申领）公示', '职工个人技能提升补贴公示', '技能大师工作室奖励公示'];
  await free.noticesOf(journey, cast, '2021-10-19', titles);
  await journey.goTo('2021-10-20');
  for (const [index, claim] of claims.entries()) {
    await free.payFreeClaim(journey, cast, ids[index] ?? '', claim);
    await closeTheBooks(journey, cast, ids[index] ?? '', claim.total);
  }
}
