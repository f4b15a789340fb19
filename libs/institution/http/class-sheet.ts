import type { SheetColumn } from '#libs/papers';
import type { ClassRow } from '../persistence/class.query.ts';

/** The list of classes as a sheet. */
export const classColumns: readonly SheetColumn<ClassRow>[] = [
  { title: '班级编号', width: 22, of: ({ number }) => number },
  { title: '班级名称', width: 26, of: ({ name }) => name },
  { title: '培训类型', width: 14, of: ({ classType }) => classType },
  { title: '工种代码', width: 14, of: ({ occupationCode }) => occupationCode },
  { title: '工种', width: 16, of: ({ occupationName }) => occupationName },
  { title: '订单编号', width: 18, of: ({ orderId }) => orderId },
  { title: '地区', width: 9, of: ({ region }) => region },
  { title: '开班日期', width: 12, of: ({ startsOn }) => startsOn },
  { title: '结班日期', width: 12, of: ({ endsOn }) => endsOn },
  { title: '计划人数', width: 9, of: ({ capacity }) => capacity },
  { title: '开班申请', width: 12, of: ({ openingState }) => openingState },
  { title: '结业申请', width: 12, of: ({ completionState }) => completionState },
];
