/** A whole number that was typed. */
import { invalid } from '#kernel/refusal.js';

/** @throws Refusal `invalid-input` naming the field */
export function whole(field: string, text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw invalid(field, `a whole number from ${least} to ${most}`);
}
