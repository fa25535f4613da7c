import { jsonEvent, type RecordedEvent } from './events.js';
import { recentEvents } from './recent-events.js';

test('the latest events are known by id, the first of an id that comes twice, and the oldest are forgotten', () => {
  const EVENTS_MAX = 10;
  const recent = recentEvents(EVENTS_MAX);
  const event = (n: number, id = `id-${n}`): RecordedEvent => ({
    ...jsonEvent('T', '{}', id),
    stream: 'a',
    revision: n,
    position: n,
    created: 0,
  });
  const known = (n: number): number | undefined => recent.get(`id-${n}`)?.revision;
  for (let n = 0; n < EVENTS_MAX; n++) recent.add(event(n));
  recent.add(event(77, 'id-3'));
  expect([known(0), known(3), known(9)]).toEqual([0, 3, 9]);
  for (let n = EVENTS_MAX; n < 3 * EVENTS_MAX; n++) recent.add(event(n));
  expect([known(0), known(19), known(20), known(29)]).toEqual([undefined, undefined, 20, 29]);
});
