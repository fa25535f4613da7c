/**
 * Every event version ever written, as it is stored, and what it is read as. A golden file is never edited: a new shape is
 * a new version with a file of its own, and the old file then proves the upcaster.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_VERSIONS, type DomainEvent, type EventType } from '#domain/events.js';
import { eventCodec } from '#event-log/codec.js';
import type { EventMetadata, StoredEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { ACCOUNT_MEANINGS } from './account.meaning.js';
import { CATALOG_MEANINGS } from './catalog.meaning.js';
import { INVOICE_MEANINGS } from './invoice.meaning.js';

interface Golden {
  readonly type: EventType;
  readonly version: number;
  readonly data: object;
  readonly metadata: EventMetadata;
}

const DIRECTORY = join(import.meta.dirname, 'events');
const MEANINGS: Readonly<Record<string, object>> = { ...CATALOG_MEANINGS, ...ACCOUNT_MEANINGS, ...INVOICE_MEANINGS };
const NAMES = readdirSync(DIRECTORY).map((file) => file.replace(/\.json$/, ''));
const codec = eventCodec<DomainEvent>(EVENT_VERSIONS);

function golden(name: string): Golden {
  return JSON.parse(readFileSync(join(DIRECTORY, `${name}.json`), 'utf8')) as Golden;
}

function stored({ type, version, data, metadata }: Golden): StoredEvent {
  const place = { stream: 'account-acme', revision: 0, position: 1, recordedAt: metadata.recordedAt };
  return { id: 'golden', type, version, data: JSON.stringify(data), metadata, ...place };
}

test('every version of every event type has a golden file and a meaning', () => {
  const versions = Object.entries(EVENT_VERSIONS).flatMap(([type, current]) =>
    Array.from({ length: current }, (_, before) => `${type}.v${before + 1}`),
  );
  expect(NAMES.toSorted()).toEqual(versions.toSorted());
  expect(Object.keys(MEANINGS).toSorted()).toEqual(versions.toSorted());
});

describe.each(NAMES)('%s', (name) => {
  const file = golden(name);

  test('is the type and version that its name says', () => {
    expect(`${file.type}.v${file.version}`).toBe(name);
  });

  test('is read as what it means today', () => {
    const { event, effectiveAt, recordedAt, actor, reason, metadata } = codec.decode(stored(file));
    expect(event).toStrictEqual({ type: file.type, data: MEANINGS[name] });
    expect({ effectiveAt, recordedAt, actor }).toEqual({
      effectiveAt: file.metadata.effectiveAt,
      recordedAt: file.metadata.recordedAt,
      actor: 'ann@example.com',
    });
    expect(reason).toBe(file.metadata.reason ?? null);
    expect(metadata).toEqual(file.metadata);
  });

  if (file.version === EVENT_VERSIONS[file.type]) {
    test('is what is written today, to the byte', () => {
      const event = { type: file.type, data: MEANINGS[name] } as DomainEvent;
      const written = codec.encode(event, 'golden', file.metadata);
      expect(written).toEqual({
        id: 'golden',
        type: file.type,
        version: file.version,
        data: JSON.stringify(file.data),
        metadata: file.metadata,
      });
    });
  }
});

test('a golden event of an older version would pass through its upcasters', () => {
  const old = golden('LicensePurchased.v1');
  const renamed = eventCodec<{ type: 'LicensePurchased'; data: { product: string; licences: number; from: Instant } }>(
    { LicensePurchased: 3 },
    {
      LicensePurchased: {
        1: (data) => {
          const { product, quantity } = data as { product: string; quantity: number };
          return { product, licences: quantity };
        },
        2: (data) => ({ ...(data as object), from: 0 }),
      },
    },
  );
  expect(renamed.decode(stored(old)).event.data).toEqual({ product: 'crm', licences: 25, from: 0 });
});
