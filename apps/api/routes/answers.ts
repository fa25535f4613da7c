/** Every answer of SPEC §4 as a resource to GET. */
import type { AccountGrant } from '../auth/grants.js';
import type { AnswerRoute } from './route.js';

const ACCOUNT = '/v1/accounts/{accountId}';
const PRODUCT = `${ACCOUNT}/products/{product}`;

const onAccount = (...anyOf: readonly AccountGrant[]): AnswerRoute['policy'] => ({ kind: 'account', anyOf });
const view = onAccount('licensing.view', 'support.read', 'audit.read');
const billing = onAccount('billing.read', 'audit.read');
const story = onAccount('support.read', 'audit.read');
/** What is the vendor's and no account's: for whoever may do anything here. */
const anybody: AnswerRoute['policy'] = { kind: 'any' };

export const ANSWER_ROUTES: readonly AnswerRoute[] = [
  {
    answer: 'accounts',
    path: '/v1/accounts',
    policy: anybody,
    summary: 'The accounts that the bearer has a grant on, by id',
    pages: 'accounts',
    refusals: [],
  },
  {
    answer: 'account',
    path: ACCOUNT,
    policy: view,
    summary: 'All of what an account is: facts, users and roles, licences, subscriptions, retention, trials, revision',
    refusals: ['account-not-found'],
  },
  {
    answer: 'products',
    path: '/v1/products',
    policy: anybody,
    summary: "Product definitions with their prices; contract prices only of the bearer's accounts",
    pages: 'products',
    refusals: [],
  },
  {
    answer: 'programs',
    path: '/v1/programs',
    policy: anybody,
    summary: 'Enforcement programs with their phases',
    pages: 'programs',
    refusals: [],
  },
  {
    answer: 'phases',
    path: '/v1/programs/{programId}/phases',
    policy: anybody,
    summary: 'The phases of a program as announced and rescheduled, and which have started',
    refusals: ['program-not-found'],
  },
  {
    answer: 'allocation',
    path: `${PRODUCT}/allocation`,
    policy: view,
    summary: 'Licences, capacity, seats and overage of a product',
    refusals: ['account-not-found', 'product-not-found', 'wrong-product-kind'],
  },
  {
    answer: 'holdings',
    path: `${PRODUCT}/holdings`,
    policy: view,
    summary: 'Every interval in which a user held a seat of a product',
    pages: 'holdings',
    refusals: ['account-not-found', 'product-not-found', 'wrong-product-kind'],
  },
  {
    answer: 'peak',
    path: `${PRODUCT}/peaks/{month}`,
    policy: billing,
    summary: "The month's highest licences, assigned seats and overage, and what of it is billed",
    refusals: ['account-not-found', 'product-not-found', 'wrong-product-kind'],
  },
  {
    answer: 'overview',
    path: `${ACCOUNT}/users`,
    policy: view,
    summary: 'Who holds what',
    pages: 'users',
    refusals: ['account-not-found', 'product-not-found'],
  },
  {
    answer: 'features',
    path: `${ACCOUNT}/users/{userId}/features`,
    policy: view,
    summary: 'The features that a user has access to',
    refusals: ['account-not-found', 'user-not-found'],
  },
  {
    answer: 'explain',
    path: `${ACCOUNT}/users/{userId}/products/{product}/explanation`,
    policy: story,
    summary: 'Whether a user has a product, why, and every event that bears on it',
    refusals: [],
  },
  {
    answer: 'history',
    path: `${ACCOUNT}/history`,
    policy: story,
    summary: "An account's events",
    pages: 'events',
    refusals: ['account-not-found', 'product-not-found'],
  },
  {
    answer: 'invoice',
    path: `${ACCOUNT}/invoices/{period}`,
    policy: billing,
    summary: 'What is owed for a period, line by line',
    refusals: ['account-not-found', 'invalid-period', 'price-missing'],
  },
  {
    answer: 'issued',
    path: `${ACCOUNT}/invoices/{period}/documents`,
    policy: billing,
    summary: 'The invoice and adjustments issued for a period',
    refusals: ['account-not-found', 'invalid-period'],
  },
];
