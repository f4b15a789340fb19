/** A class that is taken by hand from its opening to its payment: what it is, and the accounts of those who move it. */
export interface Road {
  /** The bureau's prefix of logins. */
  readonly bureau: 'xz' | 'hg';
  readonly school: string;
  readonly evaluator: string;
  readonly title: string;
  readonly type: string;
  /** The employer order, of order classes. */
  readonly orderId?: string;
  readonly address: string;
  readonly office: string;
  /** How its option begins. */
  readonly evaluationBody: string;
  /** The class days: the first opens it, the last ends it. */
  readonly days: readonly [string, ...string[]];
  /** The number of the first certificate; those after it follow. */
  readonly certificate: string;
  readonly total: string;
}

export const lastDay = ({ days }: Road): string => days.at(-1) ?? days[0];

/** An order class of Xinzhou: five people, five days at 150 yuan, four of the five employed. */
export const xinzhou: Road = {
  bureau: 'xz',
  school: 'xz.school',
  evaluator: 'xz.evaluation',
  title: '养老护理员一班',
  type: '订单式',
  orderId: 'DD-2024-001',
  address: '忻州市和平街',
  office: '忻州市人力资源和社会保障局',
  evaluationBody: '忻州',
  days: ['2024-09-02', '2024-09-03', '2024-09-04', '2024-09-05', '2024-09-06'],
  certificate: 'S0001400000000001',
  total: '3,750.00',
};

/** A project class of Huguan: five people, two days at 150 yuan, county, city and province to open its rights. */
export const huguan: Road = {
  bureau: 'hg',
  school: 'hg.aimin',
  evaluator: 'cz.zhendong',
  title: '养老护理员二班',
  type: '项目制',
  address: '壶关县新建路',
  office: '壶关县人力资源和社会保障局',
  evaluationBody: '山西振东',
  days: ['2024-09-27', '2024-09-30'],
  certificate: 'S0001400000000101',
  total: '1,500.00',
};
