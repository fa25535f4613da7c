/** The service as a Nest application on Fastify: routes of the tables, deny by default, problems for what is not answered. */
import { randomUUIDv7 } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { invalid } from '#kernel/refusal.js';
import type { Verifier } from './auth/bearer.js';
import { AuthModule } from './auth/module.js';
import { BatchesController } from './batches/batches.controller.js';
import { BATCH_ROUTE } from './batches/route.js';
import { BearerController } from './bearer.controller.js';
import { EventsController } from './events/events.controller.js';
import { HEALTH } from './health/health.js';
import { HealthController } from './health/health.controller.js';
import { LEDGER, type ServedLedger } from './ledger.js';
import { SERVER_LIMITS, allowBatches } from './limits.js';
import { ChangesController } from './live/changes.controller.js';
import { frameworkLogger } from './logging/framework.js';
import { loggingTo } from './logging/logger.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { METRICS } from './metrics/metrics.js';
import { documentOf } from './openapi/document.js';
import { type Operations, operate, unattended } from './operations.js';
import { ProblemFilter, answerProblem } from './problems/filter.js';
import { answerBroken, answerExpectation } from './problems/broken.js';
import { ProblemPages } from './problems/pages.controller.js';
import { CORRELATION_HEADER, REQUEST_ID_HEADER, correlationIdOf } from './request.js';
import { ANSWER_ROUTES } from './routes/answers.js';
import { COMMAND_ROUTES } from './routes/commands.js';
import { answersController, commandsController } from './routes/controllers.js';
import { addressed } from './routes/route.js';

export interface AppParts {
  readonly ledger: ServedLedger;
  readonly verifier: Verifier;
  readonly operations?: Operations;
}

@Module({})
class ApiModule {
  static of({ ledger, verifier, operations }: Required<AppParts>): DynamicModule {
    return {
      module: ApiModule,
      imports: [AuthModule.of(verifier)],
      controllers: [
        commandsController(COMMAND_ROUTES),
        answersController(ANSWER_ROUTES),
        BatchesController,
        BearerController,
        EventsController,
        ChangesController,
        ProblemPages,
        HealthController,
        MetricsController,
      ],
      providers: [
        { provide: LEDGER, useValue: ledger },
        { provide: HEALTH, useValue: operations.health },
        { provide: METRICS, useValue: operations.metrics },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

/** Ready to listen; closing it ends no ledger. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { operations = unattended() } = parts;
  const { logger } = operations;
  const adapter = new FastifyAdapter({
    ...SERVER_LIMITS,
    // Told as a problem instead, below.
    http: { ...SERVER_LIMITS.http, requireHostHeader: false },
    ...loggingTo(logger),
    trustProxy: operations.trustedProxies ?? false,
    // What comes on a connection that was kept alive is answered to the end, and told that it is one.
    return503OnClosing: false,
    genReqId: () => randomUUIDv7(),
    frameworkErrors: answerProblem,
    clientErrorHandler: answerBroken,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of({ ...parts, operations }), adapter, {
    logger: logger ? frameworkLogger(logger) : false,
    abortOnError: false,
    bodyParser: false,
  });
  prepare(adapter.getInstance());
  allowBatches(adapter.getInstance(), addressed(BATCH_ROUTE.path));
  await operate(adapter.getInstance(), operations);
  adapter.getHttpServer().on('checkExpectation', answerExpectation);
  SwaggerModule.setup('api', app, () => documentOf(app), { jsonDocumentUrl: 'api-json' });
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

function prepare(fastify: FastifyInstance): void {
  // Commands are JSON and nothing else.
  fastify.removeContentTypeParser('text/plain');
  fastify.decorateRequest('correlationId', '');
  fastify.decorateRequest('problem', undefined);
  fastify.decorateRequest('command', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.correlationId = correlationIdOf(request.headers[CORRELATION_HEADER], request.id);
    void reply.header(REQUEST_ID_HEADER, request.id);
    done(request.headers.host === undefined ? invalid('Host', 'a header that names the service') : undefined);
  });
}
