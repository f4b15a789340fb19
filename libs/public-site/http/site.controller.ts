import { Controller, Get, NotFoundException, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/platform';
import { textOf, type Form } from '../application/read-objection.ts';
import { contextOf, TEXT_SIZE_COOKIE } from '../html/page-context.ts';
import { stylesheet, stylesheetPath } from '../html/styles.ts';
import { PageProblemFilter } from './page-problem.filter.ts';

const YEAR_SECONDS = 31_536_000;

/** The door of the site, its style, and the text size. */
@ApiExcludeController()
@Public()
@UseFilters(PageProblemFilter)
@Controller()
export class SiteController {
  @Get(['/', 'public'])
  async door(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect('/public/notices', 302);
  }

  @Get('en/public')
  async englishDoor(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect('/en/public/notices', 302);
  }

  @Get(stylesheetPath)
  async style(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('text/css; charset=utf-8').header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`).send(stylesheet);
  }

  /** Remembers the size for a year and goes back to where the reader was; never to another site. */
  @Get(['public/text-size', 'en/public/text-size'])
  async textSize(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Form): Promise<void> {
    const back = /^\/public\/[\w\-/]*(\?[\w\-=&%.+]*)?$/.exec(textOf(query, 'to'))?.[0] ?? '/public/notices';
    const size = textOf(query, 'size') === 'large' ? 'large' : 'normal';
    void reply.setCookie(TEXT_SIZE_COOKIE, size, { path: '/', maxAge: YEAR_SECONDS, httpOnly: true, sameSite: 'lax' });
    await reply.redirect(contextOf(request).to(back), 303);
  }

  @Get(['public/*', 'en/public/*'])
  nothing(): never {
    throw new NotFoundException();
  }
}
