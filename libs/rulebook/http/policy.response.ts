import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse, moneyOf } from '#libs/platform';
import type { Calculation, Deadline } from '#libs/policy';
import type { SubsidyOverview } from '../application/ask-policy.ts';
import type { ListedValue } from '../application/list-values.ts';
import type { Clause } from '../pack/clauses-of.ts';

export const anyValue = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'array', items: {} },
  { type: 'object', additionalProperties: true },
];
const open = { type: 'object', additionalProperties: true } as const;
const TEXT = { type: String, nullable: true } as const;

export class ClauseHeadResponse implements Omit<Clause, 'text'> {
  @ApiProperty({ example: '二（六）' }) readonly id: string;
  @ApiProperty() readonly heading: string;
  @ApiProperty() readonly firstLine: number;
  @ApiProperty() readonly lastLine: number;
}

export class ClauseHeadList {
  @ApiProperty({ type: [ClauseHeadResponse] }) readonly items: readonly ClauseHeadResponse[];
}

export class ClauseResponse extends ClauseHeadResponse implements Clause {
  @ApiProperty() readonly text: string;
}

export class ClauseList {
  @ApiProperty({ type: [ClauseResponse] }) readonly items: readonly ClauseResponse[];
}

export class PolicyDocumentResponse {
  @ApiProperty() readonly hash: string;
  @ApiProperty() readonly packId: string;
  @ApiProperty({ description: '原文，与各条款的行号一致 · the text as issued, to whose lines the clauses point' }) readonly text: string;
  @ApiProperty({ type: [ClauseHeadResponse] }) readonly clauses: readonly ClauseHeadResponse[];
}

export class ListedValueResponse implements ListedValue {
  @ApiProperty({ example: '/subsidies/order-project-training/capFen' }) readonly path: string;
  @ApiProperty({ enum: ['stated', 'chosen', 'missing'] }) readonly kind: ListedValue['kind'];
  @ApiProperty({ oneOf: anyValue, nullable: true, description: '数值 · the value, of whatever type' }) readonly value: unknown;
  @ApiProperty(TEXT) readonly clause: string | null;
  @ApiProperty(TEXT) readonly quote: string | null;
  @ApiProperty(TEXT) readonly amb: string | null;
  @ApiProperty(TEXT) readonly reason: string | null;
  @ApiProperty({ ...TEXT, description: '来自上级政策 · the parent it is inherited from' }) readonly from: string | null;
}

export class ListedValueList {
  @ApiProperty({ type: [ListedValueResponse] }) readonly items: readonly ListedValueResponse[];
}

export class SubsidyOverviewResponse implements SubsidyOverview {
  @ApiProperty({ example: 'certificate-of-organizer' }) readonly subsidy: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly titleEn: string;
  @ApiProperty({ type: String, example: 'per-certificate' }) readonly kind: SubsidyOverview['kind'];
  @ApiProperty({ enum: ['class', 'list', 'unit'] }) readonly claimedBy: SubsidyOverview['claimedBy'];
  @ApiProperty(open) readonly payee: SubsidyOverview['payee'];
  @ApiProperty() readonly clause: string;
  @ApiProperty({ type: 'array', items: open }) readonly materials: SubsidyOverview['materials'];
  @ApiProperty({ ...open, description: '必需和可用的事实 · facts it needs, and may have' }) readonly facts: SubsidyOverview['facts'];
}

export class SubsidyOverviewList {
  @ApiProperty({ type: [SubsidyOverviewResponse] }) readonly items: readonly SubsidyOverviewResponse[];
}

/** A calculation; amounts within its steps are strings of fen, as in the explanation of a claim. */
export class CalculationResponse {
  @ApiProperty({ type: MoneyResponse, description: '应补贴金额 · what is due' }) readonly amount: MoneyResponse;
  @ApiProperty({ type: MoneyResponse, description: '应追回金额 · what is to be recovered' }) readonly recovery: MoneyResponse;
  @ApiProperty() readonly trained: number;
  @ApiProperty() readonly employed: number;
  @ApiProperty() readonly isFullPay: boolean;
  @ApiProperty({ type: 'array', items: open, description: '逐项金额、步骤、依据 · lines, each with its steps' })
  readonly lines: readonly object[];
  @ApiProperty({ type: 'array', items: open, description: '再多一步的变化 · what would change the result' })
  readonly hints: readonly object[];
  @ApiProperty({ type: 'array', items: open, description: '缺失的规定 · what nobody states' }) readonly held: Calculation['held'];
}

export class DeadlineResponse implements Deadline {
  @ApiProperty(TEXT) readonly earliestOn: string | null;
  @ApiProperty({ example: '2026-03-09' }) readonly dueOn: string;
  @ApiProperty(TEXT) readonly nextOn: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly year: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly percent: number | null;
  @ApiProperty({ type: [String] }) readonly remindOn: readonly string[];
  @ApiProperty({ ...TEXT, enum: ['early', 'in-time', 'late', 'needs-special-reason'] }) readonly timeliness: Deadline['timeliness'];
  @ApiProperty({ type: 'array', items: open, description: '逐日说明 · every day, and why it counted' }) readonly days: Deadline['days'];
  @ApiProperty({ type: 'array', items: open, description: '依据 · the values it rests on' }) readonly basis: Deadline['basis'];
}

export function calculationView({ amountFen, recoveryFen, lines, hints, ...calculation }: Calculation): CalculationResponse {
  return {
    ...calculation,
    amount: moneyOf(amountFen),
    recovery: moneyOf(recoveryFen),
    lines: lines.map(({ amountFen: due, recoveryFen: back, steps, ...line }) => ({
      ...line,
      amount: moneyOf(due),
      recovery: moneyOf(back),
      steps: steps.map((step) => ({ ...step, resultFen: String(step.resultFen) })),
    })),
    hints: hints.map(({ differenceFen, ...hint }) => ({ ...hint, difference: moneyOf(differenceFen) })),
  };
}
