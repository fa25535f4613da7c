/** `GET /v1/bearer`: who a token makes its bearer, as the service understands it; the least that it answers under a token. */
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Bearer } from './auth/guard.js';
import type { Principal } from './auth/grants.js';
import { May } from './auth/policy.js';
import { OF_ALL, json, problems, reference } from './openapi/operations.js';

@Controller('v1/bearer')
export class BearerController {
  @Get()
  @May({ kind: 'any' })
  @ApiOperation({
    operationId: 'bearer',
    summary: 'Who the token makes its bearer, and on which accounts it grants anything',
    description: 'Needs a token with any grant.',
  })
  @ApiTags('bearer')
  @ApiBearerAuth()
  @ApiResponse({ status: 200, description: 'The bearer.', content: json(reference('Bearer')) })
  @problems(OF_ALL)
  bearer(@Bearer() { actor, accounts }: Principal): Pick<Principal, 'actor' | 'accounts'> {
    return { actor, accounts };
  }
}
