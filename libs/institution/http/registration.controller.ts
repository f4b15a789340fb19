import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  Database,
  ETAG,
  IfMatch,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { changeInstitution, registerInstitution, showInstitution } from '../application/register-institution.use-case.ts';
import { registrarRoles } from '../domain/registrar.ts';
import type { InstitutionDetail } from '../persistence/institution.query.ts';
import { ChangeInstitutionRequest, RegisterInstitutionRequest } from './registration.request.ts';
import { InstitutionDetailResponse } from './registration.response.ts';

/** The register of institutions, kept by the human-resources office of their place. */
@ApiTags('institutions')
@ApiBearerAuth()
@Controller('v1/institutions')
export class RegistrationController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: '机构登记信息 · an institution and what is on record of it' })
  @ApiOkResponse({ type: InstitutionDetailResponse, headers: ETAG })
  async show(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<InstitutionDetail>> {
    return answered(await this.database.transaction((tx) => showInstitution(tx, actor, id)));
  }

  @Roles(...registrarRoles)
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '登记机构（许可或备案）· register an institution' })
  @ApiCreatedResponse({ type: InstitutionDetailResponse, headers: ETAG })
  register(@WriteRequestOf() write: WriteRequest, @Body() body: RegisterInstitutionRequest): Promise<WrittenAnswer<InstitutionDetail>> {
    return this.writes.run(write, (tx) => registerInstitution(tx, write.actor, body));
  }

  @Roles(...registrarRoles)
  @Put(':id')
  @ApiOperation({ summary: '变更登记，须写明事由 · change what is on record, with a reason' })
  @ApiOkResponse({ type: InstitutionDetailResponse, headers: ETAG })
  change(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, ...facts }: ChangeInstitutionRequest,
  ): Promise<WrittenAnswer<InstitutionDetail>> {
    return this.writes.run(write, (tx) => changeInstitution(tx, write.actor, { id, version, reason, facts }));
  }
}
