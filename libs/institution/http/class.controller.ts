import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  Database,
  ETAG,
  IfMatch,
  PageQuery,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { listClasses, showClass, type ClassDetail } from '../application/read-classes.ts';
import { changeClass, createClass, type SavedClass } from '../application/save-class.use-case.ts';
import { ClassRequest } from './class.request.ts';
import { ClassDetailResponse, ClassPage, IdResponse } from './class.response.ts';

/** Classes: what is planned, where, when, by whom. */
@ApiTags('classes')
@ApiBearerAuth()
@Controller('v1/classes')
export class ClassController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get()
  @ApiOperation({ summary: '班级列表 · classes' })
  @ApiOkResponse({ type: ClassPage })
  async list(@ActorOf() actor: Actor, @Query() page: PageQuery): Promise<ClassPage> {
    return answered(await this.database.transaction((tx) => listClasses(tx, actor, page)));
  }

  @Get(':id')
  @ApiOperation({ summary: '班级详情 · a class' })
  @ApiOkResponse({ type: ClassDetailResponse, headers: ETAG })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<ClassDetail>> {
    return answered(await this.database.transaction((tx) => showClass(tx, actor, id)));
  }

  @Roles(Role.InstitutionOperator)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '新建班级 · plan a class' })
  @ApiCreatedResponse({ type: IdResponse, headers: ETAG })
  create(@WriteRequestOf() write: WriteRequest, @Body() body: ClassRequest): Promise<WrittenAnswer<SavedClass>> {
    return this.writes.run(write, (tx) => createClass(tx, write.actor, body));
  }

  @Roles(Role.InstitutionOperator)
  @Put(':id')
  @ApiOperation({ summary: '修改班级 · change a class' })
  @ApiOkResponse({ type: IdResponse, headers: ETAG })
  change(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ClassRequest,
  ): Promise<WrittenAnswer<SavedClass>> {
    return this.writes.run(write, (tx) => changeClass(tx, write.actor, id, version, body));
  }
}
