/** What each operation takes and answers, by its name in the OpenAPI document. */
import type { OPERATIONS } from './operations.js';
import type { components, operations } from './schema.js';

type Operations = typeof OPERATIONS;
export type OperationName = keyof Operations & keyof operations;

type Getting = {
  [Name in OperationName]: Operations[Name] extends { readonly method: 'get' } ? Name : never;
}[OperationName];

type Streaming = {
  [Name in OperationName]: Operations[Name] extends { readonly isStream: true } ? Name : never;
}[OperationName];

/** A question of any kind: `allocation`, `history`. */
export type AnswerName = Exclude<Getting, Streaming>;

/** One whose list comes in pages. */
export type PagedName = {
  [Name in OperationName]: Operations[Name] extends { readonly pages: string } ? Name : never;
}[OperationName];

/** A command: `AssignSeats`. */
export type CommandName = Exclude<OperationName, Getting>;

type Given<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;
type Parameters<Name extends OperationName> = operations[Name]['parameters'];
type Content<T> = T extends { content: { 'application/json': infer Body } } ? Body : unknown;

/** The fields of a question, wherever the request holds them; `limit` and `cursor` are of its pages. */
export type Question<Name extends AnswerName> = Given<Parameters<Name>['path']> & Given<Parameters<Name>['query']>;

export type Answer<Name extends AnswerName> = Content<operations[Name]['responses'][200]>;

/** The fields of a command, wherever the request holds them. */
export type Body<Name extends CommandName> = Given<Parameters<Name>['path']> &
  Content<operations[Name] extends { requestBody: infer Sent } ? Sent : never> & {
    /** Sent again, the command answers what it answered, and is recorded once; without one, one is made. */
    readonly commandId?: string;
    /** Of the account, as it was seen (account commands). */
    readonly expectedRevision?: number;
  };

/** An event of an account, as `history` lists it. */
export type Change = Answer<'history'>['events'][number];

export type Recorded = components['schemas']['Recorded'];
export type Previewed = components['schemas']['Previewed'];
