/** What a golden event must decode to: the data of its type in the shape of today, whatever version it was stored at. */
import type { DomainEvent, EventType } from '#domain/events.js';

type DataOf<Type extends EventType> = Extract<DomainEvent, { readonly type: Type }>['data'];

/** By the name of the golden file. A shape that changes without a new version does not type-check here. */
export type Meanings = {
  readonly [Type in EventType as `${Type}.v${number}`]?: DataOf<Type>;
};
