/** The guard on a real service: what each route asks for is asked before anything of it is looked at. */
import 'reflect-metadata';
import {
  type ArgumentsHost,
  Body,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Module,
  Param,
  type PipeTransform,
  Post,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '#kernel/refusal.js';
import { AUDIENCE, ISSUER, type Issuer, startIssuer } from '../../../test/support/issuer.js';
import { requireCorrect, requireOpen } from './admit.js';
import { verifierFor } from './bearer.js';
import { Forbidden, Unauthenticated } from './denied.js';
import type { Principal } from './grants.js';
import { Bearer } from './guard.js';
import { AuthModule } from './module.js';
import { May } from './policy.js';
import { Routes } from './routes.js';

/** What was looked at: of a request that is denied, nothing. */
const looked: string[] = [];
const ACCOUNTS = ['acme', 'zeta'];

class Looking implements PipeTransform {
  transform(value: unknown): unknown {
    looked.push('body');
    return value;
  }
}

@Controller('v1')
class Ledger {
  @Get('health')
  @May({ kind: 'open' })
  health(): object {
    return { live: true };
  }

  @Get('accounts')
  @May({ kind: 'any' })
  accounts(@Bearer() { accounts }: Principal): object {
    return { accounts: ACCOUNTS.filter((account) => accounts === '*' || accounts.includes(account)) };
  }

  @Get('accounts/:accountId')
  @May({ kind: 'account', anyOf: ['licensing.view', 'audit.read'] })
  account(@Param('accountId') accountId: string, @Bearer() { actor }: Principal): object {
    looked.push(accountId);
    if (ACCOUNTS.includes(accountId)) return { accountId, actor };
    throw new Refusal('account-not-found', `there is no account ${accountId}`);
  }

  @Post('accounts/:accountId/seats')
  @May({ kind: 'account', anyOf: ['licensing.update'] })
  assign(
    @Param('accountId') accountId: string,
    @Body(Looking) body: { effectiveAt?: string },
    @Bearer() principal: Principal,
  ): object {
    if (body.effectiveAt !== undefined) requireCorrect(principal, accountId);
    return { accountId, actor: principal.actor };
  }

  @Post('accounts')
  @May({ kind: 'any' })
  open(@Body() { accountId }: { accountId: string }, @Bearer() principal: Principal): object {
    requireOpen(principal, accountId);
    return { accountId };
  }

  @Post('products')
  @May({ kind: 'global', anyOf: ['catalog.admin'] })
  define(): object {
    return { defined: true };
  }
}

/** What the service says of an error, in short. */
@Catch()
class Problems implements ExceptionFilter {
  catch(error: Error, host: ArgumentsHost): void {
    const [status, challenge] =
      error instanceof Unauthenticated
        ? [401, error.challenge]
        : error instanceof Forbidden
          ? [403, error.challenge]
          : [error instanceof Refusal ? 404 : 500, undefined];
    const { code } = error as { code?: string };
    const reply = host
      .switchToHttp()
      .getResponse<{ status: (code: number) => { headers: (of: object) => { send: (body: object) => void } } }>();
    reply
      .status(status)
      .headers(challenge === undefined ? {} : { 'www-authenticate': challenge })
      .send({ code, detail: error.message });
  }
}

let issuer: Issuer;
let app: NestFastifyApplication;
let url: string;

async function serve(controller: new () => object): Promise<NestFastifyApplication> {
  const keys = { kind: 'provider', jwksUrl: issuer.jwksUrl, issuer: ISSUER, audience: AUDIENCE } as const;
  const auth = AuthModule.of(await verifierFor({ keys }));
  @Module({ imports: [auth], controllers: [controller], providers: [{ provide: APP_FILTER, useClass: Problems }] })
  class Service {}
  return NestFactory.create<NestFastifyApplication>(Service, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
}

beforeAll(async () => {
  issuer = await startIssuer();
  app = await serve(Ledger);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await issuer.close();
});
beforeEach(() => looked.splice(0));

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param grants undefined for a caller without a token */
async function ask(method: 'GET' | 'POST', path: string, grants?: object, body?: object): Promise<Answered> {
  const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
  if (grants) headers['authorization'] = `Bearer ${await issuer.token({ grants })}`;
  const response = await fetch(`${url}/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const { date: _, ...others } = Object.fromEntries(response.headers);
  return { status: response.status, body: await response.json(), headers: others };
}

const forbidden = (detail: string): object => ({ status: 403, body: { code: 'forbidden', detail } });

describe('without a token', () => {
  test('an open route answers, also to whoever has one that is of no use', async () => {
    expect(await ask('GET', 'health')).toMatchObject({ status: 200 });
    const response = await fetch(`${url}/v1/health`, { headers: { authorization: 'Bearer nonsense' } });
    expect(response.status).toBe(200);
  });

  test.each<['GET' | 'POST', string]>([
    ['GET', 'accounts'],
    ['GET', 'accounts/acme'],
    ['POST', 'accounts/acme/seats'],
    ['POST', 'accounts'],
    ['POST', 'products'],
  ])('%s %s is not answered, and says what it needs', async (method, path) => {
    const answered = await ask(method, path, undefined, method === 'POST' ? { accountId: 'acme' } : undefined);
    expect(answered).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
      headers: { 'www-authenticate': 'Bearer realm="seatledger"' },
    });
    expect(looked).toEqual([]);
  });

  test('a token that is refused is told so, by RFC 6750', async () => {
    const response = await fetch(`${url}/v1/accounts`, { headers: { authorization: 'Bearer nonsense' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="seatledger", error="invalid_token", error_description="[^"]+"$/,
    );
  });
});

describe('on an account', () => {
  test('each of the grants that the route names will do, for the account or for every account', async () => {
    for (const grant of ['licensing.view', 'audit.read']) {
      for (const account of ['acme', '*']) {
        const answered = await ask('GET', 'accounts/acme', { [account]: [grant] });
        expect(answered).toMatchObject({ status: 200, body: { accountId: 'acme', actor: 'ana' } });
      }
    }
  });

  test('who knows the account but lacks the grant is told which would do, and nothing is looked at', async () => {
    const detail = 'This needs the grant licensing.view or audit.read on the account acme.';
    for (const account of ['acme', '*']) {
      expect(await ask('GET', 'accounts/acme', { [account]: ['billing.read'] })).toMatchObject(forbidden(detail));
    }
    const body = { effectiveAt: '2026-01-01T00:00:00Z' };
    expect((await ask('POST', 'accounts/acme/seats', { acme: ['licensing.view'] }, body)).status).toBe(403);
    expect(looked).toEqual([]);
  });

  test("another tenant's account answers exactly as one that does not exist, and is not looked at", async () => {
    for (const grants of [{ acme: ['licensing.view', 'licensing.update'] }, { acme: [] }, {}]) {
      const [there, missing] = [await ask('GET', 'accounts/zeta', grants), await ask('GET', 'accounts/none', grants)];
      expect(there).toEqual({ ...missing, body: { code: 'account-not-found', detail: 'there is no account zeta' } });
      expect(missing).toMatchObject({ status: 404, body: { code: 'account-not-found' } });
      expect(await ask('POST', 'accounts/zeta/seats', grants, { seats: 'nonsense' })).toMatchObject({ status: 404 });
    }
    expect(looked).toEqual([]);
    const own = await ask('GET', 'accounts/none', { none: ['licensing.view'] });
    expect(own).toEqual(await ask('GET', 'accounts/none', { acme: ['licensing.view'] }));
  });

  test('no way of writing a path makes one account another', async () => {
    const grants = { acme: ['licensing.view'] };
    for (const path of [
      '%2A',
      '*',
      'ACME',
      'acme%20',
      'zeta%2Facme',
      'acme%00',
      '__proto__',
      'constructor',
      '%2e%2e%2facme',
    ]) {
      expect([path, (await ask('GET', `accounts/${path}`, grants)).status]).toEqual([path, 404]);
    }
    expect(looked).toEqual([]);
    expect((await ask('GET', 'accounts/%61cme', grants)).status).toBe(200);
  });

  test('a late fact needs licensing.correct beside', async () => {
    const late = { effectiveAt: '2026-01-01T00:00:00Z' };
    const lacking = await ask('POST', 'accounts/acme/seats', { acme: ['licensing.update'] }, late);
    expect(lacking).toMatchObject(forbidden('This needs the grant licensing.correct on the account acme.'));
    for (const account of ['acme', '*']) {
      const grants = { [account]: ['licensing.update', 'licensing.correct'] };
      expect((await ask('POST', 'accounts/acme/seats', grants, late)).status).toBe(201);
    }
    expect((await ask('POST', 'accounts/acme/seats', { acme: ['licensing.update'] }, {})).status).toBe(201);
    expect((await ask('POST', 'accounts/acme/seats', { acme: ['licensing.correct'] }, late)).status).toBe(403);
  });

  test('an account is opened by whoever may update it, and its name tells others nothing', async () => {
    const open = (grants: object): Promise<Answered> => ask('POST', 'accounts', grants, { accountId: 'zeta' });
    expect((await open({ zeta: ['licensing.update'] })).status).toBe(201);
    expect((await open({ '*': ['licensing.update'] })).status).toBe(201);
    expect((await open({ zeta: ['licensing.view'] })).status).toBe(403);
    expect(await open({ acme: ['licensing.update'] })).toMatchObject({
      status: 404,
      body: { code: 'account-not-found' },
    });
  });
});

describe('on what all accounts share', () => {
  test('a grant on one account is none', async () => {
    expect((await ask('POST', 'products', { '*': ['catalog.admin'] }, {})).status).toBe(201);
    const detail = 'This needs the grant catalog.admin on * (every account).';
    for (const grants of [{ acme: ['catalog.admin', 'licensing.view'] }, { '*': ['program.admin'] }, {}]) {
      expect(await ask('POST', 'products', grants, {})).toMatchObject(forbidden(detail));
    }
  });

  test('a list shows the accounts that one has a grant on; grants on the catalog show none', async () => {
    const seen = async (grants: object): Promise<unknown> => (await ask('GET', 'accounts', grants)).body;
    expect(await seen({ acme: ['billing.read'], none: ['audit.read'] })).toEqual({ accounts: ['acme'] });
    expect(await seen({ '*': ['audit.read'] })).toEqual({ accounts: ['acme', 'zeta'] });
    expect(await seen({ '*': ['catalog.admin'] })).toEqual({ accounts: [] });
    expect(await seen({ '*': ['catalog.admin'], zeta: ['audit.read'] })).toEqual({ accounts: ['zeta'] });
  });

  test('a token without a grant that is known is of no use', async () => {
    for (const grants of [{}, { acme: ['moon.walk'] }, { acme: ['catalog.admin'] }, { '*': [] }]) {
      expect(await ask('GET', 'accounts', grants)).toMatchObject(
        forbidden('This needs a token with a grant; yours gives none.'),
      );
    }
  });
});

describe('every route has a policy, or the service does not start', () => {
  test('all are known with it', () => {
    const routes = app.get(Routes).all();
    expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/health',
      'GET /v1/accounts',
      'GET /v1/accounts/:accountId',
      'POST /v1/accounts/:accountId/seats',
      'POST /v1/accounts',
      'POST /v1/products',
    ]);
    expect(routes.every(({ policy }) => policy !== undefined)).toBe(true);
  });

  @Controller('v1/plain')
  class WithoutPolicy {
    @Get()
    plain(): void {}

    @Get('more')
    @May({ kind: 'open' })
    more(): void {}
  }

  @Controller(['v1/accounts/:accountId', 'v2/accounts/:id'])
  class AboutNoAccount {
    @Get('seats')
    @May({ kind: 'account', anyOf: ['licensing.view'] })
    seats(): void {}
  }

  @Controller('v1')
  class ForNobody {
    @Get('secret')
    @May({ kind: 'global', anyOf: [] })
    secret(): void {}
  }

  @Controller('v1/heirs')
  class Heir extends WithoutPolicy {}

  test.each<[string, new () => object, string]>([
    ['none', WithoutPolicy, 'GET /v1/plain (WithoutPolicy.plain) has no policy'],
    ['none that it has inherited', Heir, 'GET /v1/heirs (Heir.plain) has no policy'],
    [
      'one about an account on a path without one',
      AboutNoAccount,
      'GET /v2/accounts/:id/seats (AboutNoAccount.seats) has a policy about an account, but no :accountId in its path',
    ],
    ['one that nobody fulfils', ForNobody, 'GET /v1/secret (ForNobody.secret) has a policy that nobody fulfils'],
  ])('%s', async (_, controller, defect) => {
    const service = await serve(controller);
    await expect(service.init()).rejects.toThrow(`routes that nobody may serve: ${defect}`);
    await service.close().catch(() => undefined);
  });
});
