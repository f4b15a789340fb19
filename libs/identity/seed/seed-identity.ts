import { encryptField, statement, type Tx } from '#libs/platform';
import { hashPassword } from '../application/sign-in.use-case.ts';
import { sealSecret } from '../application/totp-secret.ts';
import { demoAccounts, demoGrantId, demoOffices, demoPassword, demoSecret } from './demo-world.ts';

const insertOffices = statement(
  'identity.seed-offices',
  `insert into identity.office (id, kind, region, name, parent_id, phone)
   select id, kind, region, name, "parentId", phone from jsonb_to_recordset($1::jsonb) as x(id uuid, kind text, region text, name text, "parentId" uuid, phone text)
   on conflict do nothing`,
);
const insertPerson = statement(
  'identity.seed-person',
  `insert into identity.natural_person (id, name_cipher) values ($1, $2) on conflict do nothing`,
);
const insertAccounts = statement(
  'identity.seed-accounts',
  `insert into identity.account (id, person_id, login_name, display_name, password_hash)
   select "accountId", "personId", login, "displayName", $2
   from jsonb_to_recordset($1::jsonb) as x("accountId" uuid, "personId" uuid, login text, "displayName" text)
   on conflict do nothing`,
);
/** An installation seeded before authenticators were has them from its next start; one that was taken away is not put back. */
const enrolFactors = statement(
  'identity.seed-factors',
  `update identity.account a set totp_cipher = decode(x.cipher, 'hex'), totp_enrolled_at = platform.now()
   from jsonb_to_recordset($1::jsonb) as x("accountId" uuid, cipher text) where a.id = x."accountId" and a.totp_cipher is null and a.totp_reset_by is null`,
);
const insertGrants = statement(
  'identity.seed-grants',
  `insert into identity.grant_of_role (id, account_id, office_id, role, valid_from)
   select id, "accountId", "officeId", role, platform.now()
   from jsonb_to_recordset($1::jsonb) as x(id uuid, "accountId" uuid, "officeId" uuid, role text)
   on conflict do nothing`,
);
const seededAlready = statement('identity.seeded', `select 1 as one from identity.account where id = $1`);

/**
 * Offices, natural persons, accounts with password and authenticator, and rights of the demonstration world; a second call changes nothing.
 * Sandbox only: everybody knows the password and can make the codes. Runs as the role `identity` (or the owner).
 */
export async function seedIdentity(tx: Tx): Promise<void> {
  await tx.rows(insertOffices, [JSON.stringify(Object.values(demoOffices))]);
  if (!(await tx.one(seededAlready, [demoAccounts.at(-1)?.accountId]))) await seedPeople(tx);
  const factors = demoAccounts.map(({ accountId }) => ({
    accountId,
    cipher: sealSecret(demoSecret(accountId), accountId).toString('hex'),
  }));
  await tx.rows(enrolFactors, [JSON.stringify(factors)]);
}

async function seedPeople(tx: Tx): Promise<void> {
  for (const { personId, displayName } of demoAccounts) {
    await tx.rows(insertPerson, [personId, encryptField(displayName, `identity.natural_person.name_cipher|${personId}`)]);
  }
  await tx.rows(insertAccounts, [JSON.stringify(demoAccounts), await hashPassword(demoPassword)]);
  const grants = demoAccounts.flatMap((one) =>
    one.roles.map((role) => ({ id: demoGrantId(one, role), accountId: one.accountId, officeId: one.office.id, role })),
  );
  await tx.rows(insertGrants, [JSON.stringify(grants)]);
}
