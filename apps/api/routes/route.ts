/** What a row of the route tables says; the tables are the whole HTTP API of commands and answers. */
import type { CommandName } from '#domain/commands.js';
import type { RefusalCode } from '#kernel/refusal.js';
import type { AnswerName } from '#projections/answers.js';
import type { Policy } from '../auth/grants.js';

interface Route {
  /** With the fields that it holds in braces: `/v1/accounts/{accountId}`. */
  readonly path: string;
  readonly policy: Policy;
  /** What it does, in one line. */
  readonly summary: string;
  /** Beyond those that every route of its kind may have. */
  readonly refusals: readonly RefusalCode[];
}

export interface CommandRoute extends Route {
  readonly command: CommandName;
  /** POST records one more fact; PUT says how something is from now on. */
  readonly method: 'POST' | 'PUT';
  /** A body that is shown in the documentation, and sent by a test. */
  readonly example: object;
}

export interface AnswerRoute extends Route {
  readonly answer: AnswerName;
  /** The list of the answer that comes in pages; undefined where it comes whole. */
  readonly pages?: string;
}

const PARAMETER = /\{(\w+)\}/g;

/** The fields that a path holds. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map(([, name]) => name!);
}

/** The path as the router has it: `/v1/accounts/:accountId`. */
export function addressed(path: string): string {
  return path.replaceAll(PARAMETER, ':$1');
}
