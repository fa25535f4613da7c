import { shownOf } from '#event-log/shown.js';

test.each([
  ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113'],
  ['esdb+discover://cluster.example', 'esdb+discover://cluster.example'],
  ['esdb://admin:secret@a:1,b:2,c:3?tls=true&tlsCAFile=./ca.crt', 'esdb://a:1,b:2,c:3'],
  [' esdb://admin:secret@a/?tls=true ', 'esdb://a'],
  ['esdb://[::1]:2113', 'esdb://[::1]:2113'],
  ['./data', './data'],
  ['a@b', 'a@b'],
])('%s is shown as %s', (location, shown) => {
  expect(shownOf(location)).toBe(shown);
});

test.each(['se/cret', 'se?cret', 'se@cret', 'se@/cret', 'se?cret=x', '123/secret', 'se:cret', '?', '/', 'secret?tls='])(
  'no part of a password is shown, whatever is in it: %s',
  (password) => {
    expect(shownOf(`esdb://admin:${password}@host:2113?tls=false`)).toMatch(/^esdb:\/\/(host:2113|\.\.\.)$/);
  },
);
