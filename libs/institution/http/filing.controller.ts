import { Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  answered,
  ApiFile,
  Database,
  FileStore,
  PageQuery,
  readUpload,
  RefusalError,
  sha256Of,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { addMaterial, findMaterial, listMaterials, takeOutMaterial, type MaterialKind } from '../application/materials.use-case.ts';
import { showFilingChanges } from '../application/show-filing-changes.ts';
import { showFiling } from '../application/show-filing.ts';
import { submitFiling, type Filed } from '../application/submit-filing.use-case.ts';
import { withdraw } from '../application/withdraw-filing.use-case.ts';
import { FiledResponse, IdResponse } from './class.response.ts';
import { FilingChangesQuery } from './filing.request.ts';
import { FilingChangesResponse, FilingResponse, MaterialList, StoredMaterialResponse } from './filing.response.ts';

const kinds = { opening: 'opening', completion: 'completion' } as const;
type Kind = keyof typeof kinds;
const FilingKindOf = new ParseEnumPipe(kinds);

/** The papers of a class, and filing its opening and completion. */
@ApiTags('filings')
@ApiBearerAuth()
@Controller('v1/classes/:id')
export class FilingController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly files: FileStore,
  ) {}

  @Get('filings/:kind')
  @ApiParam({ name: 'kind', enum: Object.keys(kinds) })
  @ApiOperation({ summary: '申请状态、材料和补正意见 · a filing, its materials and what to correct' })
  @ApiOkResponse({ type: FilingResponse })
  async filing(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', FilingKindOf) kind: Kind,
  ): Promise<FilingResponse> {
    return answered(await this.database.transaction((tx) => showFiling(tx, actor, id, kind)));
  }

  @Get('filings/:kind/changes')
  @ApiParam({ name: 'kind', enum: Object.keys(kinds) })
  @ApiOperation({ summary: '两次申报之间的差异：填报项、课程、材料 · what differs between two submissions' })
  @ApiOkResponse({ type: FilingChangesResponse })
  async changes(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) classId: string,
    @Param('kind', FilingKindOf) kind: Kind,
    @Query() { from, to }: FilingChangesQuery,
  ): Promise<FilingChangesResponse> {
    return answered(await this.database.transaction((tx) => showFilingChanges(tx, actor, { classId, kind, from, to })));
  }

  @Roles(Role.InstitutionOperator)
  @Post('filings/:kind/submit')
  @ApiParam({ name: 'kind', enum: Object.keys(kinds) })
  @HttpCode(201)
  @ApiOperation({ summary: '提交开班（结业）申请 · file the opening or the completion' })
  @ApiCreatedResponse({ type: FiledResponse })
  submit(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', FilingKindOf) kind: Kind,
  ): Promise<WrittenAnswer<Filed>> {
    return this.writes.run(write, (tx) => submitFiling(tx, write.actor, id, kind));
  }

  @Roles(Role.InstitutionOperator)
  @Post('filings/:kind/withdraw')
  @ApiParam({ name: 'kind', enum: Object.keys(kinds) })
  @HttpCode(200)
  @ApiOperation({ summary: '撤回申请 · withdraw a filing' })
  @ApiOkResponse({ type: FiledResponse })
  withdraw(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', FilingKindOf) kind: Kind,
  ): Promise<WrittenAnswer<Filed>> {
    return this.writes.run(write, (tx) => withdraw(tx, write.actor, id, kind));
  }

  @Get('materials')
  @ApiOperation({ summary: '材料清单 · materials' })
  @ApiOkResponse({ type: MaterialList })
  async materials(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<MaterialList> {
    return answered(await this.database.transaction((tx) => listMaterials(tx, actor, id, page)));
  }

  @Roles(Role.InstitutionOperator)
  @Post('materials')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'filing', 'slot'],
      properties: {
        filing: { enum: ['opening', 'completion', 'claim'] },
        slot: { type: 'string' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiOperation({ summary: '上传材料（至多 20 MiB）· upload a material (20 MiB at most)' })
  @ApiCreatedResponse({ type: StoredMaterialResponse })
  async upload(
    @WriteRequestOf() write: WriteRequest,
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) classId: string,
  ): Promise<WrittenAnswer<StoredMaterialResponse>> {
    const upload = await readUpload(request);
    const { filing = '', slot = '' } = upload.fields;
    if (!['opening', 'completion', 'claim'].includes(filing)) {
      throw new RefusalError({
        code: 'FIELD_INVALID',
        pointer: '/filing',
        params: { reason: '须为 opening、completion 或 claim', reasonEn: 'opening, completion or claim' },
      });
    }
    const bodySha256 = sha256Of({ filing, slot, sha256: upload.sha256.toString('hex') });
    const of = { classId, kind: filing as MaterialKind, slot, upload, files: this.files };
    return this.writes.run({ ...write, bodySha256 }, (tx) => addMaterial(tx, write.actor, of));
  }

  @Roles(Role.InstitutionOperator)
  @Delete('materials/:material')
  @ApiOperation({ summary: '删除材料 · remove a material' })
  @ApiOkResponse({ type: IdResponse })
  remove(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('material', ParseUUIDPipe) material: string,
  ): Promise<WrittenAnswer<{ id: string }>> {
    return this.writes.run(write, (tx) => takeOutMaterial(tx, write.actor, id, material));
  }

  @Get('materials/:material/content')
  @ApiOperation({ summary: '下载材料 · the material itself' })
  @ApiFile('application/pdf', 'image/jpeg', 'image/png')
  async content(
    @ActorOf() actor: Actor,
    @Res() reply: FastifyReply,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('material', ParseUUIDPipe) material: string,
  ): Promise<void> {
    const { sha256, mediaType, fileName } = answered(await this.database.transaction((tx) => findMaterial(tx, actor, id, material)));
    const bytes = await this.files.get(sha256);
    void reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(bytes);
  }
}
