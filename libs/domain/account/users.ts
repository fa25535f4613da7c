/** Users, their roles, and the seats that roles give (SPEC §3, accounts, users, roles). */
import { compareIds } from '#kernel/id.js';
import { Refusal } from '#kernel/refusal.js';
import { type Move, settle } from '#domain/account/capacity.js';
import { type Decision, type Situation, byId, definitionOf, userOf } from '#domain/account/situation.js';
import { type User, holdersOf, holdingsOf, holdsFrom } from '#domain/account/state.js';
import type { Body } from '#domain/commands.js';

export function registerUser(situation: Situation, { userId, name, roles }: Body<'RegisterUser'>): Decision {
  if (situation.known.users.has(userId)) {
    throw new Refusal('user-exists', `user ${userId} is registered already; choose another userId`);
  }
  return [
    { type: 'UserRegistered', data: { userId, name, roles } },
    ...followRoles(situation, userId, roles, undefined),
  ];
}

export function changeRoles(situation: Situation, { userId, roles }: Body<'ChangeRoles'>): Decision {
  const user = userOf(situation, userId);
  const changed: Decision = sameSet(user.roles, roles) ? [] : [{ type: 'UserRolesChanged', data: { userId, roles } }];
  return user.active ? [...changed, ...followRoles(situation, userId, roles, user)] : changed;
}

export function deactivateUser(situation: Situation, { userId }: Body<'DeactivateUser'>): Decision {
  return userOf(situation, userId).active ? [{ type: 'UserDeactivated', data: { userId } }] : [];
}

export function reactivateUser(situation: Situation, { userId }: Body<'ReactivateUser'>): Decision {
  const user = userOf(situation, userId);
  const changed: Decision = user.active ? [] : [{ type: 'UserReactivated', data: { userId } }];
  return [...changed, ...followRoles(situation, userId, user.roles, user)];
}

export function linkRole(situation: Situation, { role, product }: Body<'LinkRole'>): Decision {
  requireNoConflict(situation, role, product);
  const linked = holdingsOf(situation.account, product).linkedRoles.has(role);
  const source = roleSource(role);
  const gaining = byId(situation.account.users.values()).filter(
    (user) => user.active && user.roles.includes(role) && !holdsFrom(user, product, source),
  );
  return [
    ...(linked ? [] : [{ type: 'RoleLinked', data: { role, product } } as const]),
    ...settle(
      situation,
      [],
      gaining.map(({ userId }) => ({ product, userId, source })),
    ),
  ];
}

export function unlinkRole(situation: Situation, { role, product }: Body<'UnlinkRole'>): Decision {
  const linked = holdingsOf(situation.account, product).linkedRoles.has(role);
  const source = roleSource(role);
  const losing = [...holdersOf(situation.account, product)]
    .filter((userId) => holdsFrom(userOf(situation, userId), product, source))
    .sort(compareIds);
  return [
    ...(linked ? [{ type: 'RoleUnlinked', data: { role, product } } as const] : []),
    ...settle(
      situation,
      losing.map((userId) => ({ product, userId, source })),
      [],
    ),
  ];
}

/** What makes an active user's role sources equal what links and roles say; `user` as it stands before the command. */
function followRoles(situation: Situation, userId: string, roles: readonly string[], user: User | undefined): Decision {
  const released: Move[] = [];
  const assigned: Move[] = [];
  for (const product of new Set([...situation.account.holdings.keys(), ...(user?.seats.keys() ?? [])])) {
    const { linkedRoles } = holdingsOf(situation.account, product);
    const due = roles.filter((role) => linkedRoles.has(role)).map(roleSource);
    const has = user?.seats.get(product)?.sources.filter(isRoleSource) ?? [];
    const move = (source: string): Move => ({ product, userId, source });
    released.push(...has.filter((source) => !due.includes(source)).map(move));
    assigned.push(
      ...due
        .filter((source) => !has.includes(source))
        .sort(compareIds)
        .map(move),
    );
  }
  return settle(situation, released, assigned);
}

function requireNoConflict(situation: Situation, role: string, product: string): void {
  const { exclusiveGroup } = definitionOf(situation, product);
  if (exclusiveGroup === null) return;
  const rival = [...situation.account.holdings].find(
    ([other, { linkedRoles }]) =>
      other !== product &&
      linkedRoles.has(role) &&
      situation.catalog.definition(other, situation.bounds)?.exclusiveGroup === exclusiveGroup,
  );
  if (!rival) return;
  throw new Refusal(
    'role-conflict',
    `role ${role} is linked to ${rival[0]}, which is in the exclusive group ${exclusiveGroup} too; UnlinkRole that first`,
  );
}

function roleSource(role: string): string {
  return `role:${role}`;
}

function isRoleSource(source: string): boolean {
  return source.startsWith('role:');
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((item) => set.has(item));
}
