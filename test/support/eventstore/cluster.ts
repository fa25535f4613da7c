/** A cluster in one process: a leader and followers that hold the same events, each with its own connections and faults. */
import { startEventStore, type EventStoreServer, type ServerOptions } from './server.js';

export interface Cluster {
  readonly servers: readonly EventStoreServer[];
  /** Connection string that makes a client discover the leader. */
  readonly url: string;
  readonly leader: EventStoreServer;
  /** Makes a server the leader: the others send there what requires the leader, and all tell it to who asks. */
  elect(leader: EventStoreServer): void;
  stop(): Promise<void>;
}

/** @param size members, of which the first leads */
export async function startCluster(
  size: number,
  options: Omit<ServerOptions, 'port' | 'sharing'> = {},
): Promise<Cluster> {
  const first = await startEventStore(options);
  const others = Array.from({ length: size - 1 }, () => startEventStore({ ...options, sharing: first }));
  const servers = [first, ...(await Promise.all(others))];
  let leader = first;
  function elect(elected: EventStoreServer): void {
    leader = elected;
    const members = servers.map(({ host, port }) => ({
      host,
      port,
      state: port === elected.port ? ('LEADER' as const) : ('FOLLOWER' as const),
    }));
    for (const server of servers) {
      server.members = members;
      server.faults.leader = server === elected ? undefined : elected;
    }
  }
  elect(first);
  const hosts = servers.map(({ host, port }) => `${host}:${port}`).join(',');
  return {
    servers,
    url: `esdb://${hosts}?tls=${options.tls !== undefined}`,
    get leader() {
      return leader;
    },
    elect,
    async stop() {
      // The first one last: the events are its own.
      for (const server of servers.toReversed()) await server.stop();
    },
  };
}
