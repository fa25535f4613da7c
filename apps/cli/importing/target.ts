/** A ledger here as what an import goes to. */
import type { Engine } from '#application/engine.js';
import type { ImportTarget } from '../accessible.js';

export function targetOn({ together }: Engine, actor: string): ImportTarget {
  return {
    judge: (parts) => together.judge(parts),
    record: (parts) => together.record(parts, { actor }),
  };
}
