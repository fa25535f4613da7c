import { recorded } from '../../test/support/domain/asked.js';
import { day } from '../../test/support/domain/given.js';
import { type GivenEvent, assigned, defined, opened, registered } from '../../test/support/reference/given.js';

const JAN = day(1);
const qm = defined('qm', { features: ['score', { feature: 'coach', roles: ['lead', 'boss'] }, 'listen'] });

async function features(roles: readonly string[], ...events: readonly GivenEvent[]): Promise<unknown> {
  const { ask } = await recorded(qm, opened(JAN), registered(JAN, 'ann', roles), ...events);
  return (await ask('features', { userId: 'ann' }))['features'];
}

test('sorted names, role-limited ones only with such a role', async () => {
  const seat = assigned(day(2), 'ann', 'qm');
  expect(await features([], seat)).toEqual(['listen', 'score']);
  expect(await features(['agent'], seat)).toEqual(['listen', 'score']);
  expect(await features(['boss'], seat)).toEqual(['coach', 'listen', 'score']);
});

test('of every product that gives the user access, each name once', async () => {
  const hall = defined('hall', { provisioning: 'account-wide', features: ['archive', 'listen'] });
  expect(await features([], hall)).toEqual([]);
  expect(
    await features([], hall, assigned(day(2), 'ann', 'qm'), [day(2), 'ProductSubscribed', { product: 'hall' }]),
  ).toEqual(['archive', 'listen', 'score']);
});

test('includes grants the features of those products, and not of what they include', async () => {
  const suite = defined('suite', { includes: ['qm'], features: ['all'] });
  const bundle = defined('bundle', { includes: ['suite'] });
  expect(await features([], suite, bundle, assigned(day(2), 'ann', 'suite'))).toEqual(['all', 'listen', 'score']);
  expect(await features([], suite, bundle, assigned(day(2), 'ann', 'bundle'))).toEqual(['all']);
});

test('overview with product: only who holds it', async () => {
  const { ask } = await recorded(
    qm,
    defined('cr'),
    opened(JAN),
    registered(JAN, 'bob'),
    registered(JAN, 'ann'),
    assigned(day(2), 'ann', 'qm'),
    assigned(day(2), 'ann', 'cr'),
  );
  expect((await ask('overview', { product: 'qm' }))['users']).toEqual([
    { userId: 'ann', active: true, products: ['cr', 'qm'] },
  ]);
  expect((await ask('overview'))['users']).toEqual([
    { userId: 'ann', active: true, products: ['cr', 'qm'] },
    { userId: 'bob', active: true, products: [] },
  ]);
});
