/** Where a log is on EventStoreDB: a connection string, which may hold secrets, and the prefix of its streams. */
import { EventStoreDBClient } from '@eventstore/db-client';
import { LogUnavailable } from '#event-log/port.js';
import { DEFAULT_PREFIX } from '#event-log/prefix.js';
import { shownOf } from '#event-log/shown.js';

/** Streams that begin with `$` are the server's own; a slash would make one log's streams look like another's. */
const PREFIX = /^[^$/\p{C}][^/\p{C}]{0,199}$/u;
const AUTHORITY = /^(esdb(?:\+discover)?:\/\/)(?:([^@/?]*)@)?([^/?]*)/;

/** What may be behind the question mark, in whichever case. */
const OPTIONS = new Set(
  ['tls', 'tlsCAFile', 'tlsVerifyCert', 'userCertFile', 'userKeyFile']
    .concat(['connectionName', 'nodePreference', 'maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout'])
    .concat(['defaultDeadline', 'keepAliveInterval', 'keepAliveTimeout', 'throwOnAppendFailure'])
    .map((name) => name.toLowerCase()),
);

export interface Location {
  /** As it was given, secrets and all: never to be shown. */
  readonly url: string;
  /** Without credentials and options, for messages. */
  readonly shown: string;
  /** What the names of the log's streams begin with, slash included. */
  readonly streams: string;
  /** A stream beside the log's, for what is not of the ledger. */
  readonly beside: (name: string) => string;
}

/** @throws LogUnavailable for a connection string that is none, or a prefix that cannot be one */
export function locationOf(url: string, prefix: string = DEFAULT_PREFIX): Location {
  const trimmed = url.trim();
  const shown = shownOf(trimmed);
  if (!PREFIX.test(prefix)) {
    throw new LogUnavailable(
      `--prefix ${JSON.stringify(prefix)}: expected 1 to 200 characters, no slash, not beginning with $`,
    );
  }
  try {
    // It connects to nothing yet, but reads the string and the certificates that it names.
    const unknown = unknownOption(trimmed);
    if (unknown !== undefined) throw new Error(`it has no option ${unknown}`);
    EventStoreDBClient.connectionString(trimmed);
  } catch (error) {
    // The client's error is not passed on: it repeats the string.
    throw new LogUnavailable(
      `${shown} is no connection string of EventStoreDB (${firstLine(error)}): expected esdb://[user:password@]host:port[,host:port][?tls=false] or esdb+discover://host`,
    );
  }
  return { url: trimmed, shown, streams: `${prefix}/`, beside: (name) => `${prefix}.${name}` };
}

/** The same connection to one node, which another one has named as its leader. */
export function atNode(url: string, { address, port }: { readonly address: string; readonly port: number }): string {
  return url.replace(AUTHORITY, (_, __, credentials?: string) => {
    return `esdb://${credentials === undefined ? '' : `${credentials}@`}${address}:${port}`;
  });
}

/** The client warns of an option that it does not know, with all of the string that it is in: it is not given one. */
function unknownOption(url: string): string | undefined {
  const [, query = ''] = url.slice(url.lastIndexOf('@') + 1).split('?');
  const names = query.split('&').map((option) => option.split('=')[0]!);
  return names.find((name) => name !== '' && !OPTIONS.has(flat(name)));
}

const flat = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '');

/** Parse errors of the client quote what they did not expect, and repeat the string below, with its secrets. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.split('\n');
  return first.replace(/^Unexpected .*, expected/, 'expected');
}
