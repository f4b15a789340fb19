import { type Actor, Role } from '#libs/contracts';
import { decodeCursor, type KeyPart, type Page, pageOf, RefusalError, type Statement, type Tx } from '#libs/platform';
import { isAuthority, regionScope } from '../domain/sight.ts';
import { listAccounts, listOffices, type OfficeRow } from '../persistence/people.query.ts';
import { delegationsOfRegion } from '../persistence/rights-preview.query.ts';
import { listDelegations, listInterests } from '../persistence/rights.query.ts';
import { administeredScope } from './administration.ts';

export interface PageWish {
  readonly cursor?: string;
  readonly limit: number;
}

async function listed<Row extends object>(
  tx: Tx,
  list: {
    readonly statement: Statement;
    readonly filters: readonly unknown[];
    readonly keyOf: (row: Row) => readonly string[];
    readonly key: readonly KeyPart[];
  },
  { cursor, limit }: PageWish,
): Promise<Page<Row>> {
  const after = decodeCursor(cursor, list.key);
  if (!after.ok) throw new RefusalError(after.refusal);
  const key = after.value ?? list.key.map(() => null);
  const rows = await tx.rows<Row>(list.statement, [...list.filters, ...key, limit + 1]);
  return pageOf(rows, limit, list.keyOf, (row) => row);
}

/** Offices of the actor's region; an institution or evaluation body sees its own. */
export function offices(tx: Tx, actor: Actor, kind: string | undefined, wish: PageWish): Promise<Page<OfficeRow>> {
  const isEverywhere = actor.roles.includes(Role.SystemAdministrator);
  const scope = isEverywhere || !isAuthority(actor) ? null : regionScope(actor.region);
  const filters = [scope, isAuthority(actor) ? null : actor.officeId, kind ?? null];
  return listed<OfficeRow>(tx, { statement: listOffices, filters, keyOf: (row) => [row.region, row.id], key: ['text', 'uuid'] }, wish);
}

/** Accounts with a right, now or once, in the region the actor administers. */
export function accounts<Row extends { login: string }>(tx: Tx, actor: Actor, wish: PageWish): Promise<Page<Row>> {
  const filters = [administeredScope(actor) ?? 'none'];
  return listed<Row>(tx, { statement: listAccounts, filters, keyOf: (row) => [row.login], key: ['text'] }, wish);
}

/** Delegations from and to the actor. */
export function delegations<Row extends { id: string }>(tx: Tx, actor: Actor, wish: PageWish): Promise<Page<Row>> {
  return listed<Row>(tx, { statement: listDelegations, filters: [actor.accountId], keyOf: (row) => [row.id], key: ['uuid'] }, wish);
}

/** Delegations in the offices the actor administers, in force or to come; none for anybody else. */
export function regionDelegations<Row extends { id: string }>(tx: Tx, actor: Actor, wish: PageWish): Promise<Page<Row>> {
  const filters = [administeredScope(actor) ?? 'none'];
  return listed<Row>(tx, { statement: delegationsOfRegion, filters, keyOf: (row) => [row.id], key: ['uuid'] }, wish);
}

/** The actor's own declared interests; for an administrator those in institutions of the region, too. */
export function interests<Row extends { id: string }>(tx: Tx, actor: Actor, wish: PageWish): Promise<Page<Row>> {
  const filters = [actor.personId, administeredScope(actor) ?? null];
  return listed<Row>(tx, { statement: listInterests, filters, keyOf: (row) => [row.id], key: ['uuid'] }, wish);
}
