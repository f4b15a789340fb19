import { demoEvaluationBodies, demoOffices } from '#libs/identity';

/** Who acts in a journey, and in which class. */
export interface Cast {
  readonly region: string;
  /** Prefix of the bureau's logins. */
  readonly bureau: 'xz' | 'hg' | 'jc';
  readonly school: string;
  readonly evaluator: string;
  readonly assigningOfficeId: string;
  readonly evaluationBodyId: string;
  readonly classType: 'order' | 'project';
  /** The employer order, of order classes. */
  readonly orderId?: string;
  readonly batch: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The twenty planned class days. */
  readonly days: readonly string[];
}

const xinzhouDays = [
  '02',
  '03',
  '04',
  '05',
  '06',
  '09',
  '10',
  '11',
  '12',
  '13',
  '18',
  '19',
  '20',
  '23',
  '24',
  '25',
  '26',
  '27',
  '29',
  '30',
];

export const xinzhou: Cast = {
  region: '140900',
  bureau: 'xz',
  school: 'xz.school',
  evaluator: 'xz.evaluation',
  assigningOfficeId: demoOffices.xinzhouHr.id,
  evaluationBodyId: demoEvaluationBodies.xinzhou.id,
  classType: 'order',
  batch: 1,
  startsOn: '2024-09-02',
  endsOn: '2024-09-30',
  days: xinzhouDays.map((day) => `2024-09-${day}`),
};

const november = ['04', '05', '06', '07', '08', '11', '12', '13', '14', '15', '18', '19', '20', '21', '22', '25', '26', '27', '28', '29'];

/** One of the two classes of an employer order. */
export function classOfOrder(batch: number): Cast {
  const days = november.map((day) => `2024-11-${day}`);
  return { ...xinzhou, batch, orderId: 'DD-2024-002', startsOn: '2024-11-04', endsOn: '2024-11-29', days };
}

/** Of a journey without a class. */
export const jincheng: Cast = {
  region: '140500',
  bureau: 'jc',
  school: 'jc.taihang',
  evaluator: '',
  assigningOfficeId: demoOffices.jinchengHr.id,
  evaluationBodyId: '',
  classType: 'project',
  batch: 3,
  startsOn: '2021-10-11',
  endsOn: '2021-10-11',
  days: [],
};

const august = ['26', '27', '28', '29', '30', '31'];
const september = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13', '14', '18', '19', '20'];

export const huguan: Cast = {
  region: '140427',
  bureau: 'hg',
  school: 'hg.aimin',
  evaluator: 'cz.zhendong',
  assigningOfficeId: demoOffices.huguanHr.id,
  evaluationBodyId: demoEvaluationBodies.zhendong.id,
  classType: 'project',
  batch: 2,
  startsOn: '2024-08-26',
  endsOn: '2024-09-20',
  days: [...august.map((day) => `2024-08-${day}`), ...september.map((day) => `2024-09-${day}`)],
};

/** A project class that is settled in two stages. */
export const huguanStaged: Cast = {
  ...huguan,
  batch: 7,
  startsOn: '2024-11-04',
  endsOn: '2024-11-29',
  days: november.map((day) => `2024-11-${day}`),
};
