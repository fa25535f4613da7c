/** Users and seats from a file, on a real engine: what is wrong is named by line and column, and an account comes whole or not at all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '#kernel/instant.js';
import { ACCOUNT, PRODUCT } from '../../../test/e2e/support/stories.js';
import { type Ledger, eventsOf, iso, newLedger } from '../../../test/support/ledger.js';
import { type ImportSummary, type Imported, importRows } from './import.js';
import type { BadRow } from './parts.js';
import { targetOn } from './target.js';
import { COLUMNS, FILE_BYTES_MAX, readTable } from './table.js';

const HEADER = COLUMNS.join(',');
const directory = mkdtempSync(join(tmpdir(), 'seatledger-import-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

function fileOf(...lines: readonly string[]): string {
  const file = join(directory, `${(files += 1)}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Two accounts open since January, with two licences of copilot each, in February. */
async function ledgerToFill(): Promise<Ledger> {
  const ledger = await newLedger({ start: '2026-01-05T10:00:00Z' });
  const { engine } = ledger;
  await engine.do('DefineProduct', PRODUCT);
  await engine.do('DefineProduct', { ...PRODUCT, product: 'qm' });
  for (const accountId of ['harbor', 'praha']) {
    await engine.do('OpenAccount', { ...ACCOUNT, accountId });
    await engine.do('PurchaseLicenses', { accountId, product: 'copilot', quantity: 2 });
    await engine.do('PurchaseLicenses', { accountId, product: 'qm', quantity: 2 });
  }
  await engine.do('RegisterUser', { accountId: 'praha', userId: 'old', name: 'Old' });
  ledger.clock.moveTo(instantOf('2026-02-01T00:00:00.000Z'));
  return ledger;
}

async function imported(
  { engine }: Ledger,
  file: string,
  dryRun = false,
): Promise<{ bad: BadRow[]; accounts: Imported[]; summary: ImportSummary }> {
  const bad: BadRow[] = [];
  const accounts: Imported[] = [];
  const summary = await importRows(targetOn(engine, 'importer'), readTable(file), {
    dryRun,
    onBad: (row) => bad.push(row),
    onImported: (account) => accounts.push(account),
    onProgress: () => {},
    textOf: String,
  });
  return { bad, accounts, summary };
}

async function recorded({ log }: Ledger, after: number): Promise<string[]> {
  const events = (await eventsOf(log)).filter(({ position }) => position > after);
  return events.map(({ stream, type, data, effectiveAt }) => {
    const { userId, product = '' } = data as { userId: string; product?: string };
    return `${stream.slice('account-'.length)} ${iso(effectiveAt).slice(0, 10)} ${type} ${userId} ${product}`.trim();
  });
}

test('users are registered with their roles and given seats at their own instants; who is there already only gets the seat', async () => {
  const ledger = await ledgerToFill();
  const before = await ledger.log.head();
  const file = fileOf(
    '\uFEFFreason,product,account,roles,userId,name,effectiveAt\r',
    'moved,copilot,harbor,lead;agent agent,ana,"Sá, ""Ana"" ",2026-01-20T08:00:00Z\r',
    '\r',
    'moved,qm,harbor,,ana,,2026-01-10T08:00:00Z\r',
    ',,,,,,\r',
    ',,praha,,new,New,\r',
    ',qm,praha,,old,Other,\r',
  );
  const rows = (await imported(ledger, file)).bad;
  expect(rows).toEqual([
    { line: 4, account: 'harbor', refused: 'user-not-found', expected: expect.stringContaining('ana') },
  ]);
  const better = fileOf(
    HEADER,
    'harbor,ana,"Sá, ""Ana"" ",lead;agent agent,copilot,2026-01-20T08:00:00Z,moved',
    'harbor,ana,"Sá, ""Ana"" ",lead;agent agent,qm,2026-01-10T08:00:00Z,moved',
  );
  const { bad, accounts, summary } = await imported(ledger, better);
  expect({ bad, accounts }).toEqual({
    bad: [],
    accounts: [{ account: 'harbor', outcome: 'imported', rows: 2, events: 3 }],
  });
  expect(summary).toMatchObject({ accounts: 1, rows: 2, badRows: 0, outcomes: { imported: 1 } });
  expect(await recorded(ledger, before)).toEqual([
    'praha 2026-02-01 UserRegistered new',
    'praha 2026-02-01 SeatAssigned old qm',
    'harbor 2026-01-10 UserRegistered ana',
    'harbor 2026-01-10 SeatAssigned ana qm',
    'harbor 2026-01-20 SeatAssigned ana copilot',
  ]);
  const { users } = (await ledger.engine.ask('account', { accountId: 'harbor' })) as { users: object[] };
  expect(users).toMatchObject([{ userId: 'ana', name: 'Sá, "Ana"', roles: ['lead', 'agent'] }]);
});

test('every bad row is named with its line and column, what the ledger would refuse too, and its account is not written at all', async () => {
  const ledger = await ledgerToFill();
  const before = await ledger.log.head();
  const file = fileOf(
    HEADER,
    'harbor,a b,Ana,,,,',
    'harbor,ben,"Ben',
    'Low",x/y,,1 May,',
    'harbor,cleo,,,,,',
    'harbor,dora,Dora,,copilot,2030-01-01T00:00:00Z,',
    'harbor,emma,Emma,,copilot,2026-01-20T00:00:00Z,',
    'harbor,finn,Finn,,nothing,,',
    'harbor,gina,Gina,,copilot',
    'harbor,hugo,Hugo,,,,',
    'harbor,hugo,Hugh,,,,',
    'praha,ina,Ina,,copilot,,',
    'praha,jan,Jan,,copilot,,',
    'praha,kim,Kim,,copilot,,',
    'nowhere,lia,Lia,,,,',
    'harbor,mia,Mia,,,,',
  );
  const { bad, accounts, summary } = await imported(ledger, file);
  expect(bad.map(({ line, account, column, refused }) => [line, account, refused ?? column])).toEqual([
    [2, 'harbor', 'userId'],
    [3, 'harbor', 'effectiveAt'],
    [3, 'harbor', 'roles'],
    [5, 'harbor', 'name'],
    [9, 'harbor', undefined],
    [11, 'harbor', 'name'],
    [6, 'harbor', 'effective-in-future'],
    [7, 'harbor', 'reason-required'],
    [8, 'harbor', 'product-not-found'],
    [14, 'praha', 'capacity-exceeded'],
    [15, 'nowhere', 'account-not-found'],
  ]);
  expect(accounts.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
  expect(summary).toMatchObject({ badRows: 10, outcomes: { imported: 0, refused: 3 } });
  expect(await ledger.log.head()).toBe(before);
});

test('an account whose rows are right is imported beside one whose are not; the same rows again do nothing, from whatever file', async () => {
  const ledger = await ledgerToFill();
  const good = ['harbor,ana,Ana,,copilot,,', 'harbor,ben,Ben,,,,'];
  const first = await imported(ledger, fileOf(HEADER, good[0]!, 'praha,jan,Jan,,nothing,,', good[1]!));
  expect(first.accounts.map(({ account, outcome }) => `${account} ${outcome}`)).toEqual([
    'praha refused',
    'harbor imported',
  ]);
  await ledger.engine.do('ReleaseSeats', { accountId: 'harbor', product: 'copilot', userIds: ['ana'] });
  const before = await ledger.log.head();

  const put = await imported(ledger, fileOf(HEADER, 'praha,jan,Jan,,qm,,', ...good));
  expect(put.accounts.map(({ account, outcome }) => `${account} ${outcome}`)).toEqual([
    'harbor imported-before',
    'praha imported',
  ]);
  const others = await imported(ledger, fileOf(HEADER, 'harbor,ben,Ben,,,,'));
  expect(others.accounts).toMatchObject([{ account: 'harbor', outcome: 'unchanged', events: 0 }]);
  expect(await recorded(ledger, before)).toEqual([
    'praha 2026-02-01 UserRegistered jan',
    'praha 2026-02-01 SeatAssigned jan qm',
  ]);
});

test('a dry run says the same and writes nothing', async () => {
  const ledger = await ledgerToFill();
  const file = fileOf(HEADER, 'harbor,ana,Ana,,copilot,,', 'praha,jan,Jan,,nothing,,');
  const before = await ledger.log.head();
  const dry = await imported(ledger, file, true);
  expect(await ledger.log.head()).toBe(before);
  const wet = await imported(ledger, file);
  expect(dry.bad).toEqual(wet.bad);
  expect(dry.accounts.map(({ account, outcome }) => `${account} ${outcome}`).sort()).toEqual(
    wet.accounts.map(({ account, outcome }) => `${account} ${outcome}`).sort(),
  );
});

test('of an account with more than one append takes nothing is written, and the advice is to split its rows', async () => {
  const ledger = await ledgerToFill();
  const before = await ledger.log.head();
  const rows = Array.from({ length: 20_001 }, (_, n) => `harbor,user-${n},N,,,,`);
  const { accounts } = await imported(ledger, fileOf(HEADER, ...rows));
  expect(accounts).toEqual([
    {
      account: 'harbor',
      outcome: 'refused',
      rows: 20_001,
      events: 0,
      message: expect.stringMatching(/^too-many-events.*split/),
    },
  ]);
  expect(await ledger.log.head()).toBe(before);
});

test.each([
  ['a column is missing', 'account,userId,name,roles,product,effectiveAt', ['reason']],
  ['a column is strange or given twice', `${HEADER},colour,name`, ['colour', 'name']],
  ['semicolons take the place of commas', HEADER.replaceAll(',', ';'), [...COLUMNS, HEADER.replaceAll(',', ';')]],
  ['there is nothing in it', '', [...COLUMNS]],
  ['a quote is not closed', `${HEADER}\nharbor,"ana,,,,,`, ['line 2']],
])('a file is refused where %s', (_, text, fields) => {
  try {
    readTable(fileOf(text));
    expect('read').toBe('refused');
  } catch (error) {
    const { code, errors } = error as { code: string; errors: { field: string }[] };
    expect(code).toBe('invalid-input');
    expect(errors.map(({ field }) => field)).toEqual(fields);
  }
});

test('a file is refused that is too large, or no UTF-8', () => {
  const [large, latin] = [fileOf('x'.repeat(FILE_BYTES_MAX + 1)), fileOf()];
  writeFileSync(
    latin,
    Buffer.concat([Buffer.from(`${HEADER}\nharbor,ana,`), Buffer.from([0xe1]), Buffer.from(',,,,')]),
  );
  expect(() => readTable(large)).toThrow('32 MiB');
  expect(() => readTable(latin)).toThrow('UTF-8');
});
