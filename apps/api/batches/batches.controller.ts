/** `POST /v1/accounts/{accountId}/batches`: commands of one account that are recorded together, or judged where a preview is asked for. */
import { Body, Controller, HttpCode, HttpStatus, Inject, Post, Req, Res, applyDecorators } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '#application/engine.js';
import type { Origin } from '#application/judging.js';
import type { Preview } from '#application/previewing.js';
import type { Together } from '#application/together.js';
import { id, parse, shape, whole } from '#domain/input.js';
import { requireCorrect } from '../auth/admit.js';
import type { Principal } from '../auth/grants.js';
import { Bearer } from '../auth/guard.js';
import { May } from '../auth/policy.js';
import { headersOf, tagOf } from '../commanding/headers.js';
import { type Recorded, isPreview } from '../commanding/recording.js';
import { LEDGER, type ServedLedger } from '../ledger.js';
import { documentCommand } from '../openapi/operations.js';
import '../request.js';
import { addressed } from '../routes/route.js';
import { partsOf } from './body.js';
import { BATCH_ROUTE } from './route.js';

const OUTSIDE = shape({
  accountId: id,
  commandId: id.optional(),
  expectedRevision: whole(0, Number.MAX_SAFE_INTEGER).optional(),
});

type Foreseen = Preview & { readonly recordedBefore: boolean };

@Controller()
export class BatchesController {
  constructor(@Inject(LEDGER) private readonly ledger: ServedLedger) {}

  @Post(addressed(BATCH_ROUTE.path))
  @HttpCode(HttpStatus.OK)
  @May(BATCH_ROUTE.policy)
  @applyDecorators(...documentCommand(BATCH_ROUTE))
  async record(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Bearer() bearer: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recorded | Foreseen> {
    const isForeseen = isPreview(request.query as Readonly<Record<string, unknown>>);
    const outside = { ...(request.params as object), ...headersOf(request.headers) };
    const { commandId, ...of } = parse(OUTSIDE, outside, BATCH_ROUTE.command);
    const together: Together = { ...of, commandId, parts: partsOf(of.accountId, body) };
    if (together.parts.some(({ effectiveAt }) => effectiveAt !== undefined)) requireCorrect(bearer, of.accountId);
    request.command = { name: BATCH_ROUTE.command };
    const origin = { actor: bearer.actor, correlationId: request.correlationId };
    const work = (engine: Engine): Promise<Recorded | Foreseen> =>
      isForeseen ? judged(engine, together) : done(engine, together, origin);
    const recorded = await this.ledger.use(work);
    request.command.outcome = isForeseen ? 'previewed' : recorded.events.length > 0 ? 'recorded' : 'unchanged';
    void reply.header('etag', tagOf(recorded.revision));
    return recorded;
  }
}

async function judged({ together: recorder }: Engine, together: Together): Promise<Foreseen> {
  const { isRepeat, ...foreseen } = await recorder.judge(together);
  return { ...foreseen, recordedBefore: isRepeat };
}

async function done({ together: recorder }: Engine, together: Together, origin: Origin): Promise<Recorded> {
  const { events, position, revision } = await recorder.record(together, origin);
  return { events, position, revision };
}
