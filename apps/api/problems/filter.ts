/** Turns whatever a request ends with into problem details. */
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_ID_HEADER } from '../request.js';
import { drained } from './draining.js';
import { PROBLEM_TYPE, type Trouble, problemOf, troubleOf } from './problem.js';

const DEFECT: Trouble = { code: 'defect', detail: 'It was logged with the requestId.' };

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    answerProblem(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }
}

/** Also for what ends before there is a route: Fastify's own refusals, and limits. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const trouble = troubleOf(error) ?? DEFECT;
  if (trouble.code === 'defect') request.log.error({ err: error }, 'defect');
  const problem = problemOf(trouble, request.id);
  request.problem = problem.code;
  const send = (): unknown =>
    reply
      .status(problem.status)
      .headers(trouble.headers ?? {})
      .header(REQUEST_ID_HEADER, request.id)
      .header('content-type', PROBLEM_TYPE)
      .send(JSON.stringify(problem));
  if (problem.code === 'body-too-large') void drained(request.raw).then(send);
  else send();
}
