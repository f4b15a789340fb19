import { createHash } from 'node:crypto';
import { OfficeKind, Role } from '#libs/contracts';

/** Fixed ids, so that the demonstration data of every domain can name each other: a kind and a number. */
function demoId(kind: number, number: number): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  return `01900000-${hex(kind, 4)}-7000-8000-${hex(number, 12)}`;
}

export interface DemoOffice {
  readonly id: string;
  readonly kind: OfficeKind;
  /** Six-digit division code. */
  readonly region: string;
  readonly name: string;
  readonly parentId: string | null;
  /** Nobody's number: the demonstration world is not real. */
  readonly phone: string;
}

let offices = 0;
function office(kind: OfficeKind, region: string, name: string, parent?: DemoOffice): DemoOffice {
  const number = ++offices;
  return { id: demoId(1, number), kind, region, name, parentId: parent?.id ?? null, phone: `0000-${String(number).padStart(7, '0')}` };
}

const shanxi = office(OfficeKind.HumanResources, '140000', '山西省人力资源和社会保障厅');
const xinzhou = office(OfficeKind.HumanResources, '140900', '忻州市人力资源和社会保障局', shanxi);
const wuzhai = office(OfficeKind.HumanResources, '140928', '五寨县人力资源和社会保障局', xinzhou);
const changzhi = office(OfficeKind.HumanResources, '140400', '长治市人力资源和社会保障局', shanxi);
const huguan = office(OfficeKind.HumanResources, '140427', '壶关县人力资源和社会保障局', changzhi);

/** Offices of one city and two counties, with what is above and beside them. */
export const demoOffices = {
  shanxiHr: shanxi,
  xinzhouHr: xinzhou,
  wuzhaiHr: wuzhai,
  changzhiHr: changzhi,
  huguanHr: huguan,
  xinzhouFinance: office(OfficeKind.Finance, '140900', '忻州市财政局'),
  wuzhaiFinance: office(OfficeKind.Finance, '140928', '五寨县财政局'),
  huguanFinance: office(OfficeKind.Finance, '140427', '壶关县财政局'),
  xinzhouAudit: office(OfficeKind.Audit, '140900', '忻州市审计局'),
  wuzhaiAudit: office(OfficeKind.Audit, '140928', '五寨县审计局'),
  huguanAudit: office(OfficeKind.Audit, '140427', '壶关县审计局'),
  xinzhouIndustry: office(OfficeKind.Industry, '140900', '忻州市农业农村局'),
  huguanIndustry: office(OfficeKind.Industry, '140427', '壶关县农业农村局'),
  // Institutions and evaluation bodies are offices too: office id = institution id. Two of Huguan's stand in annex 3 of HG24.
  xinzhouSchool: office(OfficeKind.Institution, '140900', '忻州市惠民职业培训学校'),
  aimin: office(OfficeKind.Institution, '140427', '长治市爱民职业培训学校'),
  huasen: office(OfficeKind.Institution, '140427', '长治市华森职业培训学校'),
  xinzhouEvaluation: office(OfficeKind.EvaluationBody, '140900', '忻州市技能等级评价中心'),
  zhendong: office(OfficeKind.EvaluationBody, '140400', '山西振东健康产业集团有限公司'),
  // A second city, whose plan of 2020 pays certificates, persons and units without a class.
  jinchengHr: office(OfficeKind.HumanResources, '140500', '晋城市人力资源和社会保障局', shanxi),
  jinchengFinance: office(OfficeKind.Finance, '140500', '晋城市财政局'),
  jinchengAudit: office(OfficeKind.Audit, '140500', '晋城市审计局'),
  taihang: office(OfficeKind.Institution, '140500', '晋城市太行精密制造有限公司'),
} as const satisfies Record<string, DemoOffice>;

/** Training institutions; `id` is the id in the schema `institution` as well. */
export const demoInstitutions = { xinzhouSchool: demoOffices.xinzhouSchool, aimin: demoOffices.aimin, huasen: demoOffices.huasen } as const;

/** Enterprises that claim for their own staff and for what they set up. */
export const demoEnterprises = { taihang: demoOffices.taihang } as const;

/** Evaluation bodies, one in each city. */
export const demoEvaluationBodies = { xinzhou: demoOffices.xinzhouEvaluation, zhendong: demoOffices.zhendong } as const;

export interface DemoAccount {
  readonly accountId: string;
  readonly personId: string;
  readonly login: string;
  readonly displayName: string;
  readonly office: DemoOffice;
  readonly roles: readonly Role[];
}

let accounts = 0;
function account(login: string, displayName: string, at: DemoOffice, roles: readonly Role[], sameAs?: DemoAccount): DemoAccount {
  const number = ++accounts;
  return { accountId: demoId(2, number), personId: sameAs?.personId ?? demoId(3, number), login, displayName, office: at, roles };
}

interface Place {
  readonly hr: DemoOffice;
  readonly finance: DemoOffice;
  readonly audit: DemoOffice;
}

/** Everybody a place needs to bring a class from opening to payment, every signature by another person. */
function people(prefix: string, names: readonly string[], { hr, finance, audit }: Place): DemoAccount[] {
  const posts: readonly (readonly [string, DemoOffice, Role])[] = [
    ['caseworker1', hr, Role.Caseworker],
    ['caseworker2', hr, Role.Caseworker],
    ['reviewer', hr, Role.Reviewer],
    ['leader', hr, Role.Leader],
    ['finance-reviewer', finance, Role.FinanceReviewer],
    ['disburser1', finance, Role.FinanceDisburser],
    ['disburser2', finance, Role.FinanceDisburser],
    ['auditor', audit, Role.Auditor],
    ['admin', hr, Role.CountyAdministrator],
  ];
  const made = posts.map(([post, at, role], index) => account(`${prefix}.${post}`, names[index] ?? post, at, [role]));
  const [first] = made;
  // The same human being under a second account: whoever compares accounts instead of persons lets this one sign twice.
  return first ? [...made, account(`${prefix}.twin`, `${first.displayName}（第二账号）`, hr, [Role.Reviewer], first)] : made;
}

const xinzhouNames = ['郭志强', '张慧敏', '李建平', '王海燕', '赵文斌', '刘晓东', '陈丽娟', '杨国栋', '周永红'];
const wuzhaiNames = ['贾云飞', '孙玉梅', '高俊杰', '武爱国', '任晓丽', '冯志远', '梁秀芳', '史建军', '白雪松'];
const huguanNames = ['秦树林', '申秀英', '牛向前', '程建华', '苗润生', '崔丽萍', '路新民', '韩志刚', '宋春霞'];

const jinchengNames = ['原志远', '司马慧', '焦建军', '成海燕', '常文斌', '毋晓东', '卫丽娟', '段国栋', '闫永红'];

/** Every demonstration account. They share the password {@link demoPassword}. */
export const demoAccounts: readonly DemoAccount[] = [
  ...people('xz', xinzhouNames, { hr: xinzhou, finance: demoOffices.xinzhouFinance, audit: demoOffices.xinzhouAudit }),
  ...people('wz', wuzhaiNames, { hr: wuzhai, finance: demoOffices.wuzhaiFinance, audit: demoOffices.wuzhaiAudit }),
  ...people('hg', huguanNames, { hr: huguan, finance: demoOffices.huguanFinance, audit: demoOffices.huguanAudit }),
  account('cz.caseworker', '郝建忠', changzhi, [Role.Caseworker]),
  account('cz.reviewer', '段丽君', changzhi, [Role.Reviewer]),
  account('sx.caseworker', '薛明辉', shanxi, [Role.Caseworker]),
  account('xz.industry', '温晓峰', demoOffices.xinzhouIndustry, [Role.Caseworker]),
  account('hg.industry', '靳玉兰', demoOffices.huguanIndustry, [Role.Caseworker]),
  account('xz.school', '田春生', demoOffices.xinzhouSchool, [Role.InstitutionOperator]),
  account('hg.aimin', '侯爱民', demoOffices.aimin, [Role.InstitutionOperator]),
  account('hg.huasen', '裴华森', demoOffices.huasen, [Role.InstitutionOperator]),
  account('xz.evaluation', '闫立新', demoOffices.xinzhouEvaluation, [Role.EvaluationBody]),
  account('cz.zhendong', '原振华', demoOffices.zhendong, [Role.EvaluationBody]),
  account('sysadmin', '系统管理员', shanxi, [Role.SystemAdministrator]),
  ...people('jc', jinchengNames, { hr: demoOffices.jinchengHr, finance: demoOffices.jinchengFinance, audit: demoOffices.jinchengAudit }),
  account('jc.taihang', '申太行', demoOffices.taihang, [Role.InstitutionOperator]),
];

/** Shared by all demonstration accounts; the sandbox prints it at start. Production has none of these accounts. */
export const demoPassword = 'kaibantong-2026';

/** The authenticator's secret of a demonstration account, as the seed enrols it: 20 bytes anybody can make. */
export function demoSecret(accountId: string): Buffer {
  return createHash('sha1').update(`kaibantong demonstration ${accountId}`).digest();
}

/** The demonstration account with this login name; throws on a name that is not there. */
export function demoAccount(login: string): DemoAccount {
  const found = demoAccounts.find((one) => one.login === login);
  if (!found) throw new RangeError(`there is no demonstration account ${login}`);
  return found;
}

/** The id of a demonstration grant, derivable so that seeding twice changes nothing. */
export function demoGrantId(of: DemoAccount, role: Role): string {
  return demoId(0x100 + Object.values(Role).indexOf(role), demoAccounts.indexOf(of) + 1);
}
