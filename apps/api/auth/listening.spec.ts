/** A service whose keys nobody has brought is for its own machine. */
import { KeyUnusable } from '#access/keys.js';
import { assertMayListen, isLoopback } from './listening.js';

const OWN = { kind: 'generated', directory: 'data/keys' } as const;

test.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', 'localhost', 'LOCALHOST'])(
  'with keys of its own it may listen on %s, and says so loudly',
  (host) => {
    expect(isLoopback(host)).toBe(true);
    const notice = assertMayListen(host, OWN);
    expect(notice).toContain('No keys are configured');
    expect(notice).toContain('data/keys');
  },
);

test.each(
  ['0.0.0.0', '::', '', '10.0.0.1', '128.0.0.1', '::2', '::ffff:10.0.0.1', 'localhost.example', '127.0.0.1.example']
    // Ways to write an address that a system may read in its own way.
    .concat(['127.1', '2130706433', '0177.0.0.1', ' 127.0.0.1', '0']),
)('with keys of its own it refuses to listen on %j', (host) => {
  expect(() => assertMayListen(host, OWN)).toThrow(KeyUnusable);
  expect(() => assertMayListen(host, OWN)).toThrow(/SEATLEDGER_JWKS_URL/);
});

test('with real keys it listens where it is told to, in silence', () => {
  const provider = { kind: 'provider', jwksUrl: 'https://a/', issuer: 'https://a/', audience: 'b' } as const;
  for (const keys of [provider, { kind: 'public-key', file: 'key.pem' } as const]) {
    expect(assertMayListen('0.0.0.0', keys)).toBeUndefined();
  }
});
