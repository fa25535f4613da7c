/** The guard of every route: who asks is known by the token, and what is not allowed by the route's policy is denied. */
import { type CanActivate, type ExecutionContext, Inject, Injectable, createParamDecorator } from '@nestjs/common';
import { admit } from './admit.js';
import type { Verifier } from './bearer.js';
import type { Principal } from './grants.js';
import { ACCOUNT_PARAMETER, policyOf } from './policy.js';

export const VERIFIER = Symbol('Verifier');

/** What of Fastify's request tells who asks for what. */
interface Asked {
  readonly headers: { readonly authorization?: string };
  readonly params: Readonly<Record<string, string | undefined>>;
}

const principals = new WeakMap<object, Principal>();

@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(@Inject(VERIFIER) private readonly verifier: Verifier) {}

  /** @throws Unauthenticated, KeysUnavailable, Forbidden, Refusal */
  async canActivate(context: ExecutionContext): Promise<true> {
    const policy = policyOf(context.getHandler());
    // The start fails before that; what is not known to be allowed is never let through.
    if (!policy) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no policy`);
    if (policy.kind === 'open') return true;
    const request = context.switchToHttp().getRequest<Asked>();
    const principal = await this.verifier.verify(request.headers.authorization);
    admit(principal, policy, request.params[ACCOUNT_PARAMETER]);
    principals.set(request, principal);
    return true;
  }
}

/** Who asks, for a route that is not open. */
export function principalOfRequest(request: object): Principal {
  const principal = principals.get(request);
  if (!principal) throw new Error('a request that was let in without a token has no principal');
  return principal;
}

/** Who asked, for a log; undefined where nobody was let in. */
export function actorOfRequest(request: object): string | undefined {
  return principals.get(request)?.actor;
}

/** Who asks, as a parameter of a controller's method. */
export const Bearer = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  principalOfRequest(context.switchToHttp().getRequest<Asked>()),
);
