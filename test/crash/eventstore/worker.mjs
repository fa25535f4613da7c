/**
 * A process that records on a ledger on EventStoreDB, and runs its scheduler, whatever befalls the server: `worker.mjs URL PREFIX NAME
 * SEED`. It runs the current build, prints what it sends and is answered as lines of JSON, sends again what was not answered, and takes
 * two orders on stdin: `finish`, after which it answers `idle`, and then `reach POSITION`, after which it ends.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../../apps/cli/bin/build.mjs';

const STDOUT = 1;
const SECOND = 1_000;
/** Commands that are under way at once. */
const AT_ONCE = 3;
/** So that the machine has time for the other processes. */
const PAUSE_MS_MAX = 100;
const SCHEDULER_MS = 100;
/** How often all processes send one and the same command at about the same time. */
const SHARED_MS = 400;
const DUE_MS = 40;
const SCARCE_USERS = 12;

const [url, prefix, name, seed] = process.argv.slice(2);
const build = await currentBuild(join(import.meta.dirname, '..', '..', '..'));
const built = (...path) => import(pathToFileURL(join(build, ...path)).href);
const { openLedger } = await built('libs', 'application', 'ledger.js');
const { LogUnavailable } = await built('libs', 'event-log', 'port.js');
const { Refusal } = await built('libs', 'kernel', 'refusal.js');

const tell = (line) => writeSync(STDOUT, `${JSON.stringify(line)}\n`);
const random = mulberry32(Number(seed));
const below = (bound) => Math.floor(random() * bound);

let isFinishing = false;
let commands = 0;
const answered = [];

const engine = await enduring(() => openLedger(url, { create: false, prefix }));
const orders = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
tell({ told: 'ready' });
const work = Promise.all([
  ...Array.from({ length: AT_ONCE }, (_, lane) => employ(lane)),
  sell(),
  select(),
  enforce(),
  share(),
  schedule(),
]);
await orders.next();
isFinishing = true;
await work;
tell({ told: 'idle' });
const { value: order } = await orders.next();
const [, position] = order.split(' ');
do await enduring(() => engine.sync());
while (engine.position < Number(position));
tell({ told: 'reached', position: engine.position });
await engine.close();
process.stdin.destroy();

/** Sends again what may not have arrived, with the same command id, until it is settled. */
async function enduring(attempt, onTrouble = () => {}) {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      onTrouble(error.name);
    }
  }
}

/** @param count events that it records where it records any, `any` where that depends; part of its id: `NAME-COUNT-NUMBER` */
async function record(command, count, body, commandId = `${name}-${count}-${(commands += 1)}`) {
  const full = { ...body, commandId };
  tell({ told: 'sent', id: commandId, command, body: full });
  const isDone = await settle(command, full, 'done');
  if (isDone) answered.push([command, full]);
  await pause(below(PAUSE_MS_MAX));
}

async function settle(command, body, word) {
  try {
    const { events, position, revision } = await enduring(
      () => engine.do(command, body),
      (trouble) => tell({ told: 'trouble', id: body.commandId, trouble }),
    );
    tell({ told: word, id: body.commandId, events, position, revision });
    return events.length > 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ told: 'refused', id: body.commandId, code: error.code });
    return false;
  }
}

async function repeatOne() {
  const again = answered[below(answered.length)];
  if (again) await settle(...again, 'again');
}

/** Users with seats by role and by hand, some of it late; released by leaving, given back by return. */
async function employ(lane) {
  for (let number = lane; !isFinishing; number += AT_ONCE) {
    const accountId = number % 2 === 0 ? 'acme' : 'bolt';
    const userId = `${name}-${number}`;
    const user = { accountId, userId };
    const late = { effectiveAt: new Date(Date.now() - (number % 100) * SECOND).toISOString(), reason: 'late' };
    await record('RegisterUser', 3, { ...user, name: userId, roles: ['staff'], ...(number % 3 === 0 && late) });
    await record('ChangeRoles', 3, { ...user, roles: ['staff', 'lead'] });
    await record('AssignSeats', 1, { accountId, product: 'staff-1', userIds: [userId] });
    if (number % 4 === 0) await record('DeactivateUser', 1, user);
    if (number % 8 === 0) await record('ReactivateUser', 5, user);
    await repeatOne();
  }
}

/** Seats of which there are too few for those who want one. */
async function sell() {
  while (!isFinishing) {
    const seats = { accountId: 'crowd', product: 'scarce', userIds: [`c${below(SCARCE_USERS)}`] };
    await record(random() < 0.6 ? 'AssignSeats' : 'ReleaseSeats', 1, seats);
  }
}

/** Whole selections, each one append of up to as many events as the crowd has users: a burst for whoever follows. */
async function select() {
  while (!isFinishing) {
    const kept = random();
    const userIds = Array.from({ length: 120 }, (_, n) => `c${n}`).filter(() => random() < kept);
    await record('SaveSeats', 'any', { accountId: 'crowd', product: 'bulk', userIds });
    await pause(below(SECOND));
  }
}

/** Programs of products of their own, that open them to the crowd in a moment. */
async function enforce() {
  for (let number = 0; !isFinishing; number += 1) {
    const product = `open-${name}-${number}`;
    await record('DefineProduct', 1, { product, name: product, provisioning: 'assigned' });
    await record('PurchaseLicenses', 1, { accountId: 'crowd', product, quantity: 1 });
    const phases = ['EU', null].map((region) => ({
      phase: 'assignment-open',
      region,
      startsAt: new Date(Date.now() + DUE_MS + 2 * SECOND).toISOString(),
    }));
    const program = { programId: `${name}-${number}`, name: product, products: [product], phases };
    await record('AnnounceProgram', 1, { ...program, onOpen: 'assign-all-active' });
    for (let waited = 0; waited < 6 * SECOND && !isFinishing; waited += 100) await pause(100);
  }
}

/** What every process sends, each as if it were the only one: whoever is first records it, and all are answered the same. */
async function share() {
  for (let last = 0; !isFinishing;) {
    const turn = Math.floor(Date.now() / SHARED_MS);
    if (turn !== last) {
      const user = { accountId: 'acme', userId: `shared-${turn}`, name: 'Shared', roles: ['staff'] };
      await record('RegisterUser', 3, user, `shared-3-${turn}`);
    }
    last = turn;
    await pause(SHARED_MS - (Date.now() % SHARED_MS));
  }
}

async function schedule() {
  while (!isFinishing) {
    await enduring(() => engine.scheduler.run());
    await pause(SCHEDULER_MS);
  }
}

/** Numbers in [0, 1) that a seed repeats. */
function mulberry32(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
