import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertVouchers, stepVouchers, withoutVoucher } from '../persistence/enrollment.query.ts';
import { ownClass } from './own-class.ts';
import { codeIndexOf, newVoucherCode } from './voucher-code.ts';

export interface IssuedVoucher {
  readonly id: string;
  readonly enrollmentId: string;
  /** Shown once; it is nowhere kept. */
  readonly code: string;
}

/** 领券: one voucher for everybody of the class who has none (AMB-70). */
export async function claimVouchers(tx: Tx, actor: Actor, classId: string): Promise<Result<Answer<{ items: readonly IssuedVoucher[] }>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const people = await tx.rows<{ id: string; personId: string }>(withoutVoucher, [classId]);
  if (people.length === 0) return refuse('VOUCHER_NOBODY');
  const issued = people.map(({ id: enrollmentId, personId }) => ({ id: randomUUID(), enrollmentId, personId, code: newVoucherCode() }));
  const rows = issued.map(({ code, ...voucher }) => ({ ...voucher, codeIndex: codeIndexOf(code).toString('hex') }));
  await tx.rows(insertVouchers, [classId, own.value.occupationCode, JSON.stringify(rows)]);
  await audit(tx, {
    actor,
    act: 'vouchers-claimed',
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { vouchers: issued.length },
  });
  return accept({ status: 201, body: { items: issued.map(({ id, enrollmentId, code }) => ({ id, enrollmentId, code })) } });
}

const STEPS = { verify: ['claimed', 'verified'], redeem: ['verified', 'redeemed'], 'write-off': ['redeemed', 'written-off'] } as const;
export type VoucherStep = keyof typeof STEPS;

export interface NamedVouchers {
  readonly codes?: readonly string[];
  readonly enrollmentIds?: readonly string[];
}

/** 验券、兑现、核销: moves the named vouchers one step on, all of them or none (SYS-01, SYS-02). */
export async function moveVouchers(
  tx: Tx,
  actor: Actor,
  classId: string,
  step: VoucherStep,
  named: NamedVouchers,
): Promise<Result<Answer<{ moved: number }>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const { codes = [], enrollmentIds = [] } = named;
  if (codes.length + enrollmentIds.length === 0) return refuse('VOUCHER_NOBODY', { pointer: '/codes' });
  const [from, to] = STEPS[step];
  const moved = await tx.rows<{ enrollmentId: string }>(stepVouchers, [classId, codes.map(codeIndexOf), enrollmentIds, to, from]);
  if (moved.length !== new Set([...codes, ...enrollmentIds]).size)
    return refuse('VOUCHER_UNKNOWN', { pointer: codes.length > 0 ? '/codes' : '/enrollmentIds' });
  await audit(tx, {
    actor,
    act: `vouchers-${to}`,
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { vouchers: moved.length },
  });
  return accept({ body: { moved: moved.length } });
}
