/** The monthly peak of a product's seats and licences: what a month is charged by (SPEC §4, peak). */
import type { Instant } from '#kernel/instant.js';

/** How an account stood with a product from one counted instant until the next. */
export interface Standing {
  readonly at: Instant;
  readonly assigned: number;
  /** max(purchased, commitment). */
  readonly licences: number;
  readonly complimentary: number;
  readonly multiplier: number;
  /** A trial of the product runs: nothing of it is billed. */
  readonly trial: boolean;
  /** Every overage-billing entry that applies has started. */
  readonly overageBilled: boolean;
}

export interface Highest {
  readonly quantity: number;
  /** The earliest counted instant that has it; null for 0. */
  readonly at: Instant | null;
}

export interface Peak {
  readonly licences: Highest;
  readonly assigned: Highest;
  readonly overage: Highest;
  readonly billableOverage: number;
}

const NEVER: Highest = { quantity: 0, at: null };

/** @param standings of the month's counted instants, earliest first, each after all events effective at its instant */
export function peakOf(standings: Iterable<Standing>): Peak {
  let licences = NEVER;
  let assigned = NEVER;
  let overage = NEVER;
  let counted = 0;
  for (const standing of standings) {
    assigned = higher(assigned, standing.assigned, standing.at);
    overage = higher(overage, standing.assigned - standing.licences - standing.complimentary, standing.at);
    if (standing.trial) continue;
    licences = higher(licences, standing.licences * standing.multiplier, standing.at);
    if (!standing.overageBilled) continue;
    counted = Math.max(counted, (standing.assigned - standing.complimentary) * standing.multiplier);
  }
  return { licences, assigned, overage, billableOverage: Math.max(0, counted - licences.quantity) };
}

function higher(highest: Highest, quantity: number, at: Instant): Highest {
  return quantity > highest.quantity ? { quantity, at } : highest;
}
