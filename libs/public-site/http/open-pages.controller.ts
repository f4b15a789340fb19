import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeOf } from '#libs/papers';
import { clockOf, Database, Public } from '#libs/platform';
import { policiesOf, snapshotOf } from '#libs/rulebook';
import { textOf, type Form } from '../application/read-objection.ts';
import { readCalculation } from '../application/read-calculation.ts';
import { contextOf } from '../html/page-context.ts';
import { calculatorPage } from '../pages/calculator.page.ts';
import { directoryPage } from '../pages/directory.page.ts';
import { paperPage, type PaperQuestion } from '../pages/paper.page.ts';
import { policyListPage, policyPage } from '../pages/policy.page.ts';
import * as site from '../persistence/site.query.ts';
import { PageProblemFilter } from './page-problem.filter.ts';
import { sendPage } from './send-page.ts';

/** Directories, policies, the calculator and the check of a paper: what needs no case. */
@ApiExcludeController()
@Public()
@UseFilters(PageProblemFilter)
@Controller(['public', 'en/public'])
export class OpenPagesController {
  constructor(private readonly database: Database) {}

  @Get('directories')
  async directories(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Form): Promise<void> {
    const place = /^[1-9]\d{5}$/.exec(textOf(query, 'region'))?.[0] ?? '';
    const scope = place.replace(/(00)+$/, '');
    const content = await this.database.transaction(async (tx) => {
      const { today } = await clockOf(tx);
      const inForce = (await policiesOf(tx)).filter(
        ({ region, effectiveFrom, effectiveTo }) =>
          (region.startsWith(scope) || place.startsWith(region.replace(/(00)+$/, ''))) &&
          effectiveFrom <= today &&
          (effectiveTo === null || effectiveTo >= today),
      );
      const hashes = [...new Set(inForce.map(({ hash }) => hash))];
      return {
        place,
        places: await tx.rows<site.PlaceRow>(site.places),
        registered: await tx.rows<site.DirectoryRow>(site.directoryRows, [scope]),
        policies: await Promise.all(hashes.map((hash) => snapshotOf(tx, hash))),
      };
    });
    await sendPage(request, reply, directoryPage(contextOf(request), content));
  }

  @Get('policies')
  async policies(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { policies, places } = await this.database.transaction(async (tx) => ({
      policies: await policiesOf(tx),
      places: await tx.rows<site.PlaceRow>(site.places),
    }));
    await sendPage(request, reply, policyListPage(contextOf(request), policies, places));
  }

  @Get('policies/:hash')
  async policy(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('hash') hash: string): Promise<void> {
    const snapshot = await this.database.transaction((tx) => snapshotOf(tx, hash));
    await sendPage(request, reply, policyPage(contextOf(request), hash, snapshot));
  }

  @Get('calculator')
  async calculator(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Form): Promise<void> {
    const context = contextOf(request);
    const hash = textOf(query, 'policy');
    const { policies, places, snapshot } = await this.database.transaction(async (tx) => ({
      policies: await policiesOf(tx),
      places: await tx.rows<site.PlaceRow>(site.places),
      snapshot: hash === '' ? undefined : await snapshotOf(tx, hash),
    }));
    const asked = snapshot && readCalculation(snapshot, hash, query, context.say);
    await sendPage(request, reply, calculatorPage(context, { policies, places, chosen: snapshot && { hash, snapshot }, asked }));
  }

  @Get('papers')
  async paper(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Form): Promise<void> {
    const typed = textOf(query, 'code').slice(0, 40);
    await sendPage(request, reply, paperPage(contextOf(request), { typed, answer: await this.answerTo(typed) }));
  }

  private async answerTo(typed: string): Promise<PaperQuestion['answer']> {
    if (typed === '') return 'not-asked';
    const code = codeOf(typed);
    if (code === undefined) return 'malformed';
    return (await this.database.transaction((tx) => tx.one<site.PaperRow>(site.paperByCode, [code]))) ?? 'unknown';
  }
}
