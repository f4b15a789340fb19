import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Role, type Actor } from '#libs/contracts';
import { Roles } from '#libs/identity';
import {
  ActorOf,
  answered,
  Database,
  decodeIdCursor,
  ETAG,
  FileStore,
  type Page,
  pageOf,
  PageQuery,
  readUpload,
  sha256Of,
  type Statement,
  type WriteRequest,
  WriteRequestOf,
  Writes,
  type WrittenAnswer,
} from '#libs/platform';
import { acceptAssessment, recordResults } from '../application/assessment.use-case.ts';
import { recordProof, voidEmploymentProof } from '../application/employment.use-case.ts';
import { exclude, listEnrollments, listRosterChanges } from '../application/enrollments.ts';
import { visibleClass } from '../application/own-class.ts';
import { showEligibility } from '../application/show-eligibility.ts';
import { pushAttendance } from '../application/push-attendance.use-case.ts';
import { claimVouchers, moveVouchers, type VoucherStep } from '../application/vouchers.use-case.ts';
import { proofsOf, resultsOf, type ProofRow, type ResultRow } from '../persistence/assessment.query.ts';
import { attendanceDays, vouchersOf, type AttendanceDaysRow, type VoucherRow } from '../persistence/enrollment.query.ts';
import { EligibilityResponse } from './eligibility.response.ts';
import { proofForm, proofOf } from './proof.request.ts';
import { AttendanceRequest, ReasonRequest, ResultsRequest, RosterChangesQuery, VouchersRequest } from './trainee.request.ts';
import {
  AttendanceList,
  EnrollmentPage,
  ExamineesResponse,
  IssuedVoucherList,
  MovedResponse,
  ProofList,
  PushedResponse,
  RecordedResponse,
  ReferenceResponse,
  ResultList,
  RosterChangeList,
  VoucherList,
} from './training.response.ts';

const steps = { verify: 'verify', redeem: 'redeem', 'write-off': 'write-off' } as const;
const StepOf = new ParseEnumPipe(steps);

/** What happens to the people of a class: vouchers, attendance, assessment, employment. */
@ApiTags('training')
@ApiBearerAuth()
@Controller('v1')
export class TrainingController {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly files: FileStore,
  ) {}

  @Get('classes/:id/enrollments')
  @ApiOperation({ summary: '班级名单（脱敏）· who is in the class, masked' })
  @ApiOkResponse({ type: EnrollmentPage })
  async enrollments(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<EnrollmentPage> {
    return answered(await this.database.transaction((tx) => listEnrollments(tx, actor, id, page)));
  }

  @Get('classes/:id/roster-changes')
  @ApiOperation({ summary: '两次申报之间的名单变动 · who came and who left between two instants, masked' })
  @ApiOkResponse({ type: RosterChangeList })
  async rosterChanges(
    @ActorOf() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() span: RosterChangesQuery,
  ): Promise<RosterChangeList> {
    return { items: answered(await this.database.transaction((tx) => listRosterChanges(tx, actor, id, span))) };
  }

  @Get('classes/:id/eligibility')
  @ApiOperation({ summary: '参训资格：符合、不符合（条款）、待核（要问什么）· yes, no with the clause, or unknown with what to ask' })
  @ApiOkResponse({ type: EligibilityResponse })
  async eligibility(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EligibilityResponse> {
    return answered(await this.database.transaction((tx) => showEligibility(tx, actor, id)));
  }

  @Roles(Role.InstitutionOperator)
  @Post('enrollments/:id/exclude')
  @HttpCode(200)
  @ApiOperation({ summary: '除名 · take somebody off the class' })
  @ApiOkResponse({ type: ReferenceResponse, headers: ETAG })
  exclude(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<WrittenAnswer<ReferenceResponse>> {
    return this.writes.run(write, (tx) => exclude(tx, write.actor, id, reason));
  }

  @Get('classes/:id/vouchers')
  @ApiOperation({ summary: '电子券状态 · vouchers' })
  @ApiOkResponse({ type: VoucherList })
  vouchers(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<VoucherList> {
    return this.listed(actor, id, page, { list: vouchersOf, keyOf: (row: VoucherRow) => row.id });
  }

  @Roles(Role.InstitutionOperator)
  @Post('classes/:id/vouchers')
  @HttpCode(201)
  @ApiOperation({ summary: '领券：券号只显示一次 · claim vouchers; codes are shown once' })
  @ApiCreatedResponse({ type: IssuedVoucherList })
  claim(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<IssuedVoucherList>> {
    return this.writes.run(write, (tx) => claimVouchers(tx, write.actor, id));
  }

  @Roles(Role.InstitutionOperator)
  @Post('classes/:id/vouchers/:step')
  @ApiParam({ name: 'step', enum: Object.keys(steps) })
  @HttpCode(200)
  @ApiOperation({ summary: '验券、兑现、核销 · verify, redeem, write off' })
  @ApiOkResponse({ type: MovedResponse })
  move(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('step', StepOf) step: VoucherStep,
    @Body() body: VouchersRequest,
  ): Promise<WrittenAnswer<MovedResponse>> {
    return this.writes.run(write, (tx) => moveVouchers(tx, write.actor, id, step, body));
  }

  @Get('classes/:id/attendance')
  @ApiOperation({ summary: '每人有效培训日 · payable days of each person' })
  @ApiOkResponse({ type: AttendanceList })
  days(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<AttendanceList> {
    return this.listed(actor, id, page, { list: attendanceDays, keyOf: (row: AttendanceDaysRow) => row.enrollmentId });
  }

  @Roles(Role.InstitutionOperator)
  @Post('classes/:id/attendance')
  @HttpCode(200)
  @ApiOperation({ summary: '推送考勤（按设备事件编号幂等）· push attendance, once an event' })
  @ApiOkResponse({ type: PushedResponse })
  attendance(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { events }: AttendanceRequest,
  ): Promise<WrittenAnswer<PushedResponse>> {
    return this.writes.run(write, (tx) => pushAttendance(tx, write.actor, id, events));
  }

  @Roles(Role.EvaluationBody)
  @Post('classes/:id/assessment/accept')
  @HttpCode(200)
  @ApiOperation({ summary: '接收结业名单 · accept the roster' })
  @ApiOkResponse({ type: ExamineesResponse })
  accept(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<ExamineesResponse>> {
    return this.writes.run(write, (tx) => acceptAssessment(tx, write.actor, id));
  }

  @Roles(Role.EvaluationBody)
  @Post('classes/:id/assessment/results')
  @HttpCode(201)
  @ApiOperation({ summary: '登记考核结果和证书 · record results and certificates' })
  @ApiCreatedResponse({ type: RecordedResponse })
  results(
    @WriteRequestOf() write: WriteRequest,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { results }: ResultsRequest,
  ): Promise<WrittenAnswer<RecordedResponse>> {
    return this.writes.run(write, (tx) => recordResults(tx, write.actor, id, results));
  }

  @Get('classes/:id/assessment/results')
  @ApiOperation({ summary: '考核结果（脱敏）· results, masked' })
  @ApiOkResponse({ type: ResultList })
  shownResults(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<ResultList> {
    return this.listed(actor, id, page, { list: resultsOf, keyOf: (row: ResultRow) => row.enrollmentId });
  }

  @Get('classes/:id/employment-proofs')
  @ApiOperation({ summary: '就业证明 · proofs of employment' })
  @ApiOkResponse({ type: ProofList })
  proofs(@ActorOf() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageQuery): Promise<ProofList> {
    return this.listed(actor, id, page, { list: proofsOf, keyOf: (row: ProofRow) => row.id });
  }

  @Roles(Role.InstitutionOperator)
  @Post('enrollments/:id/employment-proofs')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: '登记就业证明 · record a proof of employment' })
  @ApiBody({ schema: proofForm })
  @ApiCreatedResponse({ type: ReferenceResponse })
  async prove(
    @WriteRequestOf() write: WriteRequest,
    @Req() request: FastifyRequest,
    @Param('id', ParseUUIDPipe) enrollmentId: string,
  ): Promise<WrittenAnswer<ReferenceResponse>> {
    const upload = await readUpload(request);
    const proof = await proofOf(upload.fields);
    const bodySha256 = sha256Of({ ...upload.fields, sha256: upload.sha256.toString('hex') });
    return this.writes.run({ ...write, bodySha256 }, (tx) =>
      recordProof(tx, write.actor, { enrollmentId, proof, upload, files: this.files }),
    );
  }

  @Roles(Role.InstitutionOperator)
  @Post('employment-proofs/:id/void')
  @HttpCode(200)
  @ApiOperation({ summary: '作废就业证明 · void a proof' })
  @ApiOkResponse({ type: ReferenceResponse })
  voidProof(@WriteRequestOf() write: WriteRequest, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenAnswer<ReferenceResponse>> {
    return this.writes.run(write, (tx) => voidEmploymentProof(tx, write.actor, id));
  }

  /** One page of what a class has. */
  private async listed<Row extends object>(
    actor: Actor,
    classId: string,
    { cursor, limit }: PageQuery,
    { list, keyOf }: { readonly list: Statement; readonly keyOf: (row: Row) => string },
  ): Promise<Page<Row>> {
    const after = answered(decodeIdCursor(cursor));
    return this.database.transaction(async (tx) => {
      answered(await visibleClass(tx, actor, classId));
      const rows = await tx.rows<Row>(list, [classId, after, limit + 1]);
      return pageOf(
        rows,
        limit,
        (row) => [keyOf(row)],
        (row) => row,
      );
    });
  }
}
