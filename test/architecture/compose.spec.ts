/** compose.yaml starts servers that take the same appends as the one of the tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_APPEND_BYTES } from '../support/eventstore-url.js';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'compose.yaml'), 'utf8');

test('every server of compose.yaml takes appends as large as the tests need', () => {
  const sizes = [...text.matchAll(/EVENTSTORE_MAX_APPEND_SIZE: '(\d+)'/g)].map(([, size]) => Number(size));
  // Of the single node, and of the options that the members of the cluster share.
  expect(sizes).toEqual([MAX_APPEND_BYTES, MAX_APPEND_BYTES]);
  expect(text.match(/<<: \*member-options$/gm)).toHaveLength(3);
});

test('the servers of compose.yaml are of this machine alone', () => {
  const published = [...text.matchAll(/ports: \['([^']+)'\]/g)].map(([, port]) => port!);
  expect(published).toHaveLength(4);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:\d+:2113$/);
  expect(new Set(published).size).toBe(4);
});
