/** What a command has in headers: the id that makes it safe to send again, and the revision that the caller saw. */
import { invalid } from '#kernel/refusal.js';

const TAG = /^"(0|[1-9]\d{0,15})"$/;

export interface CommandHeaders {
  readonly commandId?: string;
  readonly expectedRevision?: number;
}

/** @throws Refusal `invalid-input` for an If-Match that no command answered */
export function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): CommandHeaders {
  const { 'idempotency-key': commandId, 'if-match': tag } = headers;
  return {
    ...(commandId !== undefined && { commandId: String(commandId) }),
    ...(tag !== undefined && { expectedRevision: revisionOf(String(tag)) }),
  };
}

export function tagOf(revision: number): string {
  return `"${revision}"`;
}

function revisionOf(tag: string): number {
  const [, digits] = TAG.exec(tag) ?? [];
  if (digits === undefined) throw invalid('If-Match', 'the ETag of a command, such as "12", with its quotes');
  return Number(digits);
}
