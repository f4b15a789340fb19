import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import { audit, uuidV7, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { isCreditCode } from '../domain/credit-code.ts';
import { isRegistrarOf } from '../domain/registrar.ts';
import { insertRegistration, institutionById, type InstitutionDetail, type InstitutionKind } from '../persistence/institution.query.ts';

/** What the bureau has before it when it registers an institution or puts it on file. */
export interface RegistrationFacts {
  readonly name: string;
  readonly creditCode: string;
  /** permit: 办学许可; filing: 备案. */
  readonly licenseKind: 'permit' | 'filing';
  readonly licenseNumber: string;
  readonly licenseOffice: string;
  /** Last day of the licence; none where it has no end. */
  readonly licenseUntil?: string | undefined;
}

interface Version {
  readonly id: string;
  readonly version: number;
  readonly region: string;
  readonly kind: InstitutionKind;
  readonly reason: string | null;
}

/** Registers an institution of the office's region; its own office for sign-ins opens with it. */
export async function registerInstitution(
  tx: Tx,
  actor: Actor,
  of: RegistrationFacts & { readonly region: string; readonly kind: InstitutionKind },
): Promise<Result<Answer<InstitutionDetail>>> {
  if (!isRegistrarOf(actor, of.region)) return refuse('INSTITUTION_OFFICE', { pointer: '/region' });
  return record(tx, actor, { id: uuidV7(), version: 1, region: of.region, kind: of.kind, reason: null }, of);
}

/** Records a change of name, licence or filing, with its reason; earlier versions stay on record. Region and kind never change. */
export async function changeInstitution(
  tx: Tx,
  actor: Actor,
  of: { readonly id: string; readonly version: number; readonly reason: string; readonly facts: RegistrationFacts },
): Promise<Result<Answer<InstitutionDetail>>> {
  const found = await showInstitution(tx, actor, of.id);
  if (!found.ok) return found;
  const { id, region, kind, version } = found.value.body;
  if (!isRegistrarOf(actor, region)) return refuse('INSTITUTION_OFFICE');
  if (version !== of.version) return refuse('VERSION_STALE', { params: { current: version } });
  return record(tx, actor, { id, version: version + 1, region, kind, reason: of.reason }, of.facts);
}

async function record(tx: Tx, actor: Actor, of: Version, facts: RegistrationFacts): Promise<Result<Answer<InstitutionDetail>>> {
  const { id, version, region, kind, reason } = of;
  const { name, creditCode, licenseKind, licenseNumber, licenseOffice, licenseUntil } = facts;
  if (!isCreditCode(creditCode)) return refuse('CREDIT_CODE_INVALID', { pointer: '/creditCode' });
  const values = [name, region, kind, creditCode, licenseKind, licenseNumber, licenseOffice, licenseUntil ?? null];
  await tx.rows(insertRegistration, [id, version, ...values, reason, actor.personId]);
  await audit(tx, {
    actor,
    act: version === 1 ? 'institution-registered' : 'institution-changed',
    subject: { kind: 'institution', id },
    details: { version, region, kind, creditCode, reason },
  });
  const body = await tx.one<InstitutionDetail>(institutionById, [id]);
  if (!body) throw new Error('the institution was not registered');
  return accept({ status: version === 1 ? 201 : 200, body, version });
}

/** An institution as its own people, and the offices of its region, see it. */
export async function showInstitution(tx: Tx, actor: Actor, id: string): Promise<Result<Answer<InstitutionDetail>>> {
  const found = await tx.one<InstitutionDetail>(institutionById, [id]);
  if (!found || !seesInstitution(actor, found.id, found.region)) return refuse('NOT_FOUND');
  return accept({ body: found, version: found.version });
}
