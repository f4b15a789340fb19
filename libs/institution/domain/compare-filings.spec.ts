import { compareFilings, type ComparableFiling } from './compare-filings.ts';

const lesson = (day: string, hours = 8, teacher = '李**') => ({ day, course: '护理', hours, teacherId: 'a', teacher });
const filing: ComparableFiling = {
  fields: { '/name': '一班', '/capacity': '40', '/orderId': null },
  lessons: [lesson('2026-03-02'), lesson('2026-03-03')],
  courses: [{ course: '护理', hours: 144 }],
  materials: [{ slot: 'syllabus', sha256: 'a1', fileName: '大纲.pdf' }],
};
const nothing = { fields: [], lessons: [], courses: [], materials: [] };

describe('the difference between two submissions', () => {
  it('is nothing where nothing was changed, also when a file was only renamed', () => {
    expect(compareFilings(filing, filing)).toEqual(nothing);
    const renamed = { ...filing, materials: [{ slot: 'syllabus', sha256: 'a1', fileName: '教学大纲.pdf' }] };
    expect(compareFilings(filing, renamed)).toEqual(nothing);
  });

  it('tells a field with its value before and after', () => {
    const after = { ...filing, fields: { ...filing.fields, '/capacity': '30', '/orderId': 'DD-1' } };
    expect(compareFilings(filing, after).fields).toEqual([
      { pointer: '/capacity', before: '40', after: '30' },
      { pointer: '/orderId', before: null, after: 'DD-1' },
    ]);
  });

  it('tells lessons added, dropped and taught otherwise, each at the place it had', () => {
    const after = { ...filing, lessons: [lesson('2026-03-02', 6, '高**'), lesson('2026-03-04')] };
    expect(compareFilings(filing, after).lessons).toEqual([
      { pointer: '/timetable/0', what: '2026-03-02 护理', before: '8 学时 李**', after: '6 学时 高**' },
      { pointer: '/timetable/1', what: '2026-03-03 护理', before: '8 学时 李**', after: null },
      { pointer: '/timetable/1', what: '2026-03-04 护理', before: null, after: '8 学时 李**' },
    ]);
  });

  it('keeps two lessons of the same course on one day apart', () => {
    const twice = { ...filing, lessons: [lesson('2026-03-02', 4), lesson('2026-03-02', 4)] };
    const after = { ...filing, lessons: [lesson('2026-03-02', 4)] };
    expect(compareFilings(twice, after).lessons).toHaveLength(1);
  });

  it('tells what a slot held and holds', () => {
    const after = {
      ...filing,
      materials: [
        { slot: 'syllabus', sha256: 'b2', fileName: '大纲（更正）.pdf' },
        { slot: 'teacher-papers', sha256: 'c3', fileName: '教师.pdf' },
      ],
    };
    expect(compareFilings(filing, after).materials).toEqual([
      { slot: 'syllabus', before: ['大纲.pdf'], after: ['大纲（更正）.pdf'] },
      { slot: 'teacher-papers', before: [], after: ['教师.pdf'] },
    ]);
  });
});
