import { Injectable } from '@nestjs/common';
import type { Actor, OfficeKind, Role } from '#libs/contracts';
import { config, Database } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { rightsOfAccount, type RightsRow } from '../persistence/actor.query.ts';
import type { Proof } from './token-verifier.ts';

/** A right taken away is gone after at most this long. */
const KEPT_MS = 5000;
const REMEMBERED = 5000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export interface OfficeChoice {
  readonly officeId: string;
  readonly officeKind: OfficeKind;
  readonly name: string;
  readonly region: string;
  readonly roles: readonly Role[];
}

/** A person who has proved who they are, with every office they hold rights in; not yet acting for one. */
export interface SignedIn {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly authenticatedAt: Date;
  readonly secondFactor: boolean;
  readonly offices: readonly OfficeChoice[];
}

interface Known {
  readonly readAt: number;
  readonly rows: readonly RightsRow[];
}

/** From a proved account to the rights in force on the platform's clock. */
@Injectable()
export class ActorResolver {
  private readonly known = new Map<string, Known>();

  constructor(private readonly database: Database) {}

  /** Undefined when the account is closed or unknown. */
  async signedIn(proof: Proof): Promise<SignedIn | undefined> {
    const rows = await this.rightsOf(proof.accountId);
    const first = rows[0];
    if (!first) return undefined;
    return {
      accountId: first.accountId,
      personId: first.personId,
      name: first.name,
      authenticatedAt: new Date(proof.authTime * 1000 + first.clockShiftMs),
      secondFactor: proof.secondFactor,
      offices: rows.filter((row) => row.officeId !== null).map(choiceOf),
    };
  }

  /** The person acting for one office: the one named, or the only one. */
  async actor(proof: Proof, signedIn: SignedIn, officeId: string | undefined): Promise<Result<Actor>> {
    const rows = (await this.rightsOf(proof.accountId)).filter((row) => row.officeId !== null);
    const [only, second] = rows;
    if (!only) return refuse('OFFICE_NONE');
    const row = officeId === undefined ? only : rows.find((one) => one.officeId === officeId.toLowerCase());
    if (!row) return refuse('OFFICE_NOT_YOURS');
    if (officeId === undefined && second) return refuse('OFFICE_CHOICE_NEEDED', { errors: signedIn.offices.map(choiceRefusal) });
    const { name, authenticatedAt, secondFactor, accountId, personId } = signedIn;
    return accept({
      ...{ accountId, personId, name, authenticatedAt, secondFactor },
      officeId: row.officeId ?? '',
      officeKind: row.officeKind as OfficeKind,
      region: row.region ?? '',
      roles: row.roles as Role[],
      ...(row.onBehalfOf.length > 0 ? { onBehalfOf: row.onBehalfOf } : {}),
      ...(row.institutionId === null ? {} : { institutionId: row.institutionId }),
      ...(row.conflicts.length > 0 ? { conflictingInstitutions: row.conflicts } : {}),
    });
  }

  /** Forgets what was read: after a grant was written in this process. */
  forget(): void {
    this.known.clear();
  }

  private async rightsOf(accountId: string): Promise<readonly RightsRow[]> {
    if (!UUID.test(accountId)) return [];
    const known = this.known.get(accountId);
    // Where the clock can be moved, nothing is kept: the rows hold how far it stands from the wall clock.
    if (known && config.profile() === 'production' && performance.now() - known.readAt < KEPT_MS) return known.rows;
    const readAt = performance.now();
    const rows = await this.database.transaction((tx) => tx.rows<RightsRow>(rightsOfAccount, [accountId]));
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(accountId, { readAt, rows });
    return rows;
  }
}

function choiceOf(row: RightsRow): OfficeChoice {
  return {
    officeId: row.officeId ?? '',
    officeKind: row.officeKind as OfficeKind,
    name: row.officeName ?? '',
    region: row.region ?? '',
    roles: row.roles as Role[],
  };
}

function choiceRefusal(choice: OfficeChoice) {
  return { code: 'OFFICE_CHOICE', params: { officeId: choice.officeId, name: choice.name } };
}
