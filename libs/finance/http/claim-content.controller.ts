import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  type Answer,
  answered,
  ApiFile,
  Database,
  ETAG,
  FileStore,
  IfMatch,
  PageQuery,
  readUpload,
  sha256Of,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { addClaimMaterial, findClaimMaterial, listClaimMaterials, takeOutClaimMaterial } from '../application/claim-materials.use-case.ts';
import { putSubjects } from '../application/put-subjects.use-case.ts';
import { showClaimChanges } from '../application/show-claim-changes.ts';
import { listSubjects } from '../application/show-subjects.ts';
import { APPLICANTS } from './applicants.ts';
import { ClaimMaterialList, PutSubjectsResponse, SubjectList, UploadedResponse } from './claim-content.response.ts';
import { ClaimChangesQuery, ClaimChangesResponse, claimChangesView } from './claim-changes.ts';
import { ClaimReference } from './claim.response.ts';
import { SubjectsRequest } from './subject.request.ts';

/** Whom a claim is about, and its papers. */
@ApiTags('claims')
@ApiBearerAuth()
@Controller('v1/claims/:id')
export class ClaimContentController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly files: FileStore,
  ) {}

  @Get('subjects')
  @ApiOperation({ summary: '申领的人员或单位，号码和账户已遮盖 · whom the claim is about, masked' })
  @ApiOkResponse({ type: SubjectList, headers: ETAG })
  async subjects(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Answer<SubjectList>> {
    return answered(await this.database.transaction((tx) => listSubjects(tx, actor, id)));
  }

  @Roles(...APPLICANTS)
  @Put('subjects')
  @ApiOperation({ summary: '填写人员或单位及申报事实（整体替换）· put whom the claim is about, all of them' })
  @ApiOkResponse({ type: PutSubjectsResponse, headers: ETAG })
  put(
    @WriteRequestOf() write: WriteRequest,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { subjects }: SubjectsRequest,
  ): Promise<WrittenAnswer<PutSubjectsResponse>> {
    return this.writes.run(write, (tx) => putSubjects(tx, write.actor, { claimId: id, version }, subjects));
  }

  @Get('changes')
  @ApiOperation({ summary: '两次提交之间的差异：人员、事实、金额、材料 · what differs between two submissions' })
  @ApiOkResponse({ type: ClaimChangesResponse })
  async changes(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) claimId: string,
    @Query() { from, to }: ClaimChangesQuery,
  ): Promise<ClaimChangesResponse> {
    return claimChangesView(answered(await this.database.transaction((tx) => showClaimChanges(tx, actor, { claimId, from, to }))));
  }

  @Get('materials')
  @ApiOperation({ summary: '申领材料清单 · materials of the claim' })
  @ApiOkResponse({ type: ClaimMaterialList })
  async materials(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<ClaimMaterialList> {
    return answered(await this.database.transaction((tx) => listClaimMaterials(tx, actor, id, page)));
  }

  @Roles(...APPLICANTS)
  @Post('materials')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'slot'],
      properties: { slot: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOperation({ summary: '上传申领材料（至多 20 MiB）· upload a material (20 MiB at most)' })
  @ApiCreatedResponse({ type: UploadedResponse })
  async upload(
    @WriteRequestOf() write: WriteRequest,
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) claimId: string,
  ): Promise<WrittenAnswer<UploadedResponse>> {
    const upload = await readUpload(request);
    const { slot = '' } = upload.fields;
    const bodySha256 = sha256Of({ slot, sha256: upload.sha256.toString('hex') });
    const of = { claimId, slot, upload, files: this.files };
    return this.writes.run({ ...write, bodySha256 }, (tx) => addClaimMaterial(tx, write.actor, of));
  }

  @Roles(...APPLICANTS)
  @Delete('materials/:material')
  @ApiOperation({ summary: '删除申领材料 · remove a material' })
  @ApiOkResponse({ type: ClaimReference })
  remove(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('material', ParseUUIDPipe) material: string,
  ): Promise<WrittenAnswer<ClaimReference>> {
    return this.writes.run(write, (tx) => takeOutClaimMaterial(tx, write.actor, id, material));
  }

  @Get('materials/:material/content')
  @ApiOperation({ summary: '下载申领材料 · the material itself' })
  @ApiFile('application/pdf', 'image/jpeg', 'image/png')
  async content(
    @ActorOf() actor: Actor,
    @Res() reply: FastifyReply,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('material', ParseUUIDPipe) material: string,
  ): Promise<void> {
    const { sha256, mediaType, fileName } = answered(await this.database.transaction((tx) => findClaimMaterial(tx, actor, id, material)));
    void reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(await this.files.get(sha256));
  }
}
