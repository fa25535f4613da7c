/** The stops of the tour: the questions are chosen here, every figure is the engine's answer. */
import type { Allocation } from '#projections/allocations/allocation.js';
import type { Story } from '#projections/history/history.js';
import type { Invoice } from '#projections/invoices/invoice.js';
import type { Issued } from '#projections/issued/issued.js';
import type { PeakTold } from '#projections/peaks/peak.js';
import { events } from '../render/events.js';
import { instant } from '../render/table.js';
import type { Guide } from './guide.js';

const MONTH = '2025-12';
const NORTHWIND = { accountId: 'northwind' };
const QM = { ...NORTHWIND, product: 'qm' };

export async function whoHeldSeats({ title, say, ask, show, repeat }: Guide): Promise<void> {
  const of = { accountId: 'harbor', product: 'copilot', at: '2025-01-20T12:00:00Z' };
  const allocation = await ask<Allocation>('allocation', of);
  title(`Who held which seats? ${of.accountId}, ${of.at}`);
  say(
    `A program had just opened seats to everybody: ${allocation.assigned} of ${of.product} were held, ${allocation.capacity} paid for.`,
  );
  show('allocation', of, allocation);
  repeat('allocation', of);
  repeat('overview', { accountId: of.accountId, at: of.at });
}

export async function whyUnlicensed({ title, ask, show, repeat }: Guide): Promise<void> {
  const of = { accountId: 'harbor', userId: 'ines', product: 'copilot', at: '2025-03-03T12:00:00Z' };
  title(`Why had ${of.userId} no ${of.product} on ${of.at}?`);
  show('explain', of, await ask('explain', of));
  repeat('explain', of);
}

export async function peakAndInvoice({ title, say, ask, show, repeat }: Guide): Promise<void> {
  const peakOf = { ...QM, month: MONTH };
  const peak = await ask<PeakTold>('peak', peakOf);
  title(`What was ${NORTHWIND.accountId} charged for ${MONTH}, and why?`);
  say(`The peak of ${QM.product}: ${peak.assigned.quantity} seats, ${peak.licences.quantity} of them committed to.`);
  show('peak', peakOf, peak);
  repeat('peak', peakOf);

  const invoiceOf = { ...NORTHWIND, period: MONTH };
  const invoice = await ask<Invoice>('invoice', invoiceOf);
  show('invoice', invoiceOf, invoice);
  repeat('invoice', invoiceOf);

  const { at } = peak.assigned;
  if (at === null) return;
  const allocation = await ask<Allocation>('allocation', { ...QM, at });
  const history = await ask<{ readonly events: readonly Story[] }>('history', { ...QM, at });
  const behind = history.events.filter((event) => isBehind(event, allocation));
  const line = invoice.lines.find(({ product, kind }) => product === QM.product && kind === 'overage');
  if (line)
    say(`\nBehind its line of ${line.quantity} ${line.kind}: the commitment, and the seats held at ${instant(at)}.`);
  say(events(behind));
  repeat('history', { ...QM, at });
}

/** What made the seats and the licences of an allocation: the events that began its holdings, and what was bought. */
function isBehind({ type, effectiveAt, data }: Story, { seats }: Allocation): boolean {
  if (type !== 'SeatAssigned') return type !== 'SeatReleased';
  const { userId } = data as { readonly userId: string };
  return seats.some((seat) => seat.userId === userId && seat.since === effectiveAt);
}

export async function asKnownBefore({ title, say, ask, show, repeat }: Guide): Promise<void> {
  const of = { ...NORTHWIND, period: MONTH };
  const before = { ...of, knownAt: '2026-01-12T00:00:00Z' };
  const [then, now] = [await ask<Invoice>('invoice', before), await ask<Invoice>('invoice', of)];
  title('The same invoice, before a fact that came late');
  say(`As known on ${before.knownAt} it came to ${then.subtotal} ${then.currency}; as known now, to ${now.subtotal}.`);
  show('invoice', before, then);
  repeat('invoice', before);

  const history = await ask<{ readonly events: readonly Story[] }>('history', {
    ...NORTHWIND,
    from: '2025-11-01T00:00:00Z',
    to: '2026-01-01T00:00:00Z',
  });
  const late = history.events.filter(({ recordedAt }) => recordedAt > before.knownAt);
  say('\nWhat was learned in between:');
  say(events(late));
  const issued = await ask<Issued>('issued', of);
  const documents = issued.documents.map(({ type, subtotal }) => `${type} ${subtotal}`).join(', ');
  say(
    `What was issued stands; what changed was settled by a document of its own: ${documents}, ${issued.total} in all.`,
  );
  repeat('issued', of);
}
