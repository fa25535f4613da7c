/** An answer before a command's events and after them. */
import { Refusal, type RefusalCode } from '#kernel/refusal.js';
import type { View } from '#projections/view.js';

/** Where there is no answer, why. */
export interface Refused {
  readonly refused: RefusalCode;
}

export interface Change<Answer> {
  readonly before: Answer | Refused;
  readonly after: Answer | Refused;
}

/** The log without a command's events and with them, asked at one instant. */
export interface Views {
  readonly before: View;
  readonly after: View;
}

export function changeOf<Answer>({ before, after }: Views, ask: (view: View) => Answer): Change<Answer> {
  return { before: told(() => ask(before)), after: told(() => ask(after)) };
}

export function isDifferent({ before, after }: Change<unknown>): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function told<Answer>(ask: () => Answer): Answer | Refused {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}
