/** What the server can be told to do wrong while it runs. */
import type { Endpoint } from './statuses.js';

/** What befalls one append: it is stored or not, and in place of an answer the connection is cut, or nothing ever comes. */
export type AppendFault = 'cut-unstored' | 'cut-stored' | 'silent-unstored' | 'silent-stored';

export interface Switches {
  /** As a server that is starting: reads fail as unavailable, batch appends with an error of each. */
  notReady: boolean;
  /** Set on a follower: calls that require the leader are sent there. */
  leader: Endpoint | undefined;
  /** Appends fail, with an error that does not say whether they were stored; they were not. */
  diskFull: boolean;
  /** How long each call, and each append of a batch call, waits before it is handled. */
  latencyMs: number;
  /** How long a subscription takes for each window of history that it searches. */
  searchMs: number;
}

export interface AppendFaults {
  /** Told of the next appends, one after another. */
  onNextAppend(...faults: readonly AppendFault[]): void;
}

export interface FaultState extends Switches, AppendFaults {
  takeAppendFault(): AppendFault | undefined;
}

export function faultState(): FaultState {
  const coming: AppendFault[] = [];
  return {
    notReady: false,
    leader: undefined,
    diskFull: false,
    latencyMs: 0,
    searchMs: 0,
    onNextAppend: (...faults) => void coming.push(...faults),
    takeAppendFault: () => coming.shift(),
  };
}
