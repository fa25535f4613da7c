/** Assigning, releasing and saving manual seats, checked in the order of SPEC §3 (seats). */
import { compareIds } from '#kernel/id.js';
import { Refusal } from '#kernel/refusal.js';
import { type Move, settle } from '#domain/account/capacity.js';
import {
  type Decision,
  type Situation,
  byId,
  definitionOf,
  heldBy,
  isThereForSeat,
  missingFor,
  userOf,
} from '#domain/account/situation.js';
import { type User, holds, holdsFrom } from '#domain/account/state.js';
import type { Body } from '#domain/commands.js';
import { isAwaited } from '#domain/program/programs.js';

const MANUAL = 'manual';

export function assignSeats(situation: Situation, { product, userIds }: Body<'AssignSeats'>): Decision {
  requireNamed(situation);
  requireOpen(situation, product);
  return settle(situation, [], gains(situation, product, userIds));
}

export function saveSeats(situation: Situation, { product, userIds }: Body<'SaveSeats'>): Decision {
  requireNamed(situation);
  requireOpen(situation, product);
  const assigned = gains(situation, product, userIds);
  const kept = new Set(userIds);
  const leaving = byId(situation.account.users.values()).filter(
    (user) => holdsFrom(user, product, MANUAL) && !kept.has(user.userId),
  );
  const released = leaving.flatMap((user) => releases(situation, product, user, false));
  return settle(situation, released, assigned);
}

export function releaseSeats(situation: Situation, { product, userIds, cascade }: Body<'ReleaseSeats'>): Decision {
  const users = userIds.map((userId) => userOf(situation, userId));
  return settle(
    situation,
    users.flatMap((user) => releases(situation, product, user, cascade)),
    [],
  );
}

function requireNamed({ facts }: Situation): void {
  if (facts.pricingModel === 'named') return;
  throw new Refusal(
    'pricing-model-unsupported',
    `${facts.accountId} has concurrent pricing, which has no named seats; ChangePricingModel to named first`,
  );
}

function requireOpen({ programs, facts, bounds }: Situation, product: string): void {
  if (!isAwaited(programs, 'assignment-open', product, facts.region, bounds)) return;
  throw new Refusal(
    'assignment-not-open',
    `seats of ${product} cannot be assigned yet in region ${facts.region}; see phases`,
  );
}

/** Steps 2 and 3: the manual sources that the users lack. */
function gains(situation: Situation, product: string, userIds: readonly string[]): Move[] {
  const users = userIds.map((userId) => {
    const user = userOf(situation, userId);
    if (!user.active) throw new Refusal('user-inactive', `user ${userId} is inactive; ReactivateUser first`);
    return user;
  });
  for (const user of users) {
    if (!holds(user, product)) requirePrerequisites(situation, product, user);
  }
  return users
    .filter((user) => !holdsFrom(user, product, MANUAL))
    .map(({ userId }) => ({ product, userId, source: MANUAL }));
}

function requirePrerequisites(situation: Situation, product: string, user: User): void {
  const missing = missingFor(definitionOf(situation, product), isThereFor(situation, heldBy(user)));
  if (!missing) return;
  throw new Refusal(
    'prerequisite-missing',
    `a seat of ${product} requires ${missing.join(' or ')}, which user ${user.userId} does not have`,
  );
}

/** Step 4, for one user: the manual sources that go, and with `cascade` those of the seats that lean on them. */
function releases(situation: Situation, product: string, user: User, cascade: boolean): Move[] {
  const seat = user.seats.get(product);
  if (!seat?.current) return [];
  if (!seat.sources.includes(MANUAL)) throw heldByRole(user, product);
  const released: Move[] = [{ product, userId: user.userId, source: MANUAL }];
  if (seat.sources.length > 1) return released;

  const before = heldBy(user);
  const after = new Set(before);
  after.delete(product);
  for (let left = before.size; left > 0; left -= 1) {
    const stranded = firstStranded(situation, before, after);
    if (stranded === undefined) break;
    if (!cascade) {
      throw new Refusal(
        'seat-required',
        `user ${user.userId} holds a seat of ${stranded}, which requires ${product}; release it first, or with cascade`,
      );
    }
    if (user.seats.get(stranded)!.sources.some((source) => source !== MANUAL)) throw heldByRole(user, stranded);
    released.push({ product: stranded, userId: user.userId, source: MANUAL });
    after.delete(stranded);
  }
  return released;
}

/** Of the seats still held, the first by product id that lacks what it requires and did not before. */
function firstStranded(
  situation: Situation,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): string | undefined {
  const lacks = (product: string, held: ReadonlySet<string>): boolean =>
    missingFor(definitionOf(situation, product), isThereFor(situation, held)) !== undefined;
  return [...after].sort(compareIds).find((product) => lacks(product, after) && !lacks(product, before));
}

function isThereFor({ catalog, bounds, account }: Situation, held: ReadonlySet<string>): (product: string) => boolean {
  return isThereForSeat(catalog, bounds, account, held);
}

function heldByRole({ userId }: User, product: string): Refusal {
  return new Refusal(
    'seat-held-by-role',
    `user ${userId} holds its seat of ${product} by role; change the user's roles or unlink the role`,
  );
}
