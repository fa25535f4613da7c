/** What the golden events of invoices mean, in the shapes of today. */
import type { Month } from '#kernel/month.js';
import type { Meanings } from './meanings.js';

const MONTH = '2026-01' as Month;

export const INVOICE_MEANINGS = {
  'InvoiceIssued.v1': {
    invoiceId: '0a0c1e6e-53a1-5b5e-9d3c-0d6f2b7a9c11',
    period: '2026-Q1',
    knownAt: '2026-04-01T06:00:00.000Z',
    lines: [
      { month: MONTH, product: 'crm', kind: 'licences', quantity: 25, unitPrice: '35.775', amount: '894.37' },
      { month: MONTH, product: 'contacts', kind: 'licences-part', quantity: 25, unitPrice: '4.125', amount: '103.13' },
    ],
    subtotal: '997.50',
  },
  'InvoiceAdjusted.v1': {
    invoiceId: '7d7c2a52-9e1f-5f64-8a43-6d0f4c1b2e90',
    adjusts: '0a0c1e6e-53a1-5b5e-9d3c-0d6f2b7a9c11',
    period: '2026-Q1',
    knownAt: '2026-05-01T06:00:00.000Z',
    lines: [{ month: MONTH, product: 'crm', kind: 'overage', quantity: -2, unitPrice: '45.50', amount: '-91.00' }],
    subtotal: '-91.00',
  },
} satisfies Meanings;
