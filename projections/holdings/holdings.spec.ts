import * as fc from 'fast-check';
import { recorded } from '../../test/support/domain/asked.js';
import { NOW, day } from '../../test/support/domain/given.js';
import {
  type GivenEvent,
  assigned,
  defined,
  late,
  opened,
  registered,
  released,
} from '../../test/support/reference/given.js';

const JAN = day(1);
const world = [defined('qm'), opened(JAN), registered(JAN, 'ann'), registered(JAN, 'bob')];
const iso = (text: string): string => text.replace('Z', '.000Z');
const held = (userId: string, from: string, to: string | null = null): object => ({
  userId,
  from: iso(from),
  to: to && iso(to),
});
const deactivated = (at: string): GivenEvent => [at, 'UserDeactivated', { userId: 'ann' }];
const reactivated = (at: string): GivenEvent => [at, 'UserReactivated', { userId: 'ann' }];

async function holdings(events: readonly GivenEvent[], of: object = {}): Promise<unknown> {
  const { ask } = await recorded(...world, ...events);
  return (await ask('holdings', { product: 'qm', ...of }))['holdings'];
}

describe('every interval of holding, by (userId, from)', () => {
  test('to is null while held', async () => {
    const events = [
      assigned(day(2), 'bob', 'qm'),
      assigned(day(3), 'ann', 'qm'),
      released(day(5), 'ann', 'qm'),
      assigned(day(7), 'ann', 'qm'),
    ];
    const all = [held('ann', day(3), day(5)), held('ann', day(7)), held('bob', day(2))];
    expect(await holdings(events)).toEqual(all);
    expect(await holdings(events, { userId: 'ann' })).toEqual(all.slice(0, 2));
    expect(await holdings(events, { userId: 'zoe' })).toEqual([]);
  });

  test('touching intervals are one unbroken holding', async () => {
    const touching = [
      assigned(day(2), 'ann', 'qm'),
      released(day(5), 'ann', 'qm'),
      assigned(day(5), 'ann', 'qm', 'role:agent'),
    ];
    expect(await holdings(touching)).toEqual([held('ann', day(2))]);
    expect(
      await holdings([...touching, deactivated(day(9)), reactivated(day(9)), assigned(day(9), 'ann', 'qm')]),
    ).toEqual([held('ann', day(2))]);
  });

  test('a holding of no length never was, in any answer', async () => {
    const blink = [assigned(day(5), 'ann', 'qm'), released(day(5), 'ann', 'qm')];
    expect(await holdings(blink)).toEqual([]);
    expect(await holdings([...blink, ...blink, assigned(day(5), 'ann', 'qm')])).toEqual([held('ann', day(5))]);
    const around = [
      assigned(day(2), 'ann', 'qm'),
      released(day(5), 'ann', 'qm'),
      ...blink,
      assigned(day(7), 'ann', 'qm'),
      released(day(7), 'ann', 'qm'),
    ];
    expect(await holdings(around)).toEqual([held('ann', day(2), day(5))]);
    const { ask } = await recorded(...world, ...blink);
    expect(await ask('explain', { userId: 'ann', product: 'qm', at: day(5) })).toMatchObject({
      reason: 'never-assigned',
      decisive: null,
    });
    expect(await ask('peak', { product: 'qm', month: '2026-01' })).toMatchObject({
      assigned: { quantity: 0, at: null },
    });
    expect(await ask('allocation', { product: 'qm', at: day(5) })).toMatchObject({ assigned: 0, seats: [] });
    expect(await ask('overview', { product: 'qm', at: day(5) })).toMatchObject({ users: [] });
  });

  test('a late fact makes of one holding two, of two touching ones one, and of one none', async () => {
    const whole = [assigned(day(2), 'ann', 'qm')];
    const gap = [late(released(day(4), 'ann', 'qm'), day(20)), late(assigned(day(6), 'ann', 'qm'), day(20))];
    expect(await holdings([...whole, ...gap])).toEqual([held('ann', day(2), day(4)), held('ann', day(6))]);
    expect(await holdings([...whole, ...gap], { knownAt: day(19) })).toEqual([held('ann', day(2))]);
    const never = late(released(day(2), 'ann', 'qm'), day(21));
    expect(await holdings([...whole, never])).toEqual([]);
  });
});

/** Some days of seats that come and go, more than one page and one base of them. */
const manyMoves = (() => {
  const move = fc.record({
    minutes: fc.integer({ min: 0, max: 2 }),
    user: fc.constantFrom('ann', 'bob'),
    kind: fc.constantFrom('gain', 'gain', 'lose', 'lose', 'out', 'in'),
    source: fc.constantFrom('manual', 'role:agent'),
  });
  return fc.array(move, { minLength: 70, maxLength: 160 }).map((moves) => {
    let at = Date.parse(day(2));
    return moves.map(({ minutes, user, kind, source }): GivenEvent => {
      at += minutes * 60_000;
      const instant = new Date(at).toISOString();
      if (kind === 'gain') return assigned(instant, user, 'qm', source);
      if (kind === 'lose') return released(instant, user, 'qm', source);
      return [instant, kind === 'out' ? 'UserDeactivated' : 'UserReactivated', { userId: user }];
    });
  });
})();

/** Who holds the product after all events effective at an instant: minute by minute, from the events themselves. */
function slowHoldings(events: readonly GivenEvent[]): object[] {
  const instants = [...new Set(events.map(([at]) => at))];
  const found: { userId: string; from: string; to: string | null }[] = [];
  for (const userId of ['ann', 'bob']) {
    let open: { userId: string; from: string; to: string | null } | undefined;
    for (const instant of instants) {
      const sources = new Set<unknown>();
      let active = true;
      for (const [at, type, data] of events) {
        if (at > instant || data['userId'] !== userId) continue;
        if (type === 'UserDeactivated') {
          active = false;
          sources.clear();
        } else if (type === 'UserReactivated') active = true;
        else if (type === 'SeatReleased') sources.delete(data['source']);
        else if (active) sources.add(data['source']);
      }
      if (sources.size > 0 && !open) found.push((open = { userId, from: instant, to: null }));
      if (sources.size === 0 && open) {
        open.to = instant;
        open = undefined;
      }
    }
  }
  return found;
}

test('holdings of no length, touching ones and same-instant moves, over pages and bases, at any knownAt', async () => {
  await fc.assert(
    fc.asyncProperty(manyMoves, fc.double({ min: 0, max: 1, noNaN: true }), async (moves, part) => {
      const { ask, engine } = await recorded(...world, ...moves);
      expect((await ask('holdings', { product: 'qm' }))['holdings']).toEqual(slowHoldings(moves));
      const instant = moves[Math.floor(part * (moves.length - 1))]![0];
      const until = slowHoldings(moves.filter(([at]) => at <= instant));
      expect((await ask('holdings', { product: 'qm', knownAt: instant }))['holdings']).toEqual(until);
      const { seats } = await ask('allocation', { product: 'qm', at: instant });
      const running = (until as { userId: string; from: string; to: string | null }[]).filter(({ to }) => to === null);
      expect((seats as { userId: string; since: string }[]).map(({ userId, since }) => [userId, since])).toEqual(
        running.map(({ userId, from }) => [userId, from]),
      );
      await engine.close();
    }),
    { numRuns: 40 },
  );
});

test('a holding that is ended and begun at one instant is unbroken wherever a page or a base falls between the two', async () => {
  const FILLERS_MAX = 130;
  for (let fillers = 55; fillers <= FILLERS_MAX; fillers += 1) {
    const minute = (count: number): string => new Date(Date.parse(day(3)) + count * 60_000).toISOString();
    const moves = Array.from({ length: fillers }, (_, index) =>
      index % 2 === 0 ? assigned(minute(index), 'bob', 'qm') : released(minute(index), 'bob', 'qm'),
    );
    const turn = minute(fillers);
    const swap = [released(turn, 'ann', 'qm'), assigned(turn, 'ann', 'qm', 'role:agent')];
    const blink = [assigned(turn, 'bob', 'qm', 'role:lead'), released(turn, 'bob', 'qm', 'role:lead')];
    const { ask, engine } = await recorded(...world, assigned(day(2), 'ann', 'qm'), ...moves, ...swap, ...blink);
    const { seats } = await ask('allocation', { product: 'qm', at: turn });
    expect((seats as object[])[0]).toEqual({ userId: 'ann', since: iso(day(2)), sources: ['role:agent'] });
    expect(seats).toHaveLength(1 + (fillers % 2));
    expect((await ask('holdings', { product: 'qm', userId: 'ann' }))['holdings']).toEqual([held('ann', day(2))]);
    await engine.close();
  }
});

test('seats only: wrong-product-kind of a product that nobody holds seats of', async () => {
  const { ask } = await recorded(...world, defined('hall', { provisioning: 'account-wide' }));
  await expect(ask('holdings', { product: 'hall' })).rejects.toMatchObject({ code: 'wrong-product-kind' });
  await expect(ask('holdings', { product: 'gone' })).rejects.toMatchObject({ code: 'product-not-found' });
  await expect(ask('holdings', { product: 'qm', accountId: 'gone' })).rejects.toMatchObject({
    code: 'account-not-found',
  });
  await expect(ask('holdings', { product: 'qm', at: NOW })).rejects.toMatchObject({ code: 'invalid-input' });
});
