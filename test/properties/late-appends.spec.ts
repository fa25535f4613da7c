import { standingClock } from '#application/clock.js';
import { openEngine } from '#application/engine.js';
import { instantOf } from '#kernel/instant.js';
import { LATE_FACTS_TOLD_APART_MAX } from '#projections/filing/late.js';
import { IN_MEMORY, openStore } from '#read-model/store.js';
import { eventsOf } from '../support/ledger.js';
import { logsForTests, onEveryLog } from '../support/logs.js';

const JANUARY = '2026-01-01T00:00:00.000Z';
const account = { accountId: 'acme', product: 'seat' };

/** Seventy commands on a server that is far, on a machine that has other things to do. */
import.meta.jest.setTimeout(30_000);
const newLog = logsForTests();

test.each(onEveryLog([[LATE_FACTS_TOLD_APART_MAX], [LATE_FACTS_TOLD_APART_MAX + 6]]))(
  '%s, no event after the position is known, also within an append of %i late facts',
  async (place, count) => {
    const clock = standingClock(instantOf(JANUARY));
    const log = await newLog(place);
    const engine = await openEngine({ log, store: openStore(IN_MEMORY), clock });
    await engine.do('DefineProduct', { product: 'seat', name: 'Seat', provisioning: 'assigned', overage: 'allow' });
    const facts = {
      name: 'Acme',
      region: 'EU',
      timeZone: 'UTC',
      currency: 'EUR',
      pricingModel: 'named',
      billing: 'monthly',
    };
    await engine.do('OpenAccount', { accountId: 'acme', ...facts });
    const userIds = Array.from({ length: count }, (_, i) => `user-${i}`);
    for (const userId of userIds) await engine.do('RegisterUser', { accountId: 'acme', userId, name: userId });
    clock.moveTo(instantOf('2026-02-01T00:00:00.000Z'));
    await engine.do('RegisterUser', { accountId: 'acme', userId: 'late', name: 'Late' });

    const late = { effectiveAt: '2026-01-15T00:00:00.000Z', reason: 'reported late' };
    const { position } = await engine.do('AssignSeats', { ...account, userIds, ...late });
    const positions = (await eventsOf(log)).map((event) => event.position).slice(-count - 1);
    expect(positions).toHaveLength(count + 1);
    expect(positions.at(-1)).toBe(position);
    for (const after of [0, 1, 2, Math.floor(count / 2), count - 1, count]) {
      const answer = await engine.ask('allocation', { ...account, position: positions[after] });
      expect(answer).toMatchObject({ assigned: after, position: positions[after] });
    }
    await engine.close();
  },
);
