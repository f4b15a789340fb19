import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import { ActorOf } from '#libs/platform';
import type { LiveRow } from '../persistence/live.query.ts';
import { LiveFeed } from './live-feed.ts';

/** A sign that the stream lives; proxies close silent ones. */
const HEARTBEAT_MS = 15_000;
/** Then the browser comes back by itself, and its session is asked about anew. */
const LIFE_MS = 5 * 60_000;

class LiveEventResponse {
  @ApiProperty({ description: '本平台事件序号，同一次变更的事件序号相同 · place in our own sequence; events of one change share it' })
  readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly taskId: string | null;
}

class LiveEventList {
  @ApiProperty({ type: [LiveEventResponse] }) readonly items: readonly LiveEventResponse[];
  @ApiProperty({ description: '下次从此之后读取 · read on after this' }) readonly last: string;
  @ApiProperty({ description: '为否则须全部重读 · when false, read everything anew' }) readonly isWhole: boolean;
}

function concerns(actor: Actor, { officeId, institutionId, region }: LiveRow): boolean {
  if ((actor.conflictingInstitutions ?? []).includes(institutionId)) return false;
  return officeId === actor.officeId || seesInstitution(actor, institutionId, region);
}

const shown = ({ id, caseId, taskId }: LiveRow): LiveEventResponse => ({ id: String(id), caseId, taskId });
const sequence = (text: string | undefined): bigint | undefined =>
  text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : undefined;

/** Changes as they happen: ids only; what they mean is read from where it stands. */
@ApiTags('live')
@ApiBearerAuth()
@Controller('v1/live')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Get()
  @ApiOperation({ summary: '实时变化（SSE），断线后凭 Last-Event-ID 续接 · live changes as server-sent events, resumable' })
  @ApiOkResponse({
    description: '事件流 · the stream',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async stream(
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    const since = sequence(lastEventId);
    const { last, isWhole } = await this.feed.bounds(since);
    const missed = since !== undefined && isWhole ? await this.feed.after(since) : [];
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-request-id': request.id,
    });
    const send = (rows: readonly LiveRow[]): void => {
      for (const row of rows) if (concerns(actor, row)) out.write(`id: ${row.id}\nevent: task\ndata: ${JSON.stringify(shown(row))}\n\n`);
    };
    out.write(`retry: 3000\nid: ${since !== undefined && isWhole ? since : last}\nevent: ${isWhole ? 'open' : 'reread'}\ndata: {}\n\n`);
    send(missed);
    const from = missed.at(-1)?.id ?? (since !== undefined && isWhole ? since : last);
    const stop = this.feed.listen({ from, tell: send, end: () => out.end() });
    const heartbeat = setInterval(() => out.write(': alive\n\n'), HEARTBEAT_MS);
    const end = setTimeout(() => out.end(), LIFE_MS);
    request.raw.on('close', () => {
      stop();
      clearInterval(heartbeat);
      clearTimeout(end);
    });
  }

  @Get('events')
  @ApiOperation({ summary: '轮询变化（无法使用 SSE 时）· the same by polling' })
  @ApiQuery({ name: 'after', required: false })
  @ApiOkResponse({ type: LiveEventList })
  async events(@ActorOf() actor: Actor, @Query('after') after?: string): Promise<LiveEventList> {
    const since = sequence(after);
    const { last, isWhole } = await this.feed.bounds(since);
    if (since === undefined || !isWhole) return { items: [], last: String(last), isWhole: since === undefined };
    const rows = await this.feed.after(since);
    return { items: rows.filter((row) => concerns(actor, row)).map(shown), last: String(rows.at(-1)?.id ?? since), isWhole: true };
  }
}
