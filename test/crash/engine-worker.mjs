/**
 * A process that records on a ledger until it is killed: `engine-worker.mjs LEDGER NAME`. It runs the current build.
 * It prints `sent ID` before each command and `done ID POSITION EVENTS` once it was acknowledged.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../apps/cli/bin/build.mjs';

const STDOUT = 1;
const SECOND = 1_000;
/** Commands that are under way at once. */
const AT_ONCE = 3;
/** How far ahead a phase's start is announced. */
const START_IN_MS = 40;

const [location, name] = process.argv.slice(2);
const build = await currentBuild(join(import.meta.dirname, '..', '..'));
const { openLedger } = await import(pathToFileURL(join(build, 'libs', 'application', 'ledger.js')).href);
const engine = await openLedger(location, { create: true });
const tell = (line) => writeSync(STDOUT, `${line}\n`);

/** Ids say how many events the command records, where it records any: `NAME-COUNT-NUMBER`. */
let commands = 0;
async function record(command, events, body) {
  const commandId = `${name}-${events}-${(commands += 1)}`;
  tell(`sent ${commandId}`);
  const { events: recorded, position } = await engine.do(command, { ...body, commandId });
  tell(`done ${commandId} ${position} ${recorded.length}`);
}

const past = (seconds) => ({ effectiveAt: new Date(Date.now() - seconds * SECOND).toISOString(), reason: 'late' });

/** A user with seats by role and by hand, some of it late; released by leaving, given back by return. */
async function employ(number) {
  const accountId = number % 2 === 0 ? 'acme' : 'bolt';
  const userId = `${name}-${number}`;
  const user = { accountId, userId };
  const late = number % 3 === 0 ? past(number % 100) : {};
  await record('RegisterUser', 3, { ...user, name: userId, roles: ['staff'], ...late });
  await record('ChangeRoles', 3, { ...user, roles: ['staff', 'lead'] });
  await record('AssignSeats', 1, { accountId, product: 'staff-1', userIds: [userId] });
  if (number % 4 === 0) await record('DeactivateUser', 1, user);
  if (number % 8 === 0) await record('ReactivateUser', 5, user);
}

/** A program of a product of its own, that opens it to all of acme in a moment. */
async function enforce() {
  const product = `open-${name}`;
  await record('DefineProduct', 1, { product, name: product, provisioning: 'assigned' });
  await record('PurchaseLicenses', 1, { accountId: 'acme', product, quantity: 1 });
  await announce({ programId: name, name, products: [product], onOpen: 'assign-all-active' }, START_IN_MS);
}

/** A busy machine may take longer to decide than the start lies ahead: then it is announced for later. */
async function announce(program, aheadMs) {
  const startsAt = new Date(Date.now() + aheadMs).toISOString();
  const phases = ['EU', null].map((region) => ({ phase: 'assignment-open', region, startsAt }));
  try {
    await record('AnnounceProgram', 1, { ...program, phases });
  } catch (error) {
    if (error.code !== 'phase-in-past') throw error;
    await announce(program, aheadMs * 2);
  }
}

async function work(first) {
  for (let number = first; ; number += AT_ONCE) {
    await employ(number);
    await engine.scheduler.run();
  }
}

tell('ready');
await Promise.all([enforce(), ...Array.from({ length: AT_ONCE }, (_, first) => work(first))]);
