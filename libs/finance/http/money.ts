import { ApiProperty } from '@nestjs/swagger';
import { formatYuan } from '#libs/policy';

/** An amount as the API shows it: a decimal string of yuan, never a number. */
export class MoneyResponse {
  @ApiProperty({ example: '3000.00' }) readonly amount: string;
  @ApiProperty({ example: 'CNY' }) readonly currency: 'CNY';
}

export function moneyOf(fen: bigint | string): MoneyResponse {
  return { amount: formatYuan(BigInt(fen)), currency: 'CNY' };
}
