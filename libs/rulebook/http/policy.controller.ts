import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answered, Database, Public } from '#libs/platform';
import {
  calculateGiven,
  clauseOfPolicy,
  clausesOfPolicy,
  deadlineOfPolicy,
  documentOfPolicy,
  headOf,
  subsidiesOf,
} from '../application/ask-policy.ts';
import { listValues } from '../application/list-values.ts';
import { policyNamed } from '../application/snapshots.ts';
import { CalculationRequest, ValuesQuery } from './policy.request.ts';
import {
  CalculationResponse,
  calculationView,
  ClauseHeadList,
  ClauseList,
  DeadlineResponse,
  ListedValueList,
  PolicyDocumentResponse,
  SubsidyOverviewList,
} from './policy.response.ts';

/** What a policy says, line by line beside its document, and what it gives: public, like the policy itself. */
@ApiTags('rulebook')
@Controller('v1/policies/:policy')
export class PolicyController {
  constructor(private readonly database: Database) {}

  @Public()
  @Get('document')
  @ApiOperation({ summary: '文件原文及条款目录 · the document as issued, with its clauses' })
  @ApiOkResponse({ type: PolicyDocumentResponse })
  async document(@Param('policy') policy: string): Promise<PolicyDocumentResponse> {
    return answered(await this.database.transaction((tx) => documentOfPolicy(tx, policy)));
  }

  @Public()
  @Get('clauses')
  @ApiOperation({ summary: '文件条款目录 · the clauses of the document' })
  @ApiOkResponse({ type: ClauseHeadList })
  async clauses(@Param('policy') policy: string): Promise<ClauseHeadList> {
    const clauses = answered(await this.database.transaction((tx) => clausesOfPolicy(tx, policy)));
    return { items: clauses.map(headOf) };
  }

  @Public()
  @Get('clauses/:clause')
  @ApiOperation({ summary: '一条的原文 · a clause with its text' })
  @ApiOkResponse({ type: ClauseList })
  async clause(@Param('policy') policy: string, @Param('clause') clause: string): Promise<ClauseList> {
    return { items: answered(await this.database.transaction((tx) => clauseOfPolicy(tx, policy, clause))) };
  }

  @Public()
  @Get('values')
  @ApiOperation({
    summary: '全部数值：文件写明、县里选定、缺失，及来源政策 · every value: stated, chosen or missing, and from which policy',
  })
  @ApiOkResponse({ type: ListedValueList })
  async values(@Param('policy') policy: string, @Query() { kind }: ValuesQuery): Promise<ListedValueList> {
    const { snapshot } = await this.database.transaction((tx) => policyNamed(tx, policy));
    const items = listValues(snapshot);
    return { items: kind === undefined ? items : items.filter((one) => one.kind === kind) };
  }

  @Public()
  @Get('subsidies')
  @ApiOperation({ summary: '各项补贴：申领方式、收款人、所需事实和材料 · subsidies, with the facts and papers each asks for' })
  @ApiOkResponse({ type: SubsidyOverviewList })
  async subsidies(@Param('policy') policy: string): Promise<SubsidyOverviewList> {
    const { snapshot } = await this.database.transaction((tx) => policyNamed(tx, policy));
    return { items: subsidiesOf(snapshot) };
  }

  @Public()
  @Post('calculations')
  @HttpCode(200)
  @ApiOperation({ summary: '试算：给出人数和事实，得到金额及每步依据；不需要个人信息 · what the policy gives for typed facts' })
  @ApiOkResponse({ type: CalculationResponse })
  async calculate(@Param('policy') policy: string, @Body() { subsidy, given }: CalculationRequest): Promise<CalculationResponse> {
    return calculationView(answered(await this.database.transaction((tx) => calculateGiven(tx, policy, subsidy, given))));
  }

  @Public()
  @Get('due/:question')
  @ApiOperation({ summary: '期限：逐日说明为何计入或不计入 · a deadline, with every day counted and why' })
  @ApiOkResponse({ type: DeadlineResponse })
  async due(
    @Param('policy') policy: string,
    @Param('question') question: string,
    @Query() facts: Record<string, string>,
  ): Promise<DeadlineResponse> {
    return answered(await this.database.transaction((tx) => deadlineOfPolicy(tx, policy, question, facts)));
  }
}
