/** `GET /v1/events`: the log a page at a time, with the address that repeats the page to the byte. */
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { EventsPage } from '#application/auditing.js';
import { parse, shape, whole } from '#domain/input.js';
import { numeric } from '../asking/numeric.js';
import { May } from '../auth/policy.js';
import { PAGE_SIZE, PAGE_SIZE_MAX, LIMIT_SCHEMA } from '../asking/pages.js';
import { LEDGER, type ServedLedger } from '../ledger.js';
import { POSITION_SCHEMA } from '../live/place.js';
import { OF_ALL, grantOf, json, parameter, problems, reference } from '../openapi/operations.js';
import { jsonSchemaOf } from '../schemas/json-schema.js';
import { EVENTS_ROUTE } from './route.js';

const ASKED = shape({
  after: POSITION_SCHEMA.default(0),
  limit: whole(1, PAGE_SIZE_MAX).default(PAGE_SIZE),
  position: POSITION_SCHEMA.optional(),
});
const POSITION = jsonSchemaOf(POSITION_SCHEMA, 'input');

@Controller(EVENTS_ROUTE.path)
export class EventsController {
  constructor(@Inject(LEDGER) private readonly ledger: ServedLedger) {}

  @Get()
  @May(EVENTS_ROUTE.policy)
  @ApiOperation({
    operationId: EVENTS_ROUTE.answer,
    summary: EVENTS_ROUTE.summary,
    description: `${grantOf(EVENTS_ROUTE)} ${EVENTS_ROUTE.description}`,
  })
  @ApiTags('events')
  @ApiBearerAuth()
  @ApiQuery({ name: 'after', required: false, ...parameter('after', POSITION) })
  @ApiQuery({ name: 'position', required: false, ...parameter('position', POSITION) })
  @ApiQuery({
    name: 'limit',
    required: false,
    description: 'Events a page.',
    schema: jsonSchemaOf(LIMIT_SCHEMA, 'input') as never,
  })
  @ApiExtension('x-pages', EVENTS_ROUTE.pages)
  @ApiResponse({ status: 200, description: 'The events, with their bound.', content: json(reference('Events')) })
  @problems(['invalid-input', 'position-not-reached', ...OF_ALL])
  async events(@Req() request: FastifyRequest): Promise<EventsPage & { permalink: string; next: string | null }> {
    const asked = parse(ASKED, numbersIn(request.query as object), EVENTS_ROUTE.answer);
    const page = await this.ledger.use((engine) => engine.events({ ...asked, position: asked.position }));
    const { events, position } = page;
    const last = events.at(-1)?.position ?? position;
    const at = (after: number): string =>
      `${EVENTS_ROUTE.path}?after=${after}&limit=${asked.limit}&position=${position}`;
    return { ...page, permalink: at(asked.after), next: last < position ? at(last) : null };
  }
}

function numbersIn(query: object): object {
  return Object.fromEntries(Object.entries(query).map(([field, value]) => [field, numeric(value)]));
}
