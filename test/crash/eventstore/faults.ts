/** What befalls a campaign in one round, several things at once, and how it is done to the server, the links and the processes. */
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import type { Direction, FaultyLink } from '../../support/eventstore/faulty-link.js';
import type { CampaignServer } from './server.js';

export type Fault = { readonly afterMs: number } & (
  | { readonly kind: 'server killed'; readonly downMs: number; readonly notReadyMs: number }
  | { readonly kind: 'server frozen'; readonly ms: number }
  | { readonly kind: 'connection cut'; readonly who: number }
  | { readonly kind: 'connection cut at a byte'; readonly who: number; readonly bytes: number; readonly way: Direction }
  | {
      readonly kind: 'connection frozen';
      readonly who: number;
      readonly ms: number;
      readonly ways: readonly Direction[];
    }
  | { readonly kind: 'connection slow'; readonly who: number; readonly ms: number; readonly delayMs: number }
  | { readonly kind: 'connections refused'; readonly who: number; readonly ms: number }
  | { readonly kind: 'process killed'; readonly who: number }
  | { readonly kind: 'process frozen'; readonly who: number; readonly ms: number }
);

export type Round = readonly Fault[];

const AFTER_MS_MAX = 500;
const SHORT_MS_MAX = 1_500;
/** Longer than the adapter waits for an answer; and, rarely, than it has patience. */
const LONG_MS_MAX = 7_000;
const BYTES_MAX = 40_000;
const OTHERS_MAX = 3;

/** @param processes how many there are, each with a link of its number */
export function rounds(processes: number): fc.Arbitrary<Round> {
  const upTo = (max: number): fc.Arbitrary<number> => fc.noBias(fc.integer({ min: 0, max }));
  const who = upTo(processes - 1);
  const way = fc.constantFrom<Direction>('to-server', 'to-client');
  const ways = fc.constantFrom<readonly Direction[]>(['to-server'], ['to-client'], ['to-server', 'to-client']);
  const ms = fc.oneof({ weight: 9, arbitrary: upTo(SHORT_MS_MAX) }, { weight: 1, arbitrary: upTo(LONG_MS_MAX) });
  const fault = (kind: Fault['kind'], fields: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<Fault> =>
    fc.record({ kind: fc.constant(kind), afterMs: upTo(AFTER_MS_MAX), ...fields }) as unknown as fc.Arbitrary<Fault>;
  const ofServer = fc.oneof(
    fault('server killed', { downMs: upTo(SHORT_MS_MAX), notReadyMs: fc.oneof(fc.constant(0), upTo(SHORT_MS_MAX)) }),
    fault('server frozen', { ms }),
  );
  const ofOthers = fc.oneof(
    fault('connection cut', { who }),
    fault('connection cut at a byte', { who, bytes: upTo(BYTES_MAX), way }),
    fault('connection frozen', { who, ms, ways }),
    fault('connection slow', { who, ms, delayMs: upTo(100) }),
    fault('connections refused', { who, ms }),
    fault('process killed', { who }),
    fault('process frozen', { who, ms }),
  );
  return fc
    .tuple(fc.array(ofServer, { maxLength: 1 }), fc.array(ofOthers, { maxLength: OTHERS_MAX }))
    .map((parts) => parts.flat())
    .filter(({ length }) => length > 0);
}

/** What a fault is done to. */
export interface Stage {
  readonly server: CampaignServer;
  readonly links: readonly FaultyLink[];
  readonly signal: (who: number, name: 'SIGSTOP' | 'SIGCONT') => void;
  /** Kills a process and starts it again; resolves when it works. */
  readonly restart: (who: number) => Promise<void>;
}

/** Resolves when all is well again. */
export async function befall(fault: Fault, { server, links, signal, restart }: Stage): Promise<void> {
  await pause(fault.afterMs);
  switch (fault.kind) {
    case 'server killed':
      await server.kill();
      await pause(fault.downMs);
      return server.start(fault.notReadyMs);
    case 'server frozen':
      server.signal('SIGSTOP');
      await pause(fault.ms);
      return server.signal('SIGCONT');
    case 'connection cut':
      return links[fault.who]!.cutAll();
    case 'connection cut at a byte':
      links[fault.who]!.cutAfter(fault.bytes, fault.way);
      await pause(SHORT_MS_MAX);
      return links[fault.who]!.thaw();
    case 'connection frozen':
      links[fault.who]!.freeze(...fault.ways);
      await pause(fault.ms);
      return links[fault.who]!.thaw();
    case 'connection slow':
      links[fault.who]!.delay(fault.delayMs);
      await pause(fault.ms);
      return links[fault.who]!.delay(0);
    case 'connections refused':
      links[fault.who]!.refuse(true);
      links[fault.who]!.cutAll();
      await pause(fault.ms);
      return links[fault.who]!.refuse(false);
    case 'process killed':
      return restart(fault.who);
    case 'process frozen':
      signal(fault.who, 'SIGSTOP');
      await pause(fault.ms);
      return signal(fault.who, 'SIGCONT');
    default:
      return fault satisfies never;
  }
}
