/** The first place where two values differ that JSON can hold, with what each side has there. */
import type { Ordinals } from '#application/copying/ordinals.js';

export interface Sides<Of> {
  readonly source: Of;
  readonly target: Of;
}

export interface Difference extends Sides<unknown> {
  /** Such as `evidence[2].actor`; empty for the whole. */
  readonly key: string;
}

/** @returns undefined where the two are the same, the order of their keys included */
export function differenceOf(source: unknown, target: unknown): Difference | undefined {
  return walk('', source, target, undefined);
}

/** Of answers: where one says `position`, outside an event's data, the other must say that event's position in its own log. */
export function answerDifference(source: object, target: object, logs: Sides<Ordinals>): Difference | undefined {
  return walk('', source, target, logs);
}

function walk(
  key: string,
  source: unknown,
  target: unknown,
  logs: Sides<Ordinals> | undefined,
): Difference | undefined {
  if (!isObject(source) || !isObject(target) || Array.isArray(source) !== Array.isArray(target)) {
    return Object.is(source, target) ? undefined : { key, source, target };
  }
  const [names, others] = [Object.keys(source), Object.keys(target)];
  for (let index = 0; index < Math.max(names.length, others.length); index += 1) {
    const name = names[index] ?? others[index]!;
    const at = Array.isArray(source) ? `${key}[${name}]` : key === '' ? name : `${key}.${name}`;
    const [mine, other] = [source[name], target[name]];
    if (names[index] !== others[index]) return { key: at, source: mine, target: other };
    if (name === 'position' && logs) {
      if (!isSamePlace(mine, other, logs)) return { key: at, source: mine, target: other };
      continue;
    }
    const difference = walk(at, mine, other, name === 'data' ? undefined : logs);
    if (difference) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSamePlace(source: unknown, target: unknown, logs: Sides<Ordinals>): boolean {
  const ordinal = logs.source.of(source as number);
  return ordinal !== undefined && ordinal === logs.target.of(target as number);
}
