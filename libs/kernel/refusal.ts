/** What the engine answers when it may not do or cannot answer what was asked: the caller's fault, told well (SPEC §3, §4). */

export const REFUSAL_CODES = [
  'invalid-input',
  'command-id-reused',
  'effective-in-future',
  'reason-required',
  'known-in-future',
  'position-not-reached',
  'too-many-events',
  'account-not-found',
  'account-exists',
  'revision-conflict',
  'product-not-found',
  'product-kind-fixed',
  'wrong-product-kind',
  'user-exists',
  'user-not-found',
  'user-inactive',
  'role-conflict',
  'not-for-sale',
  'below-zero',
  'licences-in-use',
  'pricing-model-unsupported',
  'assignment-not-open',
  'prerequisite-missing',
  'seat-held-by-role',
  'seat-required',
  'capacity-exceeded',
  'subscription-required',
  'not-subscribed',
  'usage-limit-reached',
  'trial-running',
  'no-trial',
  'program-exists',
  'program-not-found',
  'phase-not-found',
  'phase-already-started',
  'phase-in-past',
  'invalid-period',
  'period-not-over',
  'price-missing',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A field of the input and what was expected there, with what to do. */
export interface FieldError {
  readonly field: string;
  readonly expected: string;
}

/** Thrown by `decide` and by answers; never a defect, so it carries no cause and is always shown to the caller. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

export function invalid(field: string, expected: string): Refusal {
  return new Refusal('invalid-input', `${field}: expected ${expected}`, [{ field, expected }]);
}
