import canonicalize from 'canonicalize';
import { createHash, randomUUID } from 'node:crypto';
import { audit, openIdentity, type Tx } from '#libs/platform';
import { subsidyStandard } from '../../domain/subsidy-standard.ts';
import {
  linesToPublish,
  noticeOfVersion,
  publishLines,
  publishNotice,
  type LineToPublish,
  type NoticeRow,
} from '../../persistence/notice.query.ts';
import { policyOfCase } from '../plan-of-case.ts';
import type { ClaimCase } from './claim-case.ts';

interface PublishedLine {
  readonly lineNumber: number;
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly amountFen: string;
}

/** A unit's name is public; a person's is encrypted. */
function nameOf({ personId, identityCipher, unitName }: LineToPublish): string {
  if (identityCipher !== null) return openIdentity(personId, identityCipher).name;
  if (unitName === null) throw new Error(`nobody knows ${personId}, so no notice can be published`);
  return unitName;
}

/** Only here does a name leave its encryption; the number was masked when it was entered, and nothing else of it is written (AMB-54). */
function published(line: LineToPublish, index: number): PublishedLine {
  return {
    lineNumber: index + 1,
    personId: line.personId,
    name: nameOf(line),
    idNumber: line.maskedIdNumber ?? '',
    amountFen: String(line.amountFen),
  };
}

async function wording(tx: Tx, { facts, today }: ClaimCase): Promise<{ subsidy: string; standard: string }> {
  const { snapshot } = await policyOfCase(tx, { snapshotHash: facts.snapshotHash, region: facts.region, on: today });
  const rule = Object.hasOwn(snapshot.subsidies, facts.subsidy) ? snapshot.subsidies[facts.subsidy] : undefined;
  return rule ? { subsidy: rule.title, standard: subsidyStandard(rule) } : { subsidy: facts.subsidy, standard: facts.subsidy };
}

/**
 * Publishes the masked roster of the signed package for the policy's working days after today (XZ24 三(二); HG24 三(三)); once a version: a
 * package that came back unchanged has had its notice.
 */
export async function noticeOf(tx: Tx, of: ClaimCase): Promise<NoticeRow> {
  const { facts, plan } = of;
  const existing = await tx.one<NoticeRow>(noticeOfVersion, [facts.id, facts.version]);
  if (existing) return existing;
  const lines = (await tx.rows<LineToPublish>(linesToPublish, [facts.id])).map(published);
  const totalFen = lines.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
  const { subsidy, standard } = await wording(tx, of);
  const roster = lines.map(({ lineNumber, name, idNumber, amountFen }) => ({ lineNumber, name, idNumber, standard, amountFen }));
  const sha256 = createHash('sha256')
    .update(canonicalize(roster) ?? '[]')
    .digest();
  const about = facts.title === subsidy ? '' : facts.title;
  const title = `${about}${subsidy}公示`;
  const values = [randomUUID(), facts.version, title, about, subsidy, lines.length, totalFen, plan.publicNotice.workingDays, sha256];
  const notice = await tx.one<NoticeRow>(publishNotice, [...values, facts.id]);
  if (!notice) throw new Error(`the institution of claim ${facts.id} is not known, so no notice can be published`);
  await tx.rows(publishLines, [notice.id, JSON.stringify(lines), standard]);
  await audit(tx, {
    actor: null,
    act: 'notice-published',
    subject: { kind: 'notice', id: notice.id },
    caseId: facts.id,
    details: {
      version: notice.version,
      closesOn: notice.closesOn,
      lines: lines.length,
      totalFen: String(totalFen),
      rosterSha256: sha256.toString('hex'),
    },
  });
  return notice;
}
