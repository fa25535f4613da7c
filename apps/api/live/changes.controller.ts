/** `GET /v1/accounts/{accountId}/changes`: an account's events as they come, as server-sent events. */
import { Controller, Get, Inject, type OnModuleDestroy, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { id } from '#domain/input.js';
import type { Principal } from '../auth/grants.js';
import { Bearer } from '../auth/guard.js';
import { May } from '../auth/policy.js';
import { LEDGER, type ServedLedger } from '../ledger.js';
import { OF_ALL, parameter, problems } from '../openapi/operations.js';
import { jsonSchemaOf } from '../schemas/json-schema.js';
import { POSITION_SCHEMA, placeOf } from './place.js';
import { type ChangesStream, streamOf } from './stream.js';

/** Readers at a time; one more is sent away until one has gone. */
export const READERS_MAX = 5_000;

/** A timer takes no longer than this; a token that is good for longer is looked at again. */
const TIMER_MS_MAX = 2 ** 31 - 1;

const EVENTS = 'text/event-stream';
const POSITION = jsonSchemaOf(POSITION_SCHEMA, 'input') as never;

@Controller('v1/accounts/:accountId/changes')
export class ChangesController implements OnModuleDestroy {
  readonly #open = new Set<ChangesStream>();
  /** Readers whose stream is about to begin, beside those that are open. */
  #entering = 0;
  #isEnding = false;

  constructor(@Inject(LEDGER) private readonly ledger: ServedLedger) {}

  @Get()
  @May({ kind: 'account', anyOf: ['support.read', 'audit.read'] })
  @ApiOperation({
    operationId: 'changes',
    summary: "An account's events as they are recorded, each once, in the order of the log, for as long as one listens",
    description:
      'Needs `support.read` or `audit.read` on the account. Server-sent events: `id` is the position, `event` the type, `data` the event as `history` lists it, on one line. A reader that was cut off goes on with the last id that it has seen; nothing is left out or told twice. A comment comes now and then where nothing else does. A reader that takes nothing for long is cut off, and so is one whose token has expired.',
  })
  @ApiTags('history')
  @ApiBearerAuth()
  @ApiParam({ name: 'accountId', ...parameter('accountId', jsonSchemaOf(id, 'input')) })
  @ApiQuery({
    name: 'after',
    required: false,
    description: 'The events after this position of the log (default: 0, all of them).',
    schema: POSITION,
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description:
      'The id of the last event seen, as a reader that was cut off sends it by itself; it counts, not after.',
    schema: POSITION,
  })
  @ApiResponse({
    status: 200,
    description: 'The changes.',
    content: { [EVENTS]: { schema: { type: 'string' } } },
  })
  @problems(['invalid-input', 'account-not-found', ...OF_ALL])
  async changes(
    @Req() request: FastifyRequest,
    @Bearer() bearer: Principal,
    @Res() reply: FastifyReply,
  ): Promise<unknown> {
    const { accountId, after } = placeOf(request.params as object, request.query as object, request.headers);
    if (this.#isEnding || this.#open.size + this.#entering >= READERS_MAX) {
      throw new ServiceUnavailableException('too many follow changes now');
    }
    const stream = await this.#entered(() => streamOf((taking) => this.ledger.changes(accountId, after, taking)));
    endWith(bearer, stream);
    void reply.header('content-type', EVENTS).header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    if (request.method === 'HEAD') {
      stream.body.destroy();
      return reply.send();
    }
    return reply.send(stream.body);
  }

  /** Before the service waits for its requests to end. */
  onModuleDestroy(): void {
    this.#isEnding = true;
    for (const stream of this.#open) stream.end();
  }

  async #entered(begin: () => Promise<ChangesStream>): Promise<ChangesStream> {
    this.#entering += 1;
    try {
      const stream = await begin();
      this.#open.add(stream);
      stream.body.on('close', () => this.#open.delete(stream));
      if (this.#isEnding) stream.end();
      return stream;
    } finally {
      this.#entering -= 1;
    }
  }
}

/** What a token let in ends when the token does. */
function endWith({ expiresAtMs }: Pick<Principal, 'expiresAtMs'>, stream: ChangesStream): void {
  const leftMs = Math.max(0, expiresAtMs - Date.now());
  const timer = setTimeout(
    () => (leftMs > TIMER_MS_MAX ? endWith({ expiresAtMs }, stream) : stream.end()),
    Math.min(leftMs, TIMER_MS_MAX),
  );
  stream.body.once('close', () => clearTimeout(timer));
}
