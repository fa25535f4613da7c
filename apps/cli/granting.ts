/** Grants as they are typed for a token: `--account acme --grant licensing.view --grant billing.read`, and how long it lives. */
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, GLOBAL_GRANTS, type Grant, isGrantOn } from '#access/grants.js';
import { isId } from '#kernel/id.js';
import { invalid } from '#kernel/refusal.js';

/** `--account` or `--grant`, in the order in which they were typed. */
export interface Typed {
  readonly flag: 'account' | 'grant';
  readonly value: string;
}

/** By account, or `*`. */
export type GivenGrants = Readonly<Record<string, readonly Grant[]>>;

export const ALL: readonly Grant[] = [...ACCOUNT_GRANTS, ...GLOBAL_GRANTS];
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const TIME = /^([1-9]\d{0,5})([mhd])$/;
const LIFETIME_DAYS_MAX = 365;

/**
 * A grant is on the account typed before it, or on every account; nothing typed is everything.
 * @throws Refusal `invalid-input`
 */
export function grantsAsTyped(typed: readonly Typed[]): GivenGrants {
  if (typed.length === 0) return { [EVERY_ACCOUNT]: ALL };
  const grants = new Map<string, Set<Grant>>();
  let account = EVERY_ACCOUNT;
  for (const { flag, value } of typed) {
    if (flag === 'account') account = checkedAccount(value);
    const onAccount = grants.get(account) ?? new Set();
    grants.set(account, onAccount);
    if (flag === 'grant') onAccount.add(checkedGrant(account, value));
  }
  const [bare] = [...grants].find(([, { size }]) => size === 0) ?? [];
  if (bare !== undefined) throw invalid('account', `at least one --grant after --account ${bare}`);
  return Object.fromEntries([...grants].map(([name, given]) => [name, [...given]]));
}

/** @throws Refusal `invalid-input` */
export function lifetimeMs(text: string): number {
  const [, count, unit] = TIME.exec(text) ?? [];
  const ms = Number(count) * (UNIT_MS[unit ?? ''] ?? NaN);
  if (ms <= LIFETIME_DAYS_MAX * UNIT_MS['d']!) return ms;
  throw invalid('expires-in', `minutes, hours or days, such as 30m, 8h or 7d, and ${LIFETIME_DAYS_MAX}d at most`);
}

function checkedAccount(account: string): string {
  if (account === EVERY_ACCOUNT || isId(account)) return account;
  throw invalid('account', `the id of an account, or * in quotes for every account, not ${JSON.stringify(account)}`);
}

function checkedGrant(account: string, name: string): Grant {
  if (isGrantOn(account, name)) return name;
  if (isGrantOn(EVERY_ACCOUNT, name))
    throw invalid('grant', `${name} on * only, so before any --account, or after --account '*'`);
  throw invalid('grant', `one of ${ALL.join(', ')}, not ${JSON.stringify(name)}`);
}
