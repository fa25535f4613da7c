/** A progress bar on stderr, where stderr is a terminal. */

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

/** The bar appears with the first update, so that what is done at once shows none. */
export async function progress(what: string): Promise<Progress> {
  if (!process.stderr.isTTY) return { update: () => {}, end: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const format = `${what} [{bar}] {percentage}% {value}/{total}`;
  const bar = new cliProgress.SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  return {
    update: (done, total) => {
      if (!bar.isActive) bar.start(total, 0);
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}

export interface ProgressOf<Stage extends string> {
  readonly update: (stage: Stage, done: number, total: number) => void;
  readonly end: () => void;
}

/** A bar for each stage, one after another. */
export async function progressOf<Stage extends string>(
  titles: Readonly<Record<Stage, string>>,
): Promise<ProgressOf<Stage>> {
  const bars = new Map<string, Progress>();
  for (const [stage, title] of Object.entries<string>(titles)) bars.set(stage, await progress(title));
  let current: Stage | undefined;
  const end = (): void => {
    if (current !== undefined) bars.get(current)!.end();
  };
  return {
    update(stage, done, total) {
      if (stage !== current) end();
      current = stage;
      bars.get(stage)!.update(done, total);
    },
    end,
  };
}
