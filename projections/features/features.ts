/** `features`: what a user can use, by every product that gives the user access. */
import type { ProductDefinition } from '#domain/events.js';
import { compareIds } from '#kernel/id.js';
import { Refusal } from '#kernel/refusal.js';
import { reasonFor } from '#projections/explanations/reason.js';
import { standpoint } from '#projections/explanations/standpoint.js';
import { type View, boundsOf, requireAccount } from '#projections/view.js';

export function features(
  view: View,
  { accountId, userId }: { accountId: string; userId: string },
): { readonly features: readonly string[] } {
  requireAccount(view, accountId);
  const stand = standpoint(view, accountId, userId);
  const { user } = stand;
  if (!user) throw new Refusal('user-not-found', `there is no user ${userId} in the state asked about`);
  const granted = view.catalog
    .products(boundsOf(view))
    .filter((product) => reasonFor(stand, product).access)
    .flatMap((product) => featuresFor(stand.definition(product)!, user.roles));
  return { features: [...new Set(granted)].sort(compareIds) };
}

function featuresFor(definition: ProductDefinition, roles: readonly string[]): string[] {
  return definition.features
    .filter((feature) => typeof feature === 'string' || feature.roles.some((role) => roles.includes(role)))
    .map((feature) => (typeof feature === 'string' ? feature : feature.feature));
}
