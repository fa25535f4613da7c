/** A ledger whose commands and questions have spans of their own. */
import type { Engine } from '#application/engine.js';
import type { ServedLedger } from '../ledger.js';
import type { Tracing } from './tracing.js';

export function traced(ledger: ServedLedger, tracing: Tracing): ServedLedger {
  return {
    changes: (...of) => ledger.changes(...of),
    use: (work) => ledger.use((engine) => work(tracedEngine(engine, tracing))),
  };
}

function tracedEngine(engine: Engine, tracing: Tracing): Engine {
  const { together } = engine;
  const traced: Pick<Engine, 'do' | 'preview' | 'ask' | 'together' | 'events'> = {
    do: (command, ...given) => tracing.span(`command ${command}`, () => engine.do(command, ...given)),
    preview: (command, ...given) => tracing.span(`preview ${command}`, () => engine.preview(command, ...given)),
    together: {
      record: (...given) => tracing.span('command RecordBatch', () => together.record(...given)),
      judge: (given) => tracing.span('preview RecordBatch', () => together.judge(given)),
    },
    events: (asked) => tracing.span('question events', () => engine.events(asked)),
    ask: (answer, of) => tracing.span(`question ${answer}`, () => engine.ask(answer, of)),
  };
  // All else is the engine's, as it is at the time.
  return Object.assign(Object.create(engine) as Engine, traced);
}
