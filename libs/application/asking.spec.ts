import { parseQuestion, takesAt } from '#projections/answers.js';
import { LATE_FACTS_TOLD_APART_MAX } from '#projections/filing/late.js';
import { instant, type Ledger, newLedger, told } from '../../test/support/ledger.js';

const START = '2026-01-05T10:00:00Z';
const LATE = '2026-01-05T09:30:00Z';
const ACCOUNT = {
  accountId: 'a',
  name: 'A',
  region: 'EU',
  timeZone: 'UTC',
  currency: 'EUR',
  pricingModel: 'named',
  billing: 'monthly',
};
/** So many that the read model has no state between their late facts. */
const USERS = Array.from({ length: LATE_FACTS_TOLD_APART_MAX + 1 }, (_, n) => `u${n}`);

/** Its last append is of late facts. */
async function withLateAppend(): Promise<Ledger> {
  const ledger = await newLedger({ start: '2026-01-05T09:00:00Z' });
  const record = (command: string, body: object) => ledger.engine.do(command, body);
  await record('DefineProduct', { product: 'p', name: 'P', provisioning: 'assigned', overage: 'allow' });
  await record('OpenAccount', ACCOUNT);
  for (const userId of USERS) await record('RegisterUser', { accountId: 'a', userId, name: 'U' });
  ledger.clock.moveTo(instant(START));
  await record('RegisterUser', { accountId: 'a', userId: 'last', name: 'U' });
  await record('AssignSeats', { accountId: 'a', product: 'p', userIds: USERS, effectiveAt: LATE, reason: 'forgotten' });
  return ledger;
}

const ASKED = [
  ['allocation', { accountId: 'a', product: 'p' }],
  ['holdings', { accountId: 'a', product: 'p' }],
  ['explain', { accountId: 'a', userId: 'u3', product: 'p' }],
  ['allocation', { accountId: 'b', product: 'p' }],
  ['peak', { accountId: 'a', product: 'p', month: '2026-01' }],
] as const;

test('many questions asked together are answered, or refused, as one by one, at any position, within an append of late facts too', async () => {
  const { engine, log } = await withLateAppend();
  const at = instant('2026-01-05T09:45:00Z');
  const knownAt = instant(START);
  const answers = new Set<string>();
  const head = await log.head();
  const within = head - USERS.length + 1;
  for (const position of [undefined, 0, 1, 2, 3, within - 1, within, within + 3, head - 1, head]) {
    const bounds = { knownAt: START, ...(position !== undefined && { position }) };
    const one: object[] = [];
    for (const [name, of] of ASKED) {
      const own = takesAt(name) ? { at: new Date(at).toISOString() } : {};
      one.push(await told(engine.ask(name, { ...of, ...own, ...bounds })));
    }
    const questions = ASKED.map(([name, of]) => ({ ...parseQuestion(name, of), at: takesAt(name) ? at : undefined }));
    expect(await engine.askTogether(questions, { knownAt, position })).toEqual(one);
    answers.add(JSON.stringify(one));
  }
  expect(answers.size).toBe(9);
  await engine.close();
});
