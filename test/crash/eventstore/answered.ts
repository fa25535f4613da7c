/** What a ledger answers after a campaign: an engine with an empty disk, the read models of those that lived, and the reference. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Engine } from '#application/engine.js';
import { generationsIn } from '#read-model/generations.js';
import { type Store, openStore } from '#read-model/store.js';
import { told as toldBy } from '../../support/ledger.js';
import { differences } from '../../support/living.js';
import { referenceAnswer } from '../../support/reference/reference.js';
import { differing, rowsOf } from '../../support/rows.js';
import type { Told } from './processes.js';
import type { Stored } from './stored.js';

const QUESTIONS = 20;
const REPEATS = 60;

/** A read model that was followed with, through all that befell it, is what a rebuild makes. */
export function assertFiled(directory: string, rebuilt: Store): void {
  const [ledger] = readdirSync(directory);
  const store = openStore(generationsIn(join(directory, ledger!)).current()!.file);
  expect(differing(rowsOf(store), rowsOf(rebuilt))).toEqual([]);
  store.close();
}

interface Asked {
  readonly name: string;
  readonly of: Readonly<Record<string, unknown>>;
}

/** Questions of the campaign's accounts, at any bounds. */
function questions(stored: readonly Stored[]): fc.Arbitrary<Asked> {
  const product = fc.constantFrom('staff-1', 'lead-2', 'scarce', 'bulk');
  const accountId = fc.constantFrom('acme', 'bolt', 'crowd');
  const named = stored.filter(({ type }) => type === 'UserRegistered');
  const user = fc
    .constantFrom(...named)
    .map(({ stream, data }): Record<string, unknown> => ({ accountId: stream.replace('account-', ''), ...data }))
    .map(({ accountId: account, userId }) => ({ accountId: account, userId }));
  const programs = stored.flatMap(({ type, data }) => (type === 'EnforcementProgramAnnounced' ? [data] : []));
  const of = fc.oneof(
    fc.record({ name: fc.constantFrom('allocation', 'holdings'), of: fc.record({ accountId, product }) }),
    fc.record({ name: fc.constantFrom('overview', 'history'), of: fc.record({ accountId }) }),
    fc.record({
      name: fc.constant('explain'),
      of: fc.tuple(user, product).map(([who, what]) => ({ ...who, product: what })),
    }),
    ...(programs.length > 0 ? [fc.record({ name: fc.constant('phases'), of: fc.constantFrom(...programs) })] : []),
  );
  const event = fc.noBias(fc.nat({ max: stored.length - 1 })).map((index) => stored[index]!);
  const instant = event.map(({ recordedAt }) => new Date(recordedAt).toISOString());
  const bounds = fc.oneof(
    fc.constant({}),
    fc.record({ knownAt: instant }),
    fc.record({ at: instant }),
    fc.record({ knownAt: instant, position: event.map(({ position }) => position) }),
  );
  return fc.tuple(of, bounds).map(([{ name, of: what }, within]) => {
    const { programId, ...rest } = what as Record<string, unknown>;
    const { at, ...others } = within as Record<string, unknown>;
    const isAt = at !== undefined && name !== 'holdings';
    const asked = name === 'phases' ? { programId } : rest;
    return { name, of: { ...asked, ...others, ...(isAt && { at }) } };
  });
}

export async function assertAnswers(engine: Engine, stored: readonly Stored[], seed: number): Promise<void> {
  const now = Date.now();
  const last = new Date(Math.max(now, stored.at(-1)!.recordedAt)).toISOString();
  for (const { name, of } of fc.sample(questions(stored), { seed, numRuns: QUESTIONS })) {
    const asked = { knownAt: last, position: engine.position, ...of };
    const expected = referenceAnswer(stored, name, asked, now);
    const actual = await toldBy(engine.ask(name, asked));
    expect({ name, asked, wrong: differences('', expected, actual) }).toEqual({ name, asked, wrong: [] });
  }
}

/** A command that was acknowledged, sent again to an engine that has seen nothing but the log, is answered what it was. */
export async function assertKnownAgain(engine: Engine, { sent, done }: Told, seed: number): Promise<void> {
  const recorded = [...done].filter(([, answers]) => answers.some(({ events }) => events.length > 0));
  for (const [id, answers] of fc.sample(fc.constantFrom(...recorded), { seed, numRuns: REPEATS })) {
    const { command, body } = sent.get(id)!;
    expect([id, await engine.do(command, body)]).toEqual([id, answers.find(({ events }) => events.length > 0)]);
  }
}
