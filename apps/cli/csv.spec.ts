/** What a spreadsheet and a program may rely on in our CSV. */
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { runs } from '../../test/support/runs.js';
import { type Cell, csvOf, csvRow } from './csv.js';

function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [...csvOf(columns, rows)].join('');
}

test('rows end with CRLF, the columns are the first of them, and what has a comma, a quote or a line break is quoted', () => {
  expect(csv(['user', 'name', 'seats'], [['ana', 'Ana "A" Sá, Lda', 3]])).toBe(
    'user,name,seats\r\nana,"Ana ""A"" Sá, Lda",3\r\n',
  );
  expect(csvRow(['a\nb', 'c\rd', null, '', true, false])).toBe('"a\nb","c\rd",,,true,false\r\n');
  expect(csv(['user'], [])).toBe('user\r\n');
});

test.each(['=1+1', '+351 21', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '-', '+5', '=HYPERLINK("x")'])(
  'no spreadsheet runs %j: it is told to be text',
  (text) => {
    expect(parse(csvRow([text, 'x']))).toEqual([[`'${text}`, 'x']]);
  },
);

test('numbers stay numbers, negative ones and amounts too', () => {
  expect(csvRow([-3, '-12.50', '1234', '0.0001', 1e21])).toBe('-3,-12.50,1234,0.0001,1e+21\r\n');
});

test('whatever the cells say, a reader finds as many rows and cells, and the same text behind an apostrophe at most', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+@,"'\r\n\t -]{0,6}$/));
  const table = fc.array(fc.tuple(text, text, text), { maxLength: 20 });
  fc.assert(
    fc.property(table, (rows) => {
      const read = parse(csv(['a', 'b', 'c'], rows), { record_delimiter: '\r\n' }).slice(1);
      expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
      );
      expect(read.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
    }),
    runs(100),
  );
});

test('a long table comes in pieces, before its last row is there', () => {
  let asked = 0;
  function* rows(): Generator<readonly Cell[]> {
    for (; asked < 100_000; asked += 1) yield [asked];
  }
  const pieces = csvOf(['n'], rows());
  expect(pieces.next().value).toMatch(/^n\r\n0\r\n1\r\n/);
  expect(asked).toBeLessThan(1_000);
});
