import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/contracts';
import { ActorOf, Database } from '#libs/platform';
import { offices } from '../application/list-people.use-case.ts';
import type { SignedIn } from '../guard/actor-resolver.ts';
import { SignedInOf } from '../guard/oidc.guard.ts';
import { WithoutOffice } from '../guard/roles.ts';
import { rightsToCome } from '../persistence/people.query.ts';
import { OfficesQuery } from './people.request.ts';
import { MeResponse, type MyGrantResponse, OfficePage } from './people.response.ts';

/** Who am I, and for which offices may I act? */
@ApiTags('identity')
@ApiBearerAuth()
@Controller('v1')
export class MeController {
  constructor(private readonly database: Database) {}

  @WithoutOffice()
  @Get('me')
  @ApiOperation({ summary: '当前登录人、任职单位与岗位 · the signed-in person, their offices and rights' })
  @ApiOkResponse({ type: MeResponse })
  async me(@SignedInOf() signedIn: SignedIn): Promise<MeResponse> {
    const grants = await this.database.transaction((tx) => tx.rows<MyGrantResponse>(rightsToCome, [signedIn.accountId]));
    return { ...signedIn, grants };
  }

  @Get('offices')
  @ApiOperation({ summary: '本辖区的单位 · offices of your region' })
  @ApiOkResponse({ type: OfficePage })
  offices(@ActorOf() actor: Actor, @Query() query: OfficesQuery): Promise<OfficePage> {
    return this.database.transaction((tx) => offices(tx, actor, query.kind, query));
  }
}
