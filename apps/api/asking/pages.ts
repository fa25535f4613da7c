/** Lists in pages: a cursor says where the next page begins and holds the bounds, so that all pages are of one state. */
import { z } from 'zod';
import { instant, parse, shape, whole } from '#domain/input.js';
import { formatInstant } from '#kernel/instant.js';
import { invalid } from '#kernel/refusal.js';

export const PAGE_SIZE = 100;
export const PAGE_SIZE_MAX = 1_000;
const CURSOR_LENGTH_MAX = 400;
const NUMBER = /^\d{1,15}$/;

/** What an answer was read in, as it is told; `at` where it takes one. */
export interface Bounds {
  readonly at?: string;
  readonly knownAt: string;
  readonly position: number;
}

export interface Cursor {
  readonly bounds: Bounds;
  /** Items before the page. */
  readonly offset: number;
}

const told = instant.transform(formatInstant);
const held = shape({
  a: told.optional(),
  k: told,
  p: whole(0, Number.MAX_SAFE_INTEGER),
  o: whole(1, Number.MAX_SAFE_INTEGER),
});

export function written({ bounds: { at, knownAt, position }, offset }: Cursor): string {
  return Buffer.from(JSON.stringify({ a: at, k: knownAt, p: position, o: offset })).toString('base64url');
}

/** @throws Refusal `invalid-input` for a cursor that no answer gave */
export function cursorOf(text: string): Cursor {
  try {
    if (text.length > CURSOR_LENGTH_MAX) throw new RangeError('too long');
    const { a, k, p, o } = parse(held, JSON.parse(Buffer.from(text, 'base64url').toString()), 'cursor');
    return { bounds: { ...(a !== undefined && { at: a }), knownAt: k, position: p }, offset: o };
  } catch {
    throw invalid('cursor', 'the cursor of the page before, as it was given');
  }
}

/** @throws Refusal `invalid-input` */
export function sizeOf(text: string | undefined): number {
  if (text === undefined) return PAGE_SIZE;
  const size = NUMBER.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= PAGE_SIZE_MAX) return size;
  throw invalid('limit', `a whole number from 1 to ${PAGE_SIZE_MAX}`);
}

export const LIMIT_SCHEMA = z.int().min(1).max(PAGE_SIZE_MAX).default(PAGE_SIZE);
