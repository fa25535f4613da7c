import { NOW, day, given } from '../../../test/support/domain/given.js';
import { type GivenEvent, defined, opened, priced } from '../../../test/support/reference/given.js';

const JAN = day(1);

describe('DefineProduct', () => {
  const body = { product: 'qm', name: 'qm', provisioning: 'assigned' };

  test('fills in what is left out: block, on sale, nothing free, nothing required, by seat', () => {
    given()
      .when('DefineProduct', body)
      .emits(defined('qm', { overage: 'block' }));
  });

  test('keeps everything that is told', () => {
    const told = {
      overage: 'auto-purchase',
      requires: [['a', 'b'], ['c']],
      includes: ['d'],
      exclusiveGroup: 'g',
      sale: 'not-on-sale',
      complimentary: 3,
      features: ['x', { feature: 'y', roles: ['lead'] }],
      units: 'retention',
    } as const;
    given()
      .when('DefineProduct', { ...body, ...told })
      .emits(defined('qm', told));
    given()
      .when('DefineProduct', { ...body, provisioning: 'metered', basePack: 7 })
      .emits(defined('qm', { provisioning: 'metered', overage: 'block', basePack: 7 }));
  });

  test('again replaces the whole definition from then on', () => {
    given(defined('qm', { complimentary: 5, sale: 'not-on-sale', includes: ['cr'] }))
      .when('DefineProduct', body)
      .emits(defined('qm', { overage: 'block' }));
  });

  test('DefineProduct always records, even the same again', () => {
    given(defined('qm', { overage: 'block' }))
      .when('DefineProduct', body)
      .emits(defined('qm', { overage: 'block' }));
  });

  test('provisioning and units stay, else product-kind-fixed', () => {
    given(defined('qm'))
      .when('DefineProduct', { ...body, provisioning: 'unmanaged' })
      .refuses('product-kind-fixed');
    given(defined('qm'))
      .when('DefineProduct', { ...body, units: 'retention' })
      .refuses('product-kind-fixed');
  });
});

describe('ChangeSale', () => {
  test('says only what changed; what is so already changes nothing', () => {
    given(defined('qm'))
      .when('ChangeSale', { product: 'qm', sale: 'not-on-sale' })
      .emits([NOW, 'ProductSaleChanged', { product: 'qm', sale: 'not-on-sale' }]);
    given(defined('qm')).when('ChangeSale', { product: 'qm', sale: 'on-sale' }).emits();
    given(defined('qm'), [JAN, 'ProductSaleChanged', { product: 'qm', sale: 'not-on-sale' }])
      .when('ChangeSale', { product: 'qm', sale: 'not-on-sale' })
      .emits();
  });

  test('of an unknown product: product-not-found', () => {
    given().when('ChangeSale', { product: 'qm', sale: 'on-sale' }).refuses('product-not-found');
  });
});

describe('SetPrice', () => {
  const price = { product: 'qm', currency: 'EUR', committed: '10.00', validFrom: day(1, 9) };
  const part = (product: string): object => ({ breakdown: [{ product, amount: '1.00' }] });

  test("uncommitted defaults to committed; with accountId it is that account's contract price", () => {
    given(defined('qm'))
      .when('SetPrice', price)
      .emits(priced(NOW, 'qm', '10.00'));
    given(defined('qm'), opened(JAN))
      .when('SetPrice', { ...price, accountId: 'acme', uncommitted: '12.5' })
      .emits(priced(NOW, 'qm', '10.00', { accountId: 'acme', uncommitted: '12.5' }));
  });

  test('SetPrice always records, even the same again', () => {
    given(defined('qm'), priced(JAN, 'qm', '10.00'))
      .when('SetPrice', { ...price, validFrom: JAN })
      .emits(priced(NOW, 'qm', '10.00'));
  });

  test("account-not-found, then product-not-found, of the breakdown's products too", () => {
    given()
      .when('SetPrice', { ...price, accountId: 'acme' })
      .refuses('account-not-found');
    given(opened(JAN))
      .when('SetPrice', { ...price, accountId: 'acme' })
      .refuses('product-not-found');
    given(defined('qm'))
      .when('SetPrice', { ...price, ...part('gone') })
      .refuses('product-not-found');
    given(defined('qm'), defined('cr'))
      .when('SetPrice', { ...price, ...part('cr') })
      .emitsTypes('PriceSet');
  });
});

describe('the catalog, at any bounds', () => {
  const changed = (at: string, sale: string): GivenEvent => [at, 'ProductSaleChanged', { product: 'qm', sale }];

  test('a definition is in force from its instant on, as known at a position', () => {
    const { catalog } = given(defined('qm', { complimentary: 1 }, day(2)), defined('qm', { complimentary: 2 }, day(5)));
    const at = (date: number, position = 2) => catalog.definition('qm', { ...given().bounds(day(date)), position });
    expect([1, 2, 4, 5].map((date) => at(date)?.complimentary)).toEqual([undefined, 1, 1, 2]);
    expect(at(5, 1)?.complimentary).toBe(1);
  });

  test('a sale that changed stands until changed again or defined anew, also at the same instant', () => {
    const sale = (...events: readonly GivenEvent[]): string | undefined => {
      const world = given(...events);
      return world.catalog.definition('qm', world.bounds())?.sale;
    };
    expect(sale(defined('qm', {}, JAN), changed(JAN, 'not-on-sale'))).toBe('not-on-sale');
    expect(sale(defined('qm', {}, JAN), changed(day(2), 'not-on-sale'), changed(day(3), 'on-sale'))).toBe('on-sale');
    expect(sale(defined('qm', {}, JAN), changed(day(2), 'not-on-sale'), defined('qm', {}, day(2)))).toBe('on-sale');
    expect(sale(changed(JAN, 'not-on-sale'))).toBeUndefined();
  });

  test('prices are told in the order they come into force, those of equal validFrom as recorded, whatever their validFrom', () => {
    const { catalog } = given(
      defined('qm'),
      priced(day(1, 9), 'qm', '3'),
      priced(JAN, 'qm', '1'),
      priced(day(1, 9), 'qm', '4'),
      priced(JAN, 'qm', '9', { currency: 'USD' }),
      priced(JAN, 'qm', '8', { accountId: 'acme' }),
    );
    const told = (...[currency, account, position]: [string, string | null, number]): string[] =>
      catalog.prices('qm', currency, account, position).map(({ price }) => price.committed);
    expect(told('EUR', null, 6)).toEqual(['1', '3', '4']);
    expect(told('EUR', null, 3)).toEqual(['1', '3']);
    expect(told('USD', null, 6)).toEqual(['9']);
    expect(told('EUR', 'acme', 6)).toEqual(['8']);
    expect(catalog.allPrices('qm', 5).map(({ price }) => price.committed)).toEqual(['3', '1', '4', '9']);
  });

  test('products are told by id', () => {
    const world = given(defined('z'), defined('A'), defined('a'), defined('later', {}, day(1, 12)));
    expect(world.catalog.products(world.bounds())).toEqual(['A', 'a', 'z']);
  });
});
