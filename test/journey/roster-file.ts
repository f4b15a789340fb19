import ExcelJS from 'exceljs';
import { syntheticIdentityNumber } from '#libs/policy';

const HEADINGS = ['序号', '姓 名', '身份证号码', '文化程度', '常住乡镇/村', '联系电话', '人员类别', '备注'];

/** One person of a journey's roster; made up, with a number whose check digit holds. */
export interface RosterPerson {
  readonly name: string;
  /** As written into the cell: text, or a number that Excel has damaged. */
  readonly idNumber: string | number;
  readonly phone: string;
}

/** Made-up people of one county, different for every `batch`. */
export function rosterPeople(count: number, of: { readonly region: string; readonly batch: number }): RosterPerson[] {
  const surnames = ['郭', '张', '李', '王', '赵', '刘', '陈', '杨', '周', '贾'];
  return Array.from({ length: count }, (_, index) => ({
    name: `${surnames[index % surnames.length] ?? '王'}${index % 7 === 3 ? '·' : ''}${['建国', '秀兰', '志强', '玉梅', '海龙'][index % 5] ?? '海'}`,
    idNumber: syntheticIdentityNumber({
      region: of.region,
      birthDate: `19${70 + (index % 25)}-0${1 + (index % 9)}-1${index % 7}`,
      sequence: of.batch * 100 + index,
    }),
    phone: `139${String(of.batch).padStart(3, '0')}${String(index).padStart(5, '0')}`,
  }));
}

/** A 花名册 as institutions send it: a merged title, an empty row, the header found by its words. */
export async function rosterFile(people: readonly RosterPerson[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('花名册');
  sheet.addRow(['职业技能培训报名花名册']);
  sheet.mergeCells(1, 1, 1, HEADINGS.length);
  sheet.addRow([]);
  sheet.addRow(HEADINGS);
  people.forEach(({ name, idNumber, phone }, index) => {
    sheet.addRow([index + 1, name, idNumber, '初中', '砚城镇东关村', phone, '农村转移劳动力', null]);
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What a number of 18 digits becomes in a numeric cell: its last digits are gone. */
export function damaged(person: RosterPerson): RosterPerson {
  return { ...person, idNumber: Number(String(person.idNumber).replace('X', '0').slice(0, 15)) * 1000 };
}

/** A file as a browser sends it. */
export function upload(bytes: Buffer, name: string, type: string, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return form;
}
