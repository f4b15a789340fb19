import type { Actor } from '#libs/contracts';
import { paperDay, type Paper, type PaperBlock, type PaperColumn } from '#libs/papers';
import { openIdentity, RefusalError, type PaperOf, type Tx } from '#libs/platform';
import { checkIdentityNumber } from '#libs/policy';
import {
  completedOnRoster,
  enrolledOnRoster,
  rosterOfClass,
  type PersonOnRoster,
  type RosterOfClass,
} from '../../persistence/paper.query.ts';
import { visibleClass } from '../own-class.ts';
import { placeOf, type FiledDetails, type RosterDetails } from './roster-details.ts';

export const rosterPaperKinds = ['enrollment-roster', 'completion-roster'] as const;
export type RosterPaperKind = (typeof rosterPaperKinds)[number];

interface Column extends PaperColumn {
  readonly of: (person: PersonOnRoster, details: RosterDetails, index: number) => string;
}

const genders = { male: '男', female: '女' } as const;

function sexOf(idNumber: string): string {
  const checked = checkIdentityNumber(idNumber);
  return checked.ok ? genders[checked.value.gender] : '';
}

/** The name stands in full, the number masked: the form goes from office to office (design section 5; AMB-54). */
const who: readonly Column[] = [
  { title: '序号', width: 'narrow', align: 'center', of: (_person, _details, index) => String(index + 1) },
  { title: '姓名', width: 2.2, of: ({ identityCipher, personId }) => openIdentity(personId, identityCipher).name },
  {
    title: '性别',
    width: 'narrow',
    align: 'center',
    of: ({ identityCipher, personId }) => sexOf(openIdentity(personId, identityCipher).idNumber),
  },
  { title: '证件号码', width: 3.6, of: ({ maskedIdNumber }) => maskedIdNumber },
  { title: '人员类别', width: 3.2, of: ({ category }) => category },
];

const columns: Readonly<Record<RosterPaperKind, readonly Column[]>> = {
  'enrollment-roster': [
    ...who,
    { title: '文化程度', width: 2, of: (_person, { education = '' }) => education },
    { title: '常住乡镇/村', width: 3, of: (_person, { residence = '' }) => residence },
    { title: '备注', width: 2, of: (_person, { remark = '' }) => remark },
  ],
  'completion-roster': [
    ...who,
    { title: '有效天数', width: 1.6, align: 'right', of: ({ payableDays }) => String(payableDays) },
    { title: '结业结论', width: 2, of: () => '' },
    { title: '本人签字', width: 2.6, of: () => '' },
  ],
};

const signers: Readonly<Record<RosterPaperKind, readonly string[]>> = {
  'enrollment-roster': ['机构经办人', '机构负责人'],
  'completion-roster': ['机构经办人', '机构负责人', '人社部门审核'],
};

function blocks(kind: RosterPaperKind, of: RosterOfClass, persons: readonly PersonOnRoster[], filed: FiledDetails): PaperBlock[] {
  const shown = columns[kind];
  return [
    {
      is: 'form',
      fields: [
        { label: '培训机构', value: of.institution },
        { label: '班级名称', value: of.name },
        { label: '培训工种', value: of.occupationName },
        { label: '人数', value: `${persons.length}人` },
        { label: '培训时间', value: `${paperDay(of.startsOn)}至${paperDay(of.endsOn)}`, wide: true },
      ],
    },
    {
      is: 'table',
      columns: shown.map(({ title, width, align = 'left' }) => ({ title, width, align })),
      rows: persons.map((person, index) => {
        const details = filed.get(placeOf(person)) ?? {};
        return shown.map((column) => column.of(person, details, index));
      }),
    },
    { is: 'signatures', rows: signers[kind].map((role) => ({ role, lines: [] })) },
  ];
}

/** DOC-02 《培训报名花名册》 and DOC-15 《培训结业花名册》 for whoever may see the class. @throws RefusalError NOT_FOUND. */
export async function readRosterPaper(
  tx: Tx,
  actor: Actor,
  { classId, kind, filed }: { readonly classId: string; readonly kind: RosterPaperKind; readonly filed: FiledDetails },
): Promise<PaperOf> {
  const seen = await visibleClass(tx, actor, classId);
  if (!seen.ok) throw new RefusalError(seen.refusal);
  const isEnrollment = kind === 'enrollment-roster';
  const of = await tx.one<RosterOfClass>(rosterOfClass, [classId, isEnrollment ? 'opening' : 'completion']);
  if (!of) throw new RefusalError({ code: 'NOT_FOUND' });
  const persons = await tx.rows<PersonOnRoster>(isEnrollment ? enrolledOnRoster : completedOnRoster, [classId]);
  const reference = `班级编号 ${of.number}${of.version === null ? '' : ` · 第${of.version}版`}`;
  const paper: Paper = { kind, reference, isLandscape: true, blocks: blocks(kind, of, persons, filed) };
  return { subjectId: classId, caseId: classId, version: of.version, paper };
}
