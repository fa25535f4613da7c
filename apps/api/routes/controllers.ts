/** The controllers of the route tables: one for the commands and one for the answers, a method a row. */
import 'reflect-metadata';
import {
  type ArgumentMetadata,
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Inject,
  Post,
  Put,
  Req,
  Res,
  type Type,
  ValidationPipe,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid } from '#kernel/refusal.js';
import { principalOfRequest } from '../auth/guard.js';
import { May } from '../auth/policy.js';
import { answerOf } from '../asking/answering.js';
import { askedBy } from '../asking/question.js';
import { headersOf, tagOf } from '../commanding/headers.js';
import { isPreview, record, requireGrants } from '../commanding/recording.js';
import '../request.js';
import { LEDGER, type ServedLedger } from '../ledger.js';
import { documentAnswer, documentCommand } from '../openapi/operations.js';
import { dtoOf, isWieldy, refusalOf, wieldy } from '../schemas/bodies.js';
import { type AnswerRoute, type CommandRoute, addressed } from './route.js';

type Request = FastifyRequest<{
  Params: Readonly<Record<string, string>>;
  Querystring: Readonly<Record<string, string | string[]>>;
}>;

/** Checks the body by the route's DTO. */
class BodyPipe extends ValidationPipe {
  constructor(route: CommandRoute) {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      // A DTO of no fields is not unknown.
      forbidUnknownValues: false,
      exceptionFactory: refusalOf(route),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<object> {
    const body = value ?? {};
    if (typeof body !== 'object' || Array.isArray(body)) throw invalid('body', 'an object');
    if (!isWieldy(body)) throw invalid('body', wieldy());
    return (await super.transform(body, metadata)) as object;
  }
}

class Handlers {
  constructor(readonly ledger: ServedLedger) {}
}

export function commandsController(routes: readonly CommandRoute[]): Type<Handlers> {
  const controller = class Commands extends Handlers {};
  for (const route of routes) addCommand(controller, route);
  return controllerOf(controller);
}

export function answersController(routes: readonly AnswerRoute[]): Type<Handlers> {
  const controller = class Answers extends Handlers {};
  for (const route of routes) addAnswer(controller, route);
  return controllerOf(controller);
}

function addCommand(controller: Type<Handlers>, route: CommandRoute): void {
  async function handle(this: Handlers, given: object, request: Request, reply: FastifyReply): Promise<object> {
    const principal = principalOfRequest(request);
    const headers = headersOf(request.headers);
    const body = { ...given, ...request.params, ...headers };
    const sent = { route, body, principal, correlationId: request.correlationId, isPreview: isPreview(request.query) };
    requireGrants(sent);
    request.command = { name: route.command };
    const recorded = await this.ledger.use((engine) => record(engine, sent));
    request.command.outcome = sent.isPreview ? 'previewed' : recorded.events.length > 0 ? 'recorded' : 'unchanged';
    if (route.policy.kind !== 'global') reply.header('etag', tagOf(recorded.revision));
    return recorded;
  }
  addMethod(
    controller,
    route.command,
    handle,
    [dtoOf(route), Object, Object],
    [Body(new BodyPipe(route)), Req(), Res({ passthrough: true })],
    [
      (route.method === 'PUT' ? Put : Post)(addressed(route.path)),
      HttpCode(HttpStatus.OK),
      May(route.policy),
      ...documentCommand(route),
    ],
  );
}

function addAnswer(controller: Type<Handlers>, route: AnswerRoute): void {
  async function handle(this: Handlers, request: Request): Promise<object> {
    const asked = askedBy(route, request.params, request.query);
    const principal = principalOfRequest(request);
    return this.ledger.use((engine) => answerOf(engine, asked, principal));
  }
  addMethod(
    controller,
    route.answer,
    handle,
    [Object],
    [Req()],
    [Get(addressed(route.path)), May(route.policy), ...documentAnswer(route)],
  );
}

function addMethod(
  { prototype }: Type<Handlers>,
  name: string,
  // The framework calls it with what the parameters' decorators say.
  handle: (this: Handlers, ...given: never[]) => Promise<object>,
  types: readonly unknown[],
  parameters: readonly ParameterDecorator[],
  decorators: readonly MethodDecorator[],
): void {
  Object.defineProperty(handle, 'name', { value: name });
  const descriptor: PropertyDescriptor = { value: handle, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  Reflect.defineMetadata('design:paramtypes', types, prototype as object, name);
  for (const [index, decorate] of parameters.entries()) decorate(prototype as object, name, index);
  for (const decorate of decorators) decorate(prototype as object, name, descriptor);
}

function controllerOf(controller: Type<Handlers>): Type<Handlers> {
  Inject(LEDGER)(controller, undefined, 0);
  Controller()(controller);
  return controller;
}
