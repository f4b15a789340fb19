import type { Actor, Role } from '#libs/contracts';
import { type Answer, audit, blindIndex, encryptField, type Tx, uuidV7 } from '#libs/platform';
import { accept, checkIdentityNumber, refuse, type Result } from '#libs/policy';
import { insertAccount, insertPerson, personByIndex } from '../persistence/account.query.ts';
import { refusing, returned } from './constraint.ts';
import { grantRole, type GrantRole } from './grant-role.use-case.ts';
import { hashPassword } from './sign-in.use-case.ts';

/** An account for a natural person, and the first role it is for. */
export interface OpenAccount extends Omit<GrantRole, 'accountId'> {
  readonly login: string;
  readonly displayName: string;
  /** Of the person: one human being is entered once, however many accounts they hold. */
  readonly idNumber: string;
  readonly role: Role;
  /** First password, which opens nothing but the choice of another; none where people sign in elsewhere. */
  readonly password?: string | undefined;
}

export interface OpenedAccount {
  readonly accountId: string;
  readonly login: string;
  readonly grantId: string;
}

/** The person with this identity number, entered now where nobody has it yet. */
async function personOf(tx: Tx, name: string, idNumber: string): Promise<string> {
  const [id, index] = [uuidV7(), blindIndex('id-number', idNumber)];
  const entered = await tx.one<{ id: string }>(insertPerson, [id, encryptField(name, `identity.natural_person.name_cipher|${id}`), index]);
  return entered?.id ?? returned(await tx.one<{ id: string }>(personByIndex, [index])).id;
}

/** Opens an account and gives it its first role. For administrators of the office's region, as every grant is; a refused grant opens nothing. */
export async function openAccount(tx: Tx, actor: Actor, wanted: OpenAccount): Promise<Result<Answer<OpenedAccount>>> {
  const idNumber = wanted.idNumber.trim().toUpperCase();
  const checked = checkIdentityNumber(idNumber);
  if (!checked.ok) return refuse(checked.refusal.code, { ...checked.refusal, pointer: '/idNumber' });
  const { login, displayName, password, officeId, role, fromOn, untilOn } = wanted;
  const personId = await personOf(tx, displayName, idNumber);
  const hash = password === undefined ? null : await hashPassword(password);
  const { id: accountId } = returned(
    await refusing('account_login_name_key', 'ACCOUNT_LOGIN_TAKEN', () =>
      tx.one<{ id: string }>(insertAccount, [personId, login, displayName, hash, hash !== null]),
    ),
  );
  await audit(tx, { actor, act: 'account-opened', subject: { kind: 'account', id: accountId }, details: { personId, officeId, role } });
  const period = { ...(fromOn === undefined ? {} : { fromOn }), ...(untilOn === undefined ? {} : { untilOn }) };
  const granted = await grantRole(tx, actor, { accountId, officeId, role, ...period });
  if (!granted.ok) return granted;
  return accept({ status: 201, body: { accountId, login, grantId: granted.value.body.id } });
}
