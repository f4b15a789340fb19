import { ApiProperty } from '@nestjs/swagger';

/** What every page of a list ends with. */
export abstract class PageResponse {
  @ApiProperty({ type: String, nullable: true, description: '下一页的 cursor；末页为 null · cursor of the next page; null on the last' })
  readonly nextCursor: string | null;
}
