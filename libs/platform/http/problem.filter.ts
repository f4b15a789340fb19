import { BadRequestException, Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { refusalCatalogue } from '#libs/contracts';
import type { Refusal } from '#libs/policy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../database/refusal-error.ts';
import type { FindingResponse, ProblemResponse } from './problem.response.ts';
import { wordFinding } from './word-finding.ts';

/** The catalogue code for an error of the framework, by its HTTP status. */
const frameworkCodes: Readonly<Record<number, string>> = {
  400: 'REQUEST_MALFORMED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  406: 'REQUEST_MALFORMED',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'REQUEST_MALFORMED',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  429: 'TOO_MANY_REQUESTS',
  431: 'REQUEST_MALFORMED',
};

/** What a client asks the provider for before it repeats the request (RFC 9470 section 3); minutes as the rule that refused has them. */
const challenges = {
  password: 'Bearer error="insufficient_user_authentication", max_age=300',
  code: 'Bearer error="insufficient_user_authentication", acr_values="mfa", max_age=300',
} as const;

const FAULT: FindingResponse = {
  code: 'FAULT',
  message: '系统出现故障，您填写的内容未提交，请稍后重试或凭编号联系管理员',
  messageEn: 'Something failed; nothing was changed. Try again later, or report the trace id',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const code = (error as { statusCode?: unknown } | null)?.statusCode; // Fastify's own errors carry one
  return typeof code === 'number' && code >= 400 && code < 600 ? code : 500;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What Nest's own pipes say of a part of the path that is no id, or none of the possible values. */
function pathRefusal(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (!(error instanceof BadRequestException) || !error.message.endsWith('is expected)')) return undefined;
  const parts = Object.entries(request.params as Readonly<Record<string, string>>);
  const [name] = parts.find(([, value]) => !UUID.test(value)) ?? [];
  return name === undefined ? undefined : { code: 'PATH_INVALID', pointer: `/${name}`, params: { name } };
}

/** RFC 9457 problem documents for every refusal and every error; a fault shows its trace id and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error) ?? pathRefusal(error, request) ?? this.frameworkRefusal(error);
    const text = refusal && refusalCatalogue[refusal.code];
    const status = text?.status ?? 500;
    if (!refusal || !text) this.log.error({ err: error, traceId: request.id }, 'a request failed');
    if (text?.signInAgain) reply.header('www-authenticate', challenges[text.signInAgain]);
    if (status === 503) reply.header('retry-after', '2');
    void reply
      .status(status)
      .type('application/problem+json')
      .send(this.problem(request, status, text && refusal));
  }

  private frameworkRefusal(error: unknown): Refusal | undefined {
    const code = frameworkCodes[statusOf(error)];
    if (code === undefined) return undefined;
    return { code, params: { reason: error instanceof Error ? error.message.slice(0, 200) : '' } };
  }

  private problem(request: FastifyRequest, status: number, refusal: Refusal | undefined): ProblemResponse {
    const { code, message, messageEn, ...place } = refusal ? wordFinding(refusal) : FAULT;
    const told = /^en\b/i.test(request.headers['accept-language'] ?? '') ? messageEn : message;
    return {
      type: `https://kaibantong.invalid/problems/${code.toLowerCase().replaceAll('_', '-')}`,
      title: told,
      status,
      code,
      detail: told,
      detailEn: messageEn,
      instance: request.url.split('?')[0] ?? '',
      traceId: request.id,
      ...place,
      ...(refusal?.errors ? { errors: refusal.errors.map(wordFinding) } : {}),
    };
  }
}
