import type { InvoiceDue } from '#domain/account/situation.js';
import type { InvoiceLine } from '#domain/events.js';
import type { Month } from '#kernel/month.js';
import { day, given } from '../../../test/support/domain/given.js';
import { type GivenEvent, opened } from '../../../test/support/reference/given.js';

const JAN = day(1);
const FEB = '2026-02-01T00:00:00.000Z';
const acme = [opened(JAN)];
const line = (quantity: number, amount: string, over: Partial<InvoiceLine> = {}): InvoiceLine => ({
  month: '2026-01' as Month,
  product: 'qm',
  kind: 'licences',
  quantity,
  unitPrice: '10.00',
  amount,
  ...over,
});
const due = (subtotal: string, ...lines: readonly InvoiceLine[]): InvoiceDue => ({ lines, subtotal });
const three = due('30.00', line(3, '30.00'));
const none = due('0.00');
const period = { period: '2026-01' };

function issued(...dues: readonly InvoiceDue[]): GivenEvent[] {
  const events: GivenEvent[] = [];
  for (const each of dues)
    events.push(
      ...given(...acme, ...events)
        .at(FEB)
        .due(each)
        .when('IssueInvoice', period).recorded,
    );
  return events;
}

describe('IssueInvoice', () => {
  test('freezes the lines of a period that is over, with the knownAt it was judged at', () => {
    const [event] = issued(three);
    expect(event?.slice(1)).toEqual([
      'InvoiceIssued',
      { invoiceId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, period: '2026-01', knownAt: FEB, ...three },
    ]);
  });

  test('a period is over at local midnight on the next 1st', () => {
    given(...acme)
      .due(three)
      .at('2026-01-31T23:59:59.999Z')
      .when('IssueInvoice', period)
      .refuses('period-not-over');
    given(opened(JAN, { timeZone: 'America/New_York' }))
      .due(three)
      .at(FEB)
      .when('IssueInvoice', period)
      .refuses('period-not-over');
    given(opened(JAN, { timeZone: 'Asia/Tokyo' }))
      .due(three)
      .at('2026-01-31T15:00:00Z')
      .when('IssueInvoice', period)
      .emitsTypes('InvoiceIssued');
  });

  test('the period must fit the billing, then be over, then have prices', () => {
    given(...acme)
      .at(FEB)
      .when('IssueInvoice', { period: '2026-Q4' })
      .refuses('invalid-period');
    given(...acme)
      .at(FEB)
      .when('IssueInvoice', { period: '2026-02' })
      .refuses('period-not-over');
    given(...acme)
      .at(FEB)
      .when('IssueInvoice', period)
      .refuses('price-missing');
    given(opened(JAN, { billing: 'annual' }))
      .due(three)
      .at('2027-01-01T00:00:00Z')
      .when('IssueInvoice', { period: '2026' })
      .emitsTypes('InvoiceIssued');
  });

  test('nothing to bill, no event', () => {
    given(...acme)
      .due(none)
      .at(FEB)
      .when('IssueInvoice', period)
      .emits();
  });

  test('again: nothing where the lines still hold', () => {
    given(...acme, ...issued(three))
      .due(three)
      .at(FEB)
      .when('IssueInvoice', period)
      .emits();
  });

  test('where late facts changed them, an adjustment with the differences; a credit where negative', () => {
    const [first, adjustment] = issued(three, due('20.00', line(2, '20.00')));
    expect(adjustment?.slice(1)).toEqual([
      'InvoiceAdjusted',
      {
        invoiceId: expect.any(String) as string,
        adjusts: first?.[2]['invoiceId'],
        period: '2026-01',
        knownAt: FEB,
        lines: [line(-1, '-10.00')],
        subtotal: '-10.00',
      },
    ]);
  });

  test('right after one, issued and adjustments equal the invoice: a third finds nothing to do', () => {
    const two = due('20.00', line(2, '20.00'));
    const five = due('52.50', line(5, '52.50', { unitPrice: '10.50' }));
    const events = issued(three, two, five, five, none);
    expect(events.map(([, type]) => type)).toEqual([
      'InvoiceIssued',
      'InvoiceAdjusted',
      'InvoiceAdjusted',
      'InvoiceAdjusted',
    ]);
    expect(events.map(([, , data]) => data['subtotal'])).toEqual(['30.00', '-10.00', '32.50', '-52.50']);
  });

  test('invoiceId is derived from account, period and number: the same in every run, another for each document', () => {
    const ids = (): unknown[] => issued(three, none, three).map(([, , data]) => data['invoiceId']);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(3);
    expect(ids()[0]).toBe('7a2e47fe-b964-5933-9165-26f345063056');
  });
});
