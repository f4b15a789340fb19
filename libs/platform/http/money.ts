import { ApiProperty } from '@nestjs/swagger';
import { formatYuan } from '#libs/policy';

/** An amount as the API shows it: a decimal string of yuan, never a number. */
export class MoneyResponse {
  @ApiProperty({ example: '3000.00', pattern: String.raw`^-?\d+\.\d{2}$` }) readonly value: string;
  @ApiProperty({ enum: ['CNY'] }) readonly currency: 'CNY';
}

export function moneyOf(fen: bigint | string): MoneyResponse {
  return { value: formatYuan(BigInt(fen)), currency: 'CNY' };
}
