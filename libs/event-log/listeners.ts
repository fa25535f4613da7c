/** Those who asked to be told that a log has advanced. */

export interface Listeners {
  /** @returns takes it away again; a second call does nothing */
  add(onAdvance: () => void): () => void;
  tell(): void;
  readonly count: number;
}

export function listeners(): Listeners {
  // An entry of its own each, so that one function may listen twice and leave once.
  const entries = new Set<{ readonly onAdvance: () => void }>();
  return {
    add(onAdvance) {
      const entry = { onAdvance };
      entries.add(entry);
      return () => void entries.delete(entry);
    },

    tell() {
      // In a turn of their own: a listener that throws is reported as the defect it is, and fails no append.
      for (const entry of entries) queueMicrotask(() => void (entries.has(entry) && entry.onAdvance()));
    },

    get count() {
      return entries.size;
    },
  };
}
