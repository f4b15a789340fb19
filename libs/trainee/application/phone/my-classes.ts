import type { Tx } from '#libs/platform';
import { classesOfPerson, type OwnClassRow } from '../../persistence/phone.query.ts';

export type OwnClass = Omit<OwnClassRow, 'institutionId' | 'region'>;

/** 我的班级: every class the person is or was in, with the days that were planned and those that count. */
export async function myClasses(tx: Tx, personId: string): Promise<readonly OwnClass[]> {
  const rows = await tx.rows<OwnClassRow>(classesOfPerson, [personId, null]);
  return rows.map(({ institutionId: _institution, region: _region, ...shown }) => shown);
}
