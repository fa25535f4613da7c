/** Pages of a log or of one stream, every event proved: its checksum, and that none is missing between it and the last. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { DamagedLog, PAGE_EVENTS_MAX, type Place, type StoredEvent } from '#event-log/port.js';
import { explained } from '#event-log/sqlite/file.js';
import type { StreamHead } from '#event-log/sqlite/heads.js';
import { COLUMNS, fromRow, type Row } from '#event-log/sqlite/rows.js';

export type Pages = AsyncGenerator<readonly StoredEvent[]>;

export interface Reader {
  /** The events at positions `(after, until]`. */
  log(after: number, until: number): Pages;
  /** The stream's events from a revision up to its head. */
  stream(stream: string, fromRevision: number, head: StreamHead): Pages;
  /** Undefined where there is no event. */
  idAt(position: number): string | undefined;
}

export function sqliteReader(db: DatabaseSync, file: string): Reader {
  const selectRange = db.prepare(`SELECT ${COLUMNS} FROM event WHERE position BETWEEN ? AND ? ORDER BY position`);
  const selectId = db.prepare('SELECT id FROM event WHERE position = ?');
  const selectThese = db.prepare(
    `SELECT ${COLUMNS} FROM event WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position`,
  );
  // Positions fall along a chain; that it must do so ends it, whatever is damaged.
  const selectChain = db.prepare(
    `WITH RECURSIVE chain (position, previous, revision) AS (
       SELECT position, previous, revision FROM event WHERE position = ?
       UNION ALL
       SELECT e.position, e.previous, e.revision FROM chain c JOIN event e ON e.position = c.previous
       WHERE c.revision > ? AND e.position < c.position)
     SELECT position FROM chain`,
  );
  for (const select of [selectRange, selectId, selectThese, selectChain]) select.setReturnArrays(true);

  function page(positions: readonly number[], rows: () => Row[]): readonly StoredEvent[] {
    let events: readonly StoredEvent[];
    try {
      events = rows().map((row) => fromRow(row, file));
    } catch (error) {
      throw explained(error, file, 'read', firstUnreadable(positions));
    }
    for (const [index, position] of positions.entries()) {
      if (events[index]?.position !== position)
        throw damaged(`the event at position ${position} is missing`, { position });
    }
    return events;
  }

  /** SQLite fails a page as a whole; which event it was is found one by one. */
  function firstUnreadable(positions: readonly number[]): Place {
    for (const position of positions) {
      try {
        selectRange.all(position, position);
      } catch {
        return { position };
      }
    }
    return {};
  }

  function chain(stream: string, fromRevision: number, head: StreamHead): readonly number[] {
    const positions: number[] = [];
    try {
      for (const row of selectChain.iterate(head.position, fromRevision))
        positions.push((row as unknown as [number])[0]);
    } catch (error) {
      throw explained(error, file, `read ${stream} in`, { stream });
    }
    const revision = head.revision - positions.length;
    if (revision !== fromRevision - 1) throw damaged(`event ${revision} of ${stream} is missing`, { stream, revision });
    return positions.toReversed();
  }

  function damaged(what: string, place: Place): DamagedLog {
    return new DamagedLog(`${file} is damaged: ${what}`, place);
  }

  return {
    idAt: (position) => (selectId.get(position) as unknown as [string] | undefined)?.[0],

    async *log(after, until) {
      for (let start = after + 1; start <= until; start += PAGE_EVENTS_MAX) {
        const end = Math.min(start + PAGE_EVENTS_MAX - 1, until);
        const positions = Array.from({ length: end - start + 1 }, (_, index) => start + index);
        yield page(positions, () => selectRange.all(start, end) as unknown as Row[]);
        // Reading is synchronous: a rebuild of a million events must let others have their turn.
        if (end < until) await nextTurn();
      }
    },

    async *stream(stream, fromRevision, head) {
      if (fromRevision > head.revision) return;
      const positions = chain(stream, fromRevision, head);
      for (let start = 0; start < positions.length; start += PAGE_EVENTS_MAX) {
        const wanted = positions.slice(start, start + PAGE_EVENTS_MAX);
        const events = page(wanted, () => selectThese.all(JSON.stringify(wanted)) as unknown as Row[]);
        for (const [index, event] of events.entries()) {
          const revision = fromRevision + start + index;
          if (event.stream === stream && event.revision === revision) continue;
          const { position } = event;
          throw damaged(`position ${position} does not hold event ${revision} of ${stream}`, {
            stream,
            revision,
            position,
          });
        }
        yield events;
        if (start + PAGE_EVENTS_MAX < positions.length) await nextTurn();
      }
    },
  };
}
