/** Where a copy is taken from and where it goes: two places, and the second one free for it. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { hasLedger, isEventStore } from '#application/ledger.js';
import type { Sides } from '#application/copying/difference.js';
import { CopyRefused } from '#application/copying/refused.js';

/** @throws CopyRefused where both are one place, or the target is there and is no ledger's */
export function assertPlaces({ source, target }: Sides<string>): void {
  if (isSamePlace(source, target)) throw new CopyRefused('the source and the target are the same place');
  if (isEventStore(target) || !existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new CopyRefused(`the target ${target} is no directory`);
  if (hasLedger(target)) return;
  const [other] = readdirSync(target);
  if (other !== undefined) throw new CopyRefused(`the target ${target} holds something else: ${other}`);
}

/** Of directories, whatever they are called; of servers, as they are called: one copied to itself is found to be whole. */
function isSamePlace(source: string, target: string): boolean {
  if (source === target) return true;
  if (isEventStore(source) || isEventStore(target) || !existsSync(source) || !existsSync(target)) return false;
  return realpathSync(source) === realpathSync(target);
}
