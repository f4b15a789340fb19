import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { Actor } from '#libs/contracts';
import { ActorOf, Database } from '#libs/platform';
import { search, type Hit } from '../application/search.ts';

class SearchRequest {
  @ApiProperty({
    description:
      '班级或申领编号、机构（可用拼音首字母）、班级名称，或姓名加证件号后四位 · number, institution, title, or a name with the last four',
  })
  @IsString()
  @Length(1, 60)
  readonly text: string;
}

class HitResponse implements Hit {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['class', 'claim'] }) readonly kind: 'class' | 'claim';
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ type: String, nullable: true }) readonly institutionName: string | null;
  @ApiProperty() readonly stage: string;
  @ApiProperty() readonly status: string;
  @ApiProperty({ enum: ['number', 'institution', 'title', 'person'] }) readonly because: 'number' | 'institution' | 'title' | 'person';
  @ApiProperty({ type: String, nullable: true }) readonly person: string | null;
}

class HitList {
  @ApiProperty({ type: [HitResponse] }) readonly items: readonly HitResponse[];
}

/** Search over everything the person may see. By POST: a name and the end of a number never stand in an address. */
@ApiTags('search')
@ApiBearerAuth()
@Controller('v1/search')
export class SearchController {
  constructor(private readonly database: Database) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '查找案卷；查人有记录 · find cases; searches for a person are noted' })
  @ApiOkResponse({ type: HitList })
  async find(@ActorOf() actor: Actor, @Body() body: SearchRequest): Promise<HitList> {
    return { items: await this.database.transaction((tx) => search(tx, actor, body.text)) };
  }
}
