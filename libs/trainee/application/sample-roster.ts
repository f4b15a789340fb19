import { randomInt } from 'node:crypto';
import { syntheticIdentityNumber } from '#libs/policy';
import { fieldIndex, rosterColumns, rosterFields, type RosterField } from '../roster/roster-columns.ts';

const SURNAMES = [...'郭张李王赵刘陈杨周贾侯牛'];
const GIVEN = ['建国', '秀兰', '志强', '玉梅', '海龙', '文华', '桂花', '·买买提'];

function pick<One>(from: readonly [One, ...One[]] | readonly One[], index: number): One {
  const one = from[index % from.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Somebody who does not exist: the identity number is of region 100000, which is given to nobody. */
function madeUpPerson(sequence: number): Partial<Record<RosterField, string>> {
  const birthDate = `${randomInt(1970, 2000)}-${twoDigits(randomInt(1, 13))}-${twoDigits(randomInt(1, 29))}`;
  return {
    sequence: String(sequence),
    name: pick(SURNAMES, randomInt(SURNAMES.length)) + pick(GIVEN, randomInt(GIVEN.length)),
    idNumber: syntheticIdentityNumber({ region: '100000', birthDate, sequence }),
    education: '初中',
    residence: '龙泉镇东关村',
    phone: `139${String(randomInt(100_000_000)).padStart(8, '0')}`,
    category: '农村转移劳动力',
  };
}

/**
 * 示例花名册, ready to import: different made-up people each time, so that no two classes of a sandbox share any.
 * @param people 1 to 200
 */
export async function sampleRoster(people: number): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs'); // only here: it is hundreds of modules, which no other act needs
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('花名册');
  sheet.addRow(rosterFields.map((field) => rosterColumns[field].title)).font = { bold: true };
  for (let sequence = 1; sequence <= people; sequence++) {
    const row = sheet.addRow([]);
    for (const [field, value] of Object.entries(madeUpPerson(sequence))) row.getCell(fieldIndex[field as RosterField] + 1).value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
