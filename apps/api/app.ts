/** The service as a Nest application on Fastify: routes of the tables, deny by default, problems for what is not answered. */
import { randomUUIDv7 } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Verifier } from './auth/bearer.js';
import { AuthModule } from './auth/module.js';
import { BearerController } from './bearer.controller.js';
import { LEDGER, type ServedLedger } from './ledger.js';
import { ChangesController } from './live/changes.controller.js';
import { documentOf } from './openapi/document.js';
import { ProblemFilter, answerProblem } from './problems/filter.js';
import { answerBroken, answerExpectation } from './problems/broken.js';
import { ProblemPages } from './problems/pages.controller.js';
import { CORRELATION_HEADER, REQUEST_ID_HEADER, correlationIdOf } from './request.js';
import { ANSWER_ROUTES } from './routes/answers.js';
import { COMMAND_ROUTES } from './routes/commands.js';
import { answersController, commandsController } from './routes/controllers.js';

/** Of a command's body: one that names 10,000 users with long ids is taken. */
export const BODY_BYTES_MAX = 2 * 1024 * 1024;
const PATH_PARAMETER_LENGTH_MAX = 200;

export interface AppParts {
  readonly ledger: ServedLedger;
  readonly verifier: Verifier;
}

@Module({})
class ApiModule {
  static of({ ledger, verifier }: AppParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [AuthModule.of(verifier)],
      controllers: [
        commandsController(COMMAND_ROUTES),
        answersController(ANSWER_ROUTES),
        BearerController,
        ChangesController,
        ProblemPages,
      ],
      providers: [
        { provide: LEDGER, useValue: ledger },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

/** Ready to listen; closing it ends no ledger. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    genReqId: () => randomUUIDv7(),
    routerOptions: { maxParamLength: PATH_PARAMETER_LENGTH_MAX },
    frameworkErrors: answerProblem,
    clientErrorHandler: answerBroken,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  prepare(adapter.getInstance());
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
  fastify.addHook('onRequest', (request, reply, done) => {
    request.correlationId = correlationIdOf(request.headers[CORRELATION_HEADER], request.id);
    void reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
}
