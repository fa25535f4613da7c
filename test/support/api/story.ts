/** What a story is told with: a service on files, a clock that moves as the story does, and people who come with their grants. */
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, GLOBAL_GRANTS, type Grant } from '#access/grants.js';
import { standingClock } from '#application/clock.js';
import { type Body, Problem, type Seatledger, seatledger } from '../../../sdk/client.js';
import { instant } from '../ledger.js';
import { type TestService, serveOnFiles } from './service.js';

export interface Story {
  readonly service: TestService;
  /** Whoever may do anything. */
  readonly vendor: Seatledger;
  /** Moves the clock; phases start as they are due on the way. */
  at(time: string): Promise<void>;
  /** Somebody with grants on an account, or on `*`. */
  person(name: string, accountId: string, ...grants: readonly Grant[]): Promise<Seatledger>;
  /** Defines a product with its list price. */
  sells(product: string, definition: Definition, price: Price): Promise<void>;
  /** An account with its users, each called as its id. */
  opens(accountId: string, facts: Partial<Body<'OpenAccount'>>, ...userIds: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

type Definition = Omit<Body<'DefineProduct'>, 'product' | 'name'>;
type Price = Partial<Pick<Body<'SetPrice'>, 'currency' | 'uncommitted' | 'breakdown'>> & { readonly committed: string };

export async function beginStory(start: string): Promise<Story> {
  const clock = standingClock(instant(start));
  const service = await serveOnFiles(clock);
  const { scheduler } = service.engine;
  const person: Story['person'] = async (name, accountId, ...grants) =>
    seatledger({ url: service.url, token: await service.token({ [accountId]: grants }, name) });
  const vendor = await person('vendor', EVERY_ACCOUNT, ...ACCOUNT_GRANTS, ...GLOBAL_GRANTS);
  return {
    service,
    vendor,
    person,
    async at(time) {
      const until = instant(time);
      for (let owed = await scheduler.next(until); owed; owed = await scheduler.next(until)) {
        if (owed.startsAt > clock.now()) clock.moveTo(owed.startsAt);
        await scheduler.run();
      }
      clock.moveTo(until);
    },
    async sells(product, definition, price) {
      await vendor.do('DefineProduct', { product, name: product, ...definition });
      const validFrom = new Date(clock.now()).toISOString();
      await vendor.do('SetPrice', { product, currency: 'EUR', validFrom, ...price });
    },
    async opens(accountId, facts, ...userIds) {
      const usual = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR' };
      await vendor.do('OpenAccount', {
        accountId,
        name: accountId,
        ...usual,
        pricingModel: 'named',
        billing: 'monthly',
        ...facts,
      });
      for (const userId of userIds) await vendor.do('RegisterUser', { accountId, userId, name: userId });
    },
    end: () => service.close(),
  };
}

/** What a call was refused with. */
export async function refusalOf(asked: Promise<unknown>): Promise<Problem> {
  const problem = await asked.then(
    (answer) => new Error(`it was not refused, but answered ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );
  if (problem instanceof Problem) return problem;
  throw problem;
}

/** What is at a permalink, to the byte. */
export async function textAt(person: Seatledger, permalink: string): Promise<string> {
  const { data } = await person.http.request('get', permalink as '/v1/accounts', { parseAs: 'text' });
  return String(data);
}
