import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles, sightOf } from '#libs/identity';
import {
  ActorOf,
  answered,
  clockOf,
  Database,
  decodeIdCursor,
  pageById,
  PageQuery,
  WriteRequestOf,
  Writes,
  type Page,
  type Statement,
  type WriteRequest,
  type WrittenAnswer,
} from '#libs/platform';
import { snapshotFor } from '#libs/rulebook';
import { registerSite } from '../application/register-site.use-case.ts';
import { registerTeacher } from '../application/register-teacher.use-case.ts';
import {
  assigningOffices,
  institutionList,
  sitesOf,
  teachersOf,
  type AssigningOfficeRow,
  type InstitutionRow,
  type SiteRow,
  type TeacherRow,
} from '../persistence/institution.query.ts';
import { InstitutionQuery, SiteRequest, TeacherRequest } from './class.request.ts';
import { IdResponse } from './class.response.ts';
import { AssigningOfficeList, DirectoriesResponse, InstitutionList, SiteList, TeacherList } from './institution.response.ts';

/** Institutions and evaluation bodies, directories, and what an institution has: sites and teachers. */
@ApiTags('institutions')
@ApiBearerAuth()
@Controller('v1')
export class InstitutionController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get('institutions')
  @ApiOperation({ summary: '培训机构和评价机构 · institutions and evaluation bodies' })
  @ApiOkResponse({ type: InstitutionList })
  async institutions(@ActorOf() actor: Actor, @Query() { kind, cursor, limit }: InstitutionQuery): Promise<InstitutionList> {
    const sight = sightOf(actor);
    const after = answered(decodeIdCursor(cursor));
    if (!sight) return { items: [], nextCursor: null };
    const values = [sight.institutionId ?? null, sight.regionScope ?? null, sight.hidden, kind ?? null, after, limit + 1];
    return pageById(await this.database.transaction((tx) => tx.rows<InstitutionRow>(institutionList, values)), limit);
  }

  @Get('directories')
  @ApiOperation({ summary: '承担任务机构名单 · who may train what in this region' })
  @ApiOkResponse({ type: DirectoriesResponse })
  directories(@ActorOf() actor: Actor): Promise<DirectoriesResponse> {
    return this.database.transaction(async (tx) => {
      const { today } = await clockOf(tx);
      const { snapshot } = await snapshotFor(tx, { region: actor.region, on: today });
      return { policy: snapshot.pack.documentNumber, directories: snapshot.directories };
    });
  }

  @Roles(Role.InstitutionOperator)
  @Get('assigning-offices')
  @ApiOperation({ summary: '可赋予任务的人社部门 · bureaus that may have assigned the task' })
  @ApiOkResponse({ type: AssigningOfficeList })
  async assigningOffices(@ActorOf() actor: Actor): Promise<AssigningOfficeList> {
    return { items: await this.database.transaction((tx) => tx.rows<AssigningOfficeRow>(assigningOffices, [actor.institutionId])) };
  }

  @Roles(Role.InstitutionOperator)
  @Get('sites')
  @ApiOperation({ summary: '本机构培训场地 · own sites' })
  @ApiOkResponse({ type: SiteList })
  sites(@ActorOf() actor: Actor, @Query() page: PageQuery): Promise<SiteList> {
    return this.own<SiteRow>(actor, sitesOf, page);
  }

  @Roles(Role.InstitutionOperator)
  @Post('sites')
  @HttpCode(201)
  @ApiOperation({ summary: '登记培训场地 · register a site' })
  @ApiCreatedResponse({ type: IdResponse })
  addSite(@WriteRequestOf() write: WriteRequest, @Body() body: SiteRequest): Promise<WrittenAnswer<{ id: string }>> {
    return this.writes.run(write, (tx) => registerSite(tx, write.actor, body));
  }

  @Roles(Role.InstitutionOperator)
  @Get('teachers')
  @ApiOperation({ summary: '本机构教师 · own teachers' })
  @ApiOkResponse({ type: TeacherList })
  teachers(@ActorOf() actor: Actor, @Query() page: PageQuery): Promise<TeacherList> {
    return this.own<TeacherRow>(actor, teachersOf, page);
  }

  @Roles(Role.InstitutionOperator)
  @Post('teachers')
  @HttpCode(201)
  @ApiOperation({ summary: '登记教师 · register a teacher' })
  @ApiCreatedResponse({ type: IdResponse })
  addTeacher(@WriteRequestOf() write: WriteRequest, @Body() body: TeacherRequest): Promise<WrittenAnswer<{ id: string }>> {
    return this.writes.run(write, (tx) => registerTeacher(tx, write.actor, body));
  }

  /** One page of what the actor's institution has. */
  private async own<Row extends { readonly id: string }>(actor: Actor, list: Statement, { cursor, limit }: PageQuery): Promise<Page<Row>> {
    const values = [actor.institutionId, answered(decodeIdCursor(cursor)), limit + 1];
    return pageById(await this.database.transaction((tx) => tx.rows<Row>(list, values)), limit);
  }
}
