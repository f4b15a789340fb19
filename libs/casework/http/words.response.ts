import { ApiProperty } from '@nestjs/swagger';
import type { Turn, Words } from '../domain/words.ts';

/** The same in both languages. */
export class WordsResponse implements Words {
  @ApiProperty({ example: '补贴审核：由壶关县人社局经办人于2026-03-09前办理。' }) readonly zh: string;
  @ApiProperty({ example: 'claim review: a caseworker of 壶关县人社局 acts by 2026-03-09.' }) readonly en: string;
}

export class TurnResponse implements Turn {
  @ApiProperty({ format: 'uuid' }) readonly taskId: string;
  @ApiProperty({ enum: ['decide', 'sign', 'correct', 'assess', 'investigate', 'alarm'] }) readonly kind: string;
  @ApiProperty({ example: 'caseworker' }) readonly role: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly officeId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly officeName: string | null;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
}
