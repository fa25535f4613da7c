import { setImmediate as turn } from 'node:timers/promises';
import { openWriter } from './writer.js';

test('writes take turns in order, and between two of them everything else gets one', async () => {
  const done: string[] = [];
  const writer = openWriter();
  for (const write of ['a', 'b', 'c']) writer(() => done.push(write));
  expect(done).toEqual([]);
  for (const expected of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
    await turn();
    expect(done).toEqual(expected);
  }
  writer(() => done.push('d'));
  await turn();
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});
