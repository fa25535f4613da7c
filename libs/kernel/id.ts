/** Identifiers that callers choose, and those the engine derives. */
import { hash } from 'node:crypto';

export const ID_LENGTH_MAX = 128;
/** `.` and `..` are none: in an address they would name something else, which nobody could ask for. */
export const ID = new RegExp(`^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,${ID_LENGTH_MAX}}$`);

/** Root of every derived id; changing it changes all of them. */
const NAMESPACE = Buffer.from('6f1f3c1e5d0b5c0e9b5e2d8f4e0a7c11', 'hex');
const UUID_BYTES = 16;

export function isId(text: string): boolean {
  return ID.test(text);
}

/** A UUID v5 (RFC 9562): the same for the same parts, on every machine and in every run. */
export function derivedId(...parts: readonly (string | number)[]): string {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(JSON.stringify(parts))]), 'buffer');
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, UUID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Code-unit order: the order of every list by id, whatever the locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
