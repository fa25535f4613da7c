/** One way of a link, by itself: what is due, and what comes while its process is too busy to pass it. */
import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { soon } from '../../contract/soon.js';
import { type Condition, pipe } from './link-pipe.js';

const DELAY_MS = 10;

test('what is late goes before what comes without delay, however busy the process is meanwhile', async () => {
  const [from, to] = [new PassThrough(), new PassThrough()];
  const condition: Condition = { frozen: new Set(), bytesLeft: new Map(), delayMs: DELAY_MS, refused: false };
  pipe(from as unknown as Socket, to as unknown as Socket, 'to-server', condition, () => {});
  let passed = '';
  to.on('data', (bytes: Buffer) => (passed += bytes.toString()));
  from.emit('data', Buffer.from('a'));
  condition.delayMs = 0;
  for (const until = performance.now() + 2 * DELAY_MS; performance.now() < until;);
  from.emit('data', Buffer.from('b'));
  await soon(() => passed.length === 2);
  expect(passed).toBe('ab');
});
