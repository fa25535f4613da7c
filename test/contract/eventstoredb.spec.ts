/** The contract on EventStoreDB: on the server of the tests, or on a real one where EVENTSTORE_URL names it. */
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import { eventLogContract } from './event-log.contract.js';
import { sharedLogContract } from './shared.contract.js';

const server = eventStoreForTests();

eventLogContract('eventstoredb', () => openEventStoreLog(server.url, { prefix: server.freshPrefix() }));

sharedLogContract('eventstoredb', () => {
  const prefix = server.freshPrefix();
  return () => openEventStoreLog(server.url, { prefix });
});
