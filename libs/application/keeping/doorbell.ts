/** What a loop waits at: until somebody rings, or for a while. */

export interface Doorbell {
  readonly ring: () => void;
  /** Resolves when it was rung since the last time, or after a while. */
  rung(waitMs: number): Promise<void>;
}

export function doorbell(): Doorbell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async rung(waitMs) {
      let timer: NodeJS.Timeout | undefined;
      if (!isRung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, waitMs);
        });
      }
      clearTimeout(timer);
      wake = undefined;
      isRung = false;
    },
  };
}
