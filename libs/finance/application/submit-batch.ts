import { audit, decryptField, RefusalError, statement, type Database, type FileStore, type Tx } from '#libs/platform';
import type { Bank } from '../bank/bank.ts';
import { pain001 } from '../bank/pain001.ts';
import type { FilePayment, PaymentFile } from '../bank/payment-file.ts';
import { batchForUpdate, submitBatch as markSubmitted, type BatchRow } from '../persistence/batch.query.ts';
import { accountOf } from '../persistence/subject.query.ts';
import type { Account } from '../domain/account.ts';
import { stepOrders, type OrderRow } from '../persistence/payment.query.ts';
import { giveUpBatch } from './give-up-batch.ts';
import { lockedOrders } from './locked-orders.ts';

const payee = statement('finance.payee-account', `select name, bank, cipher from finance.order_account($1)`);

type Payee = Pick<FilePayment, 'payeeName' | 'payeeBank' | 'account'>;

/** The institution's account that was signed for, or the one on the claim where the person or unit itself is paid. @throws RefusalError ORDER_NO_ACCOUNT where there is none on record. */
async function payeeOf(tx: Tx, { id, key, claimId, payeeId, payeeName, institutionId }: OrderRow): Promise<Payee> {
  const none = new RefusalError({ code: 'ORDER_NO_ACCOUNT', params: { key, payee: payeeName } });
  if (payeeId !== institutionId) {
    const own = await tx.one<{ id: string; cipher: Buffer | null }>(accountOf, [claimId, payeeId]);
    if (!own?.cipher) throw none;
    const { name, bank, number } = JSON.parse(decryptField(own.cipher, `finance.claim_subject.account_cipher|${own.id}`)) as Account;
    return { payeeName: name, payeeBank: bank, account: number };
  }
  const to = await tx.one<{ name: string; bank: string; cipher: Buffer | null }>(payee, [id]);
  if (!to?.cipher) throw none;
  const account = decryptField(to.cipher, `institution.institution.payee_account_cipher|${institutionId}`);
  return { payeeName: to.name, payeeBank: to.bank, account };
}

/** The batch as files carry it, accounts in clear text. @throws RefusalError ORDER_NO_ACCOUNT where a payee has none on record. */
export async function paymentFileOf(tx: Tx, batch: BatchRow, orders: readonly OrderRow[]): Promise<PaymentFile> {
  const payments: FilePayment[] = [];
  for (const order of orders) {
    const { key, amountFen, claimNumber } = order;
    payments.push({ key, amountFen, ...(await payeeOf(tx, order)), purpose: `职业培训补贴 ${claimNumber}` });
  }
  return { batch, payments, createdAt: batch.releasedAt ?? batch.builtAt };
}

/**
 * Marks the batch as sent and keeps its exact bytes and their hash in one transaction; only then the bank gets it, once. When it is not known
 * whether it got there, nothing is sent again: the bank is asked (reliability 6.5).
 * @returns whether this call sent it.
 */
export async function submitBatch(database: Database, files: FileStore, bank: Bank, batchId: string): Promise<boolean> {
  const file = await database.transaction(async (tx) => {
    const batch = await tx.one<BatchRow>(batchForUpdate, [batchId]);
    if (batch?.state !== 'released') return undefined;
    const orders = await lockedOrders(tx, batchId);
    const stopped = orders.find(({ state }) => state === 'stopped');
    if (stopped) {
      await giveUpBatch(tx, null, batchId, { stopped: stopped.key }); // not what was released any more (AMB-05)
      return undefined;
    }
    const content = await paymentFileOf(tx, batch, orders);
    const sha256 = await files.put(tx, pain001(content), 'application/xml');
    await tx.rows(stepOrders, [JSON.stringify(content.payments.map(({ key }) => ({ key, state: 'submitted' })))]);
    await tx.rows(markSubmitted, [batchId, sha256]);
    await audit(tx, {
      actor: null,
      act: 'batch-submitted',
      subject: { kind: 'payment-batch', id: batchId },
      details: { sha256, orders: content.payments.length },
    });
    return content;
  });
  if (!file) return false;
  await database.transaction((tx) => bank.submit(tx, file.payments));
  return true;
}
