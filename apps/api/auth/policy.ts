/** The policy of each route, beside the route: `@May({ kind: 'account', anyOf: ['licensing.view'] })`. */
import { SetMetadata } from '@nestjs/common';
import type { Policy } from './grants.js';

/** The parameter of a path that is an account. */
export const ACCOUNT_PARAMETER = 'accountId';
const POLICY = 'seatledger:policy';

/** Of one route; a whole controller has none, so that a route added to it is not let in by its neighbours. */
export function May(policy: Policy): MethodDecorator {
  return SetMetadata(POLICY, policy);
}

export function policyOf(handler: object): Policy | undefined {
  return Reflect.getMetadata(POLICY, handler) as Policy | undefined;
}
