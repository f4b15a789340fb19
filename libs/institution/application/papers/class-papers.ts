import { paperDay, type Paper, type PaperBlock, type PaperKind } from '#libs/papers';
import type { ClassType } from '#libs/policy';
import type { FiledClass } from './read-filed-class.ts';

/** The class types in the policies' words (requirements 2.7). */
const classTypeWords: Readonly<Record<ClassType, string>> = {
  order: '订单式',
  project: '项目制',
  universal: '普惠制',
  enterprise: '企业职工岗位技能提升',
  entrepreneurship: '创业培训',
  apprenticeship: '企业新型学徒制',
  'work-for-training': '以工代训',
  'labour-preparation': '劳动预备制',
  menu: '菜单式',
  'labour-brand': '劳务品牌',
};

function hoursOf(items: readonly { readonly hours: number }[]): number {
  return items.reduce((sum, { hours }) => sum + hours, 0);
}

function daysOf({ lessons }: FiledClass): number {
  return new Set(lessons.map(({ day }) => day)).size;
}

function reference({ of, version }: FiledClass): string {
  return `班级编号 ${of.number}${version === null ? '' : ` · 第${version}版`}`;
}

function classForm(filed: FiledClass): PaperBlock {
  const { of, names } = filed;
  return {
    is: 'form',
    fields: [
      { label: '培训机构', value: names.institution },
      { label: '班级名称', value: of.name },
      { label: '培训类型', value: classTypeWords[of.classType] },
      { label: '培训工种', value: `${of.occupationName}（${of.occupationCode}）` },
      ...(of.orderId === null ? [] : [{ label: '订单编号', value: of.orderId, wide: true as const }]),
      { label: '培训时间', value: `${paperDay(of.startsOn)}至${paperDay(of.endsOn)}`, wide: true },
      { label: '授课天数', value: `${daysOf(filed)}天` },
      { label: '总学时', value: `${hoursOf(filed.lessons)}学时` },
      { label: '计划人数', value: `${of.capacity}人` },
      { label: '报名人数', value: `${filed.enrolled}人` },
      { label: '培训地点', value: `${names.site}（${names.address}）`, wide: true },
      { label: '评价机构', value: names.evaluationBody ?? '待定' },
      { label: '专项任务', value: of.isSpecialTask ? '是' : '否' },
    ],
  };
}

function teacherTable({ teachers, lessons }: FiledClass): PaperBlock {
  const courses = (id: string) => [...new Set(lessons.filter(({ teacherId }) => teacherId === id).map(({ course }) => course))].join('、');
  return {
    is: 'table',
    columns: [
      { title: '序号', width: 'narrow', align: 'center' },
      { title: '授课教师', width: 2 },
      { title: '身份证号码', width: 3.4 },
      { title: '资质', width: 3.4 },
      { title: '承担课程', width: 4 },
    ],
    rows: [...teachers].map(([id, { name, maskedIdNumber, qualification }], index) => [
      String(index + 1),
      name,
      maskedIdNumber,
      qualification,
      courses(id),
    ]),
  };
}

function attachments({ attached }: FiledClass): PaperBlock[] {
  return attached.length === 0
    ? []
    : [
        { is: 'heading', text: '附：申报材料' },
        { is: 'text', text: `${attached.map((title, index) => `${index + 1}. ${title}`).join('；')}。` },
      ];
}

function closing({ names, submittedAt }: FiledClass): PaperBlock {
  const day =
    submittedAt === null ? '    年  月  日' : paperDay(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(submittedAt));
  return { is: 'closing', lines: [`${names.institution}（公章）`, day] };
}

/** DOC-01, DOC-17: 《培训开班报告》 (XZ24 二(二)(2); AMB-67). */
function openingReport(filed: FiledClass): readonly PaperBlock[] {
  const { of } = filed;
  return [
    {
      is: 'text',
      text: `我单位拟于${paperDay(of.startsOn)}开办“${of.name}”，按${classTypeWords[of.classType]}组织培训，现将开班情况报告如下，请予审核。`,
    },
    classForm(filed),
    { is: 'heading', text: '授课教师' },
    teacherTable(filed),
    ...attachments(filed),
    closing(filed),
    { is: 'signatures', rows: [{ role: '人社部门意见', lines: [] }] },
  ];
}

/** DOC-03: 《培训教学实施计划》 with the four basic courses marked (CLS-01). */
function teachingPlan(filed: FiledClass): readonly PaperBlock[] {
  const basic = filed.process.delivery.basicCourses;
  const isBasic = (course: string) => basic.kind !== 'missing' && basic.value.includes(course);
  return [
    classForm(filed),
    { is: 'heading', text: '课程和学时' },
    {
      is: 'table',
      columns: [
        { title: '序号', width: 'narrow', align: 'center' },
        { title: '课程', width: 6 },
        { title: '课程性质', width: 2, align: 'center' },
        { title: '学时', width: 1.5, align: 'right' },
      ],
      rows: filed.courses.map(({ course, hours }, index) => [
        String(index + 1),
        course,
        isBasic(course) ? '基本课程' : '专业课程',
        String(hours),
      ]),
      total: ['', '合计', '', String(hoursOf(filed.courses))],
    },
    { is: 'heading', text: '授课教师' },
    teacherTable(filed),
    {
      is: 'signatures',
      rows: [
        { role: '教学负责人', lines: [] },
        { role: '机构负责人', lines: [] },
      ],
    },
  ];
}

/** DOC-05: 《课程安排表》, day by day: the source of the class hours. */
function timetable(filed: FiledClass): readonly PaperBlock[] {
  const weekday = (day: string) => '日一二三四五六'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
  return [
    {
      is: 'form',
      fields: [
        { label: '班级名称', value: filed.of.name },
        { label: '培训机构', value: filed.names.institution },
        { label: '培训地点', value: `${filed.names.site}（${filed.names.address}）`, wide: true },
      ],
    },
    {
      is: 'table',
      columns: [
        { title: '日期', width: 3 },
        { title: '星期', width: 'narrow', align: 'center' },
        { title: '课程', width: 6 },
        { title: '学时', width: 'narrow', align: 'right' },
        { title: '授课教师', width: 2.4 },
      ],
      rows: filed.lessons.map(({ day, course, hours, teacherId }) => [
        paperDay(day),
        weekday(day),
        course,
        String(hours),
        filed.teachers.get(teacherId)?.name ?? '',
      ]),
      total: [`共${daysOf(filed)}天`, '', '', String(hoursOf(filed.lessons)), ''],
    },
    { is: 'signatures', rows: [{ role: '教学负责人', lines: [] }] },
  ];
}

/** DOC-13: 《培训结业申请报告》, filed 3 days before the end (XZ24 二(二)(3)). */
function completionReport(filed: FiledClass): readonly PaperBlock[] {
  const { of } = filed;
  return [
    {
      is: 'text',
      text: `“${of.name}”自${paperDay(of.startsOn)}开班，按教学实施计划组织培训，将于${paperDay(of.endsOn)}结束。现申请结业，并申请组织学员参加结业考试和技能评价，请予审核。`,
    },
    classForm(filed),
    ...attachments(filed),
    closing(filed),
    { is: 'signatures', rows: [{ role: '机构负责人', lines: [] }] },
  ];
}

const writers = {
  'opening-report': openingReport,
  'teaching-plan': teachingPlan,
  timetable,
  'completion-report': completionReport,
} as const satisfies Partial<Record<PaperKind, (filed: FiledClass) => readonly PaperBlock[]>>;

export type ClassPaperKind = keyof typeof writers;
/** Each under its own name, as a validator of paths wants it. */
export const classPaperKinds = Object.fromEntries(Object.keys(writers).map((kind) => [kind, kind])) as Record<
  ClassPaperKind,
  ClassPaperKind
>;
const LETTERS: readonly ClassPaperKind[] = ['opening-report', 'completion-report'];

/** What a paper of a class says, out of what was filed. */
export function classPaper(kind: ClassPaperKind, filed: FiledClass): Paper {
  const addressee = LETTERS.includes(kind) && filed.names.office !== null ? { addressee: filed.names.office } : {};
  return { kind, reference: reference(filed), ...addressee, blocks: writers[kind](filed) };
}
