/** What nobody sends in good faith, and some do by accident: strings, values, bodies and headers that break what is careless. */
import * as fc from 'fast-check';

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);
const linesOf = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

const TEXTS: readonly string[] = [
  ...wordsOf(`. .. * - _ ~ / // \\ ? # % %00 %zz %2e%2e%2f ; , " __proto__ constructor prototype toString hasOwnProperty valueOf then
    length null undefined true NaN Infinity -0 -1 1.5 1e999 0x10 ٣ 99999999999999999 ../../etc/passwd ..%2f..%2f acme/../rival
    \${jndi:ldap://x} =1+1 👩‍👩‍👧 ﬁ İ 2026-13 0000-01 9999-12 2026-Q5 2026-00 0000 -271821-04-20T00:00:00Z +275760-09-13T00:00:00Z
    2026-02-30T00:00:00Z 2026-03-10T09:00:00.0001Z 2026-03-10 9999-12-31T23:59:59.999Z 0001-01-01T00:00:00Z`),
  ...linesOf(`'; DROP TABLE event; --
    " OR 1=1 --`),
  ...`|\u0000|a\u0000b|\u0007\u001b[31m|\r\nx-injected: 1|\ud800|a\udfffb|\u202eabc\u202c|\ufeff|\uffff|e\u0301|\u2028| `.split(
    '|',
  ),
  '9'.repeat(400),
  '😀'.repeat(101),
  'x'.repeat(129),
  'x'.repeat(201),
  'x'.repeat(5_000),
];

/** Parts of a path as they are on the wire, where no encoding makes them. */
const WIRED = wordsOf('%ff %ED%A0%80 ..%2f..%2f %2e%2e %2F a%2Fb %00 % %zz %C0%AF + a;b %25%32%46');

const DEEP = 20_000;
const LONG = 20_000;
const TOO_LARGE_BYTES = 2 * 1024 * 1024 + 1;

export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

/** A hostile text where a path or a query takes it. */
export const wired: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: texts.map((text) => encodeURIComponent(text.toWellFormed())) },
  { weight: 1, arbitrary: fc.constantFrom(...WIRED) },
);

const VALUES: readonly unknown[] = [
  ...(JSON.parse(
    '[null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 9007199254740993, {}, [[]], [null], [{}]]',
  ) as unknown[]),
  ...(JSON.parse(
    '[{ "__proto__": { "polluted": true } }, { "constructor": { "x": 1 } }, { "then": 1, "toString": 2 }]',
  ) as unknown[]),
  JSON.parse(nested('[', 50, ']')),
  JSON.parse(nested('{"a":', 50, '}')),
  Array.from({ length: LONG }, (_, number) => `user-${number}`),
];

export const values: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  fc.constantFrom(...VALUES),
  fc.array(texts, { maxLength: 3 }),
  fc.dictionary(texts, fc.constantFrom<unknown>(1, 'x', null), { maxKeys: 3 }),
);

function nested(open: string, depth: number, close: string): string {
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}

/** Bodies that are no object of a command, or no JSON, or too much of it. */
export const BODIES: readonly (string | Buffer)[] = [
  ...wordsOf(`null true 1 "x" [] [{}] { } {"a":1}{ {"a":1,} {'a':1} NaN {"a":01} {"__proto__":{"x":1}} {"toString":1,"valueOf":2}
    {"constructor":{"prototype":{"x":1}}} {"constructor":1} {"hasOwnProperty":[]} {"quantity":1,"quantity":"x"} {"name":"\\ud800"}
    {"reason":"\\u0000"} {"quantity":1e400} {"quantity":-0} a=b&c=d <xml/>`),
  ...'| |\u0000|\ufeff{}'.split('|'),
  Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  Buffer.from('{"name":"x"}', 'utf16le'),
  nested('[', DEEP, ']'),
  `{"name":${nested('[', DEEP, ']')}}`,
  nested('{"name":', DEEP, '}'),
  `{"then":${nested('{"a":', DEEP, '}')}}`,
  JSON.stringify(Object.fromEntries(Array.from({ length: LONG }, (_, number) => [`field-${number}`, number]))),
  `{"name":"${'x'.repeat(TOO_LARGE_BYTES)}"}`,
];
export const bodies: fc.Arbitrary<string | Buffer> = fc.constantFrom(...BODIES);

export const contentTypes: fc.Arbitrary<string> = fc.constantFrom(
  ...linesOf(`application/json; charset=utf-8
    application/json; charset=utf-16
    multipart/form-data; boundary=x`),
  ...wordsOf('APPLICATION/JSON application/json; application/jsonp application/problem+json text/plain x */*'),
  '',
  ' ',
);

/** That which HTTP lets a header hold. */
const headerTexts = fc.oneof(
  texts.map((text) => text.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '')),
  fc.constantFrom(...wordsOf('"0" "99" W/"0" * "0","1" 0 "-1" "1e3" : start:x:y:z')),
);

const NAMES =
  wordsOf(`idempotency-key if-match x-correlation-id x-request-id authorization accept accept-encoding accept-version
  last-event-id content-encoding x-http-method-override origin cookie forwarded x-forwarded-for range traceparent upgrade`);

/** One, or two of the same name. */
export const headers: fc.Arbitrary<Record<string, string | string[]>> = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.oneof(
    { weight: 4, arbitrary: headerTexts },
    { weight: 1, arbitrary: fc.array(headerTexts, { minLength: 2, maxLength: 2 }) },
  ),
  { minKeys: 1, maxKeys: 3 },
);

export const METHODS = wordsOf('GET HEAD OPTIONS POST PUT PATCH DELETE TRACE PROPFIND PURGE QUERY');
