import { demoEnterprises, demoEvaluationBodies, demoInstitutions } from '#libs/identity';
import { encryptField, statement, type Tx } from '#libs/platform';

const insert = statement(
  'institution.seed',
  `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
);

/** An account nobody has: the demonstration bank's prefix and a running number. */
function accountOf(index: number): string {
  return `62220000${String(index + 1).padStart(8, '0')}`;
}

/** Institutions, enterprises and evaluation bodies of the demonstration world; a second call changes nothing. Runs as the owner. */
export async function seedInstitutions(tx: Tx): Promise<void> {
  const paid = [...Object.values(demoInstitutions), ...Object.values(demoEnterprises)];
  for (const [index, { id, name, region }] of paid.entries()) {
    const kind = Object.values(demoEnterprises).some((one) => one.id === id) ? 'enterprise' : 'training';
    const account = accountOf(index);
    const cipher = encryptField(account, `institution.institution.payee_account_cipher|${id}`);
    await tx.rows(insert, [id, name, region, kind, name, '演示银行', cipher, `****${account.slice(-4)}`]);
  }
  for (const { id, name, region } of Object.values(demoEvaluationBodies))
    await tx.rows(insert, [id, name, region, 'evaluation', null, null, null, null]);
}
