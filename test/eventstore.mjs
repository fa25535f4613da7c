/** `npm run test:eventstore`: what is promised of the log, every scenario and every property, on the EventStoreDB that EVENTSTORE_URL names. */
import { spawnSync } from 'node:child_process';

const USAGE = `EVENTSTORE_URL is not set: it is the connection string of the EventStoreDB to test on. compose.yaml has one:
  docker compose up --detach --wait
  EVENTSTORE_URL='esdb://127.0.0.1:2113?tls=false' npm run test:eventstore
Every run writes streams of its own, under prefixes that begin with test-, and removes none.`;
const EXIT_FAILED = 2;

if (!process.env.EVENTSTORE_URL) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(EXIT_FAILED);
}
const tests = ['test/contract', 'test/properties', 'test/e2e/scenarios', 'test/e2e/cli-eventstore'];
const jest = ['run', '--silent', 'jest', '--', ...tests, '--testNamePattern', 'eventstoredb', ...process.argv.slice(2)];
const { status } = spawnSync('npm', jest, { stdio: 'inherit' });
process.exitCode = status ?? EXIT_FAILED;
