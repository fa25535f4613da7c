/** Identifiers that callers choose, and those the engine derives. */
import { v5, v7 } from 'uuid';

export const ID_LENGTH_MAX = 128;
const ID = new RegExp(`^[A-Za-z0-9._-]{1,${ID_LENGTH_MAX}}$`);

/** Root of every derived id; changing it changes all of them. */
const NAMESPACE = '6f1f3c1e-5d0b-5c0e-9b5e-2d8f4e0a7c11';

export function isId(text: string): boolean {
  return ID.test(text);
}

export function newId(): string {
  return v7();
}

/** The same id for the same parts, on every machine and in every run. */
export function derivedId(...parts: readonly (string | number)[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/** Code-unit order: the order of every list by id, whatever the locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
