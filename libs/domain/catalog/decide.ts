/** What a catalog command may do: define, price and put on sale (SPEC §3, catalog). */
import type { Instant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { Bounds } from '#domain/bounds.js';
import type { Catalog } from '#domain/catalog/catalog.js';
import type { Body, CatalogCommand } from '#domain/commands.js';
import type { CatalogEvent } from '#domain/events.js';

export interface CatalogSituation {
  readonly now: Instant;
  /** state(now, now). */
  readonly bounds: Bounds;
  readonly catalog: Catalog;
  readonly accountExists: (accountId: string) => boolean;
}

/** An event, and since when it is true. */
export interface Effective<Event> {
  readonly event: Event;
  readonly effectiveAt: Instant;
  /** Where it is not the whole command's. */
  readonly reason?: string | null | undefined;
}

/** @throws Refusal from `account-not-found` on */
export function decideCatalog(
  command: CatalogCommand,
  situation: CatalogSituation,
): readonly Effective<CatalogEvent>[] {
  const { now } = situation;
  switch (command.name) {
    case 'DefineProduct':
      return [{ event: defineProduct(command.body, situation), effectiveAt: now }];
    case 'ChangeSale': {
      const { product, sale } = command.body;
      const unchanged = requireProduct(product, situation).sale === sale;
      return unchanged ? [] : [{ event: { type: 'ProductSaleChanged', data: { product, sale } }, effectiveAt: now }];
    }
    case 'SetPrice':
      return [{ event: setPrice(command.body, situation), effectiveAt: command.body.validFrom }];
    default:
      return command satisfies never;
  }
}

function defineProduct(body: Body<'DefineProduct'>, { catalog, bounds }: CatalogSituation): CatalogEvent {
  const { commandId: _commandId, reason: _reason, overage = 'block', basePack = 0, ...definition } = body;
  const before = catalog.definition(definition.product, bounds);
  if (before && (before.provisioning !== definition.provisioning || before.units !== definition.units)) {
    throw new Refusal(
      'product-kind-fixed',
      `${before.product} is ${before.provisioning} by ${before.units}, which stays; define another product instead`,
    );
  }
  return { type: 'ProductDefined', data: { ...definition, overage, basePack } };
}

function setPrice(body: Body<'SetPrice'>, situation: CatalogSituation): CatalogEvent {
  const { product, accountId, currency, committed, uncommitted = committed, breakdown } = body;
  if (accountId !== null && !situation.accountExists(accountId)) {
    throw new Refusal('account-not-found', `there is no account ${accountId}; OpenAccount opens it`);
  }
  for (const priced of [product, ...breakdown.map((part) => part.product)]) requireProduct(priced, situation);
  return { type: 'PriceSet', data: { product, accountId, currency, committed, uncommitted, breakdown } };
}

function requireProduct(product: string, { catalog, bounds }: CatalogSituation): { readonly sale: string } {
  const definition = catalog.definition(product, bounds);
  if (!definition)
    throw new Refusal('product-not-found', `there is no product ${product}; define it with DefineProduct`);
  return definition;
}
