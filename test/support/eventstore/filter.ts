/** Which events a filtered reader wants: those whose stream name or event type has one of some prefixes, or matches a pattern. */
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { RecordedEvent } from './events.js';

export type EventFilter = (event: RecordedEvent) => boolean;

/** @throws SyntaxError for a pattern that is none */
export function eventFilter(filter: streams.ReadReq.Options.FilterOptions | undefined): EventFilter {
  const byStream = filter?.getStreamIdentifier();
  const byType = filter?.getEventType();
  const expression = byStream ?? byType;
  if (!expression) return () => true;
  const matches = textFilter(expression);
  return byStream ? ({ stream }) => matches(stream) : ({ type }) => matches(type);
}

function textFilter(expression: streams.ReadReq.Options.FilterOptions.Expression): (text: string) => boolean {
  if (expression.getRegex() !== '') {
    const pattern = new RegExp(expression.getRegex());
    return (text) => pattern.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}
