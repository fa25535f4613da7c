/**
 * The catalog over both clocks: every definition and price ever recorded, asked at any bounds.
 * It is small and held whole; an answer never replays it.
 */
import { compareIds } from '#kernel/id.js';
import type { Instant } from '#kernel/instant.js';
import { type Bounds, type Dated, insertDated, isWithin, lastWithin } from '#domain/bounds.js';
import type { CatalogEvent, Fact, Price, ProductDefinition } from '#domain/events.js';

interface DefinitionVersion extends Dated {
  readonly definition: ProductDefinition;
}

/** A price and when it comes into force; `position` says when it was known. */
export interface PriceVersion extends Dated {
  readonly price: Price;
}

/** What decisions and answers may ask of the catalog. */
export interface Catalog {
  /** The definition in force, or undefined where the product is not defined within the bounds. */
  definition(product: string, bounds: Bounds): ProductDefinition | undefined;
  /** Instants after `from` and up to `to` at which a definition of the product came into force. */
  definitionChanges(product: string, from: Instant, to: Instant, position: number): Instant[];
  /** Products defined within the bounds, by id. */
  products(bounds: Bounds): string[];
  /** Prices known at a position, whatever their validFrom, in the fold's order; `accountId` null: the list's. */
  prices(product: string, currency: string, accountId: string | null, position: number): PriceVersion[];
  /** All prices of a product known at a position. */
  allPrices(product: string, position: number): PriceVersion[];
}

export interface CatalogHistory extends Catalog {
  apply(fact: Fact<CatalogEvent>): void;
}

export function emptyCatalog(): CatalogHistory {
  const definitions = new Map<string, DefinitionVersion[]>();
  const sales = new Map<string, (Dated & { readonly sale: ProductDefinition['sale'] })[]>();
  const prices = new Map<string, PriceVersion[]>();
  const priceKeys = new Map<string, Set<string>>();

  const priceKey = (product: string, currency: string, accountId: string | null): string =>
    JSON.stringify([product, currency, accountId]);

  return {
    apply(fact) {
      const dated = { effectiveAt: fact.effectiveAt, position: fact.position };
      const { event } = fact;
      switch (event.type) {
        case 'ProductDefined':
          insertDated(listIn(definitions, event.data.product), { ...dated, definition: event.data });
          break;
        case 'ProductSaleChanged':
          insertDated(listIn(sales, event.data.product), { ...dated, sale: event.data.sale });
          break;
        case 'PriceSet': {
          const { product, currency, accountId } = event.data;
          const key = priceKey(product, currency, accountId);
          insertDated(listIn(prices, key), { ...dated, price: event.data });
          const keys = priceKeys.get(product) ?? new Set();
          priceKeys.set(product, keys.add(key));
          break;
        }
        default:
          event satisfies never;
      }
    },

    definition(product, bounds) {
      const defined = lastWithin(definitions.get(product) ?? [], bounds);
      if (!defined) return undefined;
      const sold = lastWithin(sales.get(product) ?? [], bounds);
      return sold && (sold.effectiveAt - defined.effectiveAt || sold.position - defined.position) > 0
        ? { ...defined.definition, sale: sold.sale }
        : defined.definition;
    },

    definitionChanges(product, from, to, position) {
      return (definitions.get(product) ?? [])
        .filter((version) => version.effectiveAt > from && isWithin(version, { at: to, position }))
        .map((version) => version.effectiveAt);
    },

    products(bounds) {
      return [...definitions.keys()].filter((product) => this.definition(product, bounds)).sort(compareIds);
    },

    prices(product, currency, accountId, position) {
      const known = prices.get(priceKey(product, currency, accountId)) ?? [];
      return known.filter((version) => version.position <= position);
    },

    allPrices(product, position) {
      return [...(priceKeys.get(product) ?? [])]
        .flatMap((key) => prices.get(key) ?? [])
        .filter((version) => version.position <= position)
        .sort((a, b) => a.position - b.position);
    },
  };
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
