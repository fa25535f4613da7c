/** How long what is appended has been waiting to be read, in milliseconds of this process. */

export interface Lag {
  /** Something was appended. */
  begin(): void;
  /** All that was appended before a moment of `performance.now()` is read. */
  end(before: number): void;
  readonly ms: number;
}

/** Begins behind: nothing is known to be read. */
export function openLag(): Lag {
  let since: number | undefined = performance.now();
  /** Of what came while a read was under way, which may have missed it. */
  let again: number | undefined;
  return {
    begin() {
      again = performance.now();
      since ??= again;
    },
    end(before) {
      since = again !== undefined && again >= before ? again : undefined;
    },
    get ms() {
      return since === undefined ? 0 : performance.now() - since;
    },
  };
}
