import type { Actor } from '#libs/contracts';
import { freshSecondFactor, isAuthority } from '#libs/identity';
import {
  audit,
  clockOf,
  encryptField,
  uuidV7,
  type Answer,
  type Page,
  type PageQuery,
  pageById,
  decodeIdCursor,
  type Tx,
} from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { isRegistrarOf } from '../domain/registrar.ts';
import type { InstitutionDetail } from '../persistence/institution.query.ts';
import * as query from '../persistence/payee.query.ts';
import { showInstitution } from './register-institution.use-case.ts';

export interface NewPayee {
  /** Holder: the institution itself. */
  readonly payeeName: string;
  readonly payeeBank: string;
  readonly account: string;
  readonly reason: string;
}

/** A version of one change of an institution. */
export interface ChangeSeen {
  readonly institutionId: string;
  readonly changeId: string;
  readonly version: number;
}

type Changed = Result<Answer<query.PayeeChangeRow>>;

/** The institution, for somebody of its human-resources office who proved a moment ago who they are, by password and one-time code. */
async function forOfficial(tx: Tx, actor: Actor, institutionId: string): Promise<Result<InstitutionDetail>> {
  const found = await showInstitution(tx, actor, institutionId);
  if (!found.ok) return found;
  if (!isRegistrarOf(actor, found.value.body.region)) return refuse('INSTITUTION_OFFICE');
  const fresh = freshSecondFactor(actor, (await clockOf(tx)).now);
  return fresh.ok ? accept(found.value.body) : fresh;
}

async function seen(tx: Tx, { institutionId, changeId, version }: ChangeSeen): Promise<Result<query.PayeeChangeRow>> {
  const row = await tx.one<query.PayeeChangeRow>(query.payeeChangeForUpdate, [institutionId, changeId]);
  if (!row) return refuse('NOT_FOUND');
  return row.version === version ? accept(row) : refuse('VERSION_STALE', { params: { current: row.version } });
}

async function changed(tx: Tx, actor: Actor, act: string, row: query.PayeeChangeRow | undefined): Promise<Changed> {
  if (!row) throw new Error('the change of account was not written');
  const { institutionId, effectiveOn } = row;
  const { authenticatedAt, secondFactor } = actor;
  const details = { institutionId, effectiveOn, authenticatedAt: authenticatedAt.toISOString(), secondFactor };
  await audit(tx, { actor, act, subject: { kind: 'payee-change', id: row.id }, details });
  return accept({ body: row, version: row.version, ...(row.state === 'proposed' ? { status: 201 } : {}) });
}

/** Proposes where the institution's money is to go; nothing changes before a second person has confirmed it (reliability F19). */
export async function proposePayee(tx: Tx, actor: Actor, institutionId: string, payee: NewPayee): Promise<Changed> {
  const institution = await forOfficial(tx, actor, institutionId);
  if (!institution.ok) return institution;
  const { name } = institution.value;
  if (payee.payeeName !== name) return refuse('PAYEE_NAME_DIFFERS', { pointer: '/payeeName', params: { name } });
  const cipher = encryptField(payee.account, `institution.institution.payee_account_cipher|${institutionId}`);
  const row = await tx.one<query.PayeeChangeRow>(query.insertPayeeChange, [
    ...[uuidV7(), institutionId, payee.payeeName, payee.payeeBank, cipher],
    ...[`****${payee.account.slice(-4)}`, payee.reason, actor.personId, actor.authenticatedAt, actor.secondFactor],
  ]);
  return changed(tx, actor, 'payee-proposed', row);
}

/** A second person confirms or refuses it. A confirmed account replaces another only after three complete working days, in which it can be stopped. */
export async function decidePayee(tx: Tx, actor: Actor, of: ChangeSeen, state: 'confirmed' | 'refused'): Promise<Changed> {
  const institution = await forOfficial(tx, actor, of.institutionId);
  if (!institution.ok) return institution;
  const row = await seen(tx, of);
  if (!row.ok) return row;
  if (row.value.proposedBy === actor.personId) return refuse('PAYEE_SAME_PERSON');
  return changed(
    tx,
    actor,
    `payee-${state}`,
    await tx.one<query.PayeeChangeRow>(query.decidePayeeChange, [
      of.changeId,
      state,
      actor.personId,
      actor.authenticatedAt,
      actor.secondFactor,
    ]),
  );
}

/** Stops a change before it is in force: by the institution whose money it is, or by its human-resources office. */
export async function stopPayee(tx: Tx, actor: Actor, of: ChangeSeen): Promise<Changed> {
  const institution = await showInstitution(tx, actor, of.institutionId);
  if (!institution.ok) return institution;
  if (isAuthority(actor) && !isRegistrarOf(actor, institution.value.body.region)) return refuse('INSTITUTION_OFFICE');
  const row = await seen(tx, of);
  if (!row.ok) return row;
  return changed(tx, actor, 'payee-stopped', await tx.one<query.PayeeChangeRow>(query.stopPayeeChange, [of.changeId, actor.personId]));
}

/** The changes of an institution's account, the latest first, for everybody who sees the institution. */
export async function listPayeeChanges(
  tx: Tx,
  actor: Actor,
  institutionId: string,
  page: PageQuery,
): Promise<Result<Page<query.PayeeChangeRow>>> {
  const institution = await showInstitution(tx, actor, institutionId);
  if (!institution.ok) return institution;
  const after = decodeIdCursor(page.cursor);
  if (!after.ok) return after;
  return accept(
    pageById(await tx.rows<query.PayeeChangeRow>(query.payeeChanges, [institutionId, after.value, page.limit + 1]), page.limit),
  );
}
