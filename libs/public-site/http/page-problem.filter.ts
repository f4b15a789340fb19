import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { refusalCatalogue, wordRefusal } from '#libs/contracts';
import { refusalOf } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf, type PageContext } from '../html/page-context.ts';
import { problemPage } from '../pages/problem.page.ts';
import { sendPage } from './send-page.ts';

interface Worded {
  readonly status: number;
  readonly message: string;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function wordsOf(error: unknown, { say }: PageContext): Worded {
  const refusal = refusalOf(error);
  const text = refusal && refusalCatalogue[refusal.code];
  if (refusal && text) return { status: text.status, message: wordRefusal(say(text.zh, text.en), refusal.params) };
  const status = statusOf(error);
  if (status === 429) return { status, message: say('访问过于频繁，请一分钟后再试', 'Too many requests; try again in a minute') };
  if (status === 404)
    return { status, message: say('请检查网址，或从公示列表进入', 'Check the address, or start from the list of notices') };
  if (status < 500)
    return { status, message: say('提交的内容无法识别，请返回重新填写', 'What was sent could not be read; go back and try again') };
  return { status, message: say('系统出现故障，您填写的内容未提交，请稍后重试', 'Something failed; nothing was sent. Try again later') };
}

/** What goes wrong on a page is told on a page, in the reader's language. */
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(PageProblemFilter.name);

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const context = contextOf(request);
    const { status, message } = wordsOf(error, context);
    if (status >= 500) this.log.error({ err: error, traceId: request.id }, 'a public page failed');
    await sendPage(request, reply, problemPage(context, status, message, request.id));
  }
}
