import { jest } from '@jest/globals';
import { eventCodec } from '#event-log/codec.js';
import { DamagedLog, type StoredEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';

type Shape =
  | {
      readonly type: 'SeatTaken';
      readonly data: { readonly holder: string; readonly row: number; readonly side: string };
    }
  | { readonly type: 'SeatLeft'; readonly data: { readonly row: number } };

const VERSIONS = { SeatTaken: 3, SeatLeft: 1 };
const UPCASTERS = {
  SeatTaken: {
    1: (data: unknown) => ({ ...(data as object), row: 1 }),
    2: (data: unknown) => {
      const { name, row } = data as { name: string; row: number };
      return { holder: name, row, side: row === 1 ? 'window' : 'aisle' };
    },
  },
};
const codec = eventCodec<Shape>(VERSIONS, UPCASTERS);

const metadata = {
  actor: 'ann',
  commandId: 'c1',
  correlationId: 'c1',
  causationId: 'c1',
  effectiveAt: 5 as Instant,
  recordedAt: 7 as Instant,
};

function stored(event: Partial<StoredEvent>): StoredEvent {
  const place = { stream: 'account-1', revision: 3, position: 44, recordedAt: 9 as Instant };
  return { id: 'e1', type: 'SeatLeft', version: 1, data: '{"row":2}', metadata, ...place, ...event };
}

test('an event is stored at the version written today and read as it was', () => {
  const event = { type: 'SeatTaken', data: { holder: 'bo', row: 4, side: 'aisle' } } as const;
  const written = codec.encode(event, 'e1', metadata);
  expect(written).toEqual({ id: 'e1', type: 'SeatTaken', version: 3, data: JSON.stringify(event.data), metadata });
  expect(codec.decode(stored(written)).event).toEqual(event);
});

test('a read event tells when, where and by whom it was recorded, by the clock of the log', () => {
  expect(codec.decode(stored({ metadata: { ...metadata, reason: 'typo' } }))).toEqual({
    event: { type: 'SeatLeft', data: { row: 2 } },
    effectiveAt: 5,
    recordedAt: 9,
    position: 44,
    actor: 'ann',
    reason: 'typo',
    stream: 'account-1',
    revision: 3,
    metadata: { ...metadata, reason: 'typo' },
  });
  expect(codec.decode(stored({})).reason).toBeNull();
});

test.each([
  [1, { name: 'bo' }, { holder: 'bo', row: 1, side: 'window' }],
  [2, { name: 'bo', row: 4 }, { holder: 'bo', row: 4, side: 'aisle' }],
  [3, { holder: 'bo', row: 4, side: 'left' }, { holder: 'bo', row: 4, side: 'left' }],
])('an event of version %d is read in the shape of today', (version, data, today) => {
  const { event } = codec.decode(stored({ type: 'SeatTaken', version, data: JSON.stringify(data) }));
  expect(event).toEqual({ type: 'SeatTaken', data: today });
});

test('an event of the version of today costs one JSON.parse of its data', () => {
  const parse = jest.spyOn(JSON, 'parse');
  codec.decode(stored({}));
  expect(parse.mock.calls).toEqual([['{"row":2}']]);
  parse.mockRestore();
});

test.each([
  ['an unknown type', { type: 'SeatPainted' }, 'no event type SeatPainted'],
  ['a type that JavaScript knows', { type: 'constructor' }, 'no event type constructor'],
  ['a version from the future', { version: 2 }, 'newer Seatledger'],
  ['a version before the first', { version: 0 }, 'begin at 1'],
  ['text that is no JSON', { data: '{"row":' }, 'no JSON'],
  ['JSON that is no object', { data: '[1]' }, 'no JSON object'],
  ['JSON null', { data: 'null' }, 'no JSON object'],
])('%s is damage, told with its place', (_, event, why) => {
  const decode = (): unknown => codec.decode(stored(event));
  expect(decode).toThrow(DamagedLog);
  expect(decode).toThrow(/event 3 of account-1 at position 44/);
  expect(decode).toThrow(why);
  expect(decode).toThrow(expect.objectContaining({ place: { stream: 'account-1', revision: 3, position: 44 } }));
});

test('a version without an upcaster is found when the program starts', () => {
  expect(() => eventCodec<Shape>(VERSIONS, { SeatTaken: { 1: UPCASTERS.SeatTaken[1] } })).toThrow('from version 2');
});

test('an upcaster to a version that is not written is found when the program starts', () => {
  expect(() => eventCodec<Shape>(VERSIONS, { ...UPCASTERS, SeatLeft: { 1: (data) => data } })).toThrow('not written');
});
