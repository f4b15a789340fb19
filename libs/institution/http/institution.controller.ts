import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, type Actor } from '#libs/contracts';
import { Roles, sightOf } from '#libs/identity';
import { ActorOf, clockOf, Database, WriteRequestOf, Writes, type WriteRequest, type WrittenAnswer } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import { snapshotFor } from '#libs/rulebook';
import { registerSite } from '../application/register-site.use-case.ts';
import { registerTeacher } from '../application/register-teacher.use-case.ts';
import { institutionList, sitesOf, teachersOf, type InstitutionRow } from '../persistence/institution.query.ts';
import { InstitutionQuery, SiteRequest, TeacherRequest } from './class.request.ts';
import { IdResponse } from './class.response.ts';

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
  async institutions(@ActorOf() actor: Actor, @Query() { kind }: InstitutionQuery): Promise<{ items: readonly InstitutionRow[] }> {
    const sight = sightOf(actor);
    if (!sight) return { items: [] };
    const values = [sight.institutionId ?? null, sight.regionScope ?? null, sight.hidden, kind ?? null];
    return { items: await this.database.transaction((tx) => tx.rows<InstitutionRow>(institutionList, values)) };
  }

  @Get('directories')
  @ApiOperation({ summary: '承担任务机构名单 · who may train what in this region' })
  directories(@ActorOf() actor: Actor): Promise<{ readonly policy: string; readonly directories: PolicySnapshot['directories'] }> {
    return this.database.transaction(async (tx) => {
      const { today } = await clockOf(tx);
      const { snapshot } = await snapshotFor(tx, { region: actor.region, on: today });
      return { policy: snapshot.pack.documentNumber, directories: snapshot.directories };
    });
  }

  @Roles(Role.InstitutionOperator)
  @Get('sites')
  @ApiOperation({ summary: '本机构培训场地 · own sites' })
  async sites(@ActorOf() actor: Actor): Promise<{ items: readonly object[] }> {
    return { items: await this.database.transaction((tx) => tx.rows(sitesOf, [actor.institutionId])) };
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
  async teachers(@ActorOf() actor: Actor): Promise<{ items: readonly object[] }> {
    return { items: await this.database.transaction((tx) => tx.rows(teachersOf, [actor.institutionId])) };
  }

  @Roles(Role.InstitutionOperator)
  @Post('teachers')
  @HttpCode(201)
  @ApiOperation({ summary: '登记教师 · register a teacher' })
  @ApiCreatedResponse({ type: IdResponse })
  addTeacher(@WriteRequestOf() write: WriteRequest, @Body() body: TeacherRequest): Promise<WrittenAnswer<{ id: string }>> {
    return this.writes.run(write, (tx) => registerTeacher(tx, write.actor, body));
  }
}
