/** Rows of an import as commands: a user where there is none yet, and a seat; what is wrong with a row is told by column. */
import type { Part, PartCommand, Step } from '#application/together.js';
import { parseCommand } from '#domain/commands.js';
import { parseInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { Column, TableRow } from './table.js';

/** Something about a row of the file that has to be put right. */
export interface BadRow {
  readonly line: number;
  readonly account: string;
  /** Undefined where it is the row as a whole. */
  readonly column?: Column | undefined;
  /** What was expected there; of a refusal, what it says. */
  readonly expected: string;
  /** The refusal's code, where the ledger would not have it. */
  readonly refused?: string;
}

export interface AccountRows {
  readonly account: string;
  readonly rows: readonly TableRow[];
  /** One a row, in the order of the rows; without steps where the row is bad. */
  readonly parts: readonly Part[];
  readonly bad: readonly BadRow[];
}

const COLUMN_OF: Readonly<Record<string, Column>> = {
  accountId: 'account',
  userId: 'userId',
  userIds: 'userId',
  name: 'name',
  roles: 'roles',
  product: 'product',
  effectiveAt: 'effectiveAt',
  reason: 'reason',
};

/** @param account as its rows say */
export function accountRowsOf(account: string, rows: readonly TableRow[]): AccountRows {
  const users = new Map<string, TableRow>();
  const parts: Part[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const errors = [...misfitOf(row), ...contradictions(row, users)];
    const steps = errors.length > 0 ? [] : stepsOf(row, errors);
    bad.push(...once(errors).map((error) => ({ line: row.line, account, ...error })));
    const { effectiveAt, reason } = row.cells;
    parts.push({ effectiveAt: parseInstant(effectiveAt), reason: reason || undefined, steps });
  }
  return { account, rows, parts, bad };
}

/** The rows of users none of whose rows is bad: what can be judged all the same, so that whatever else is wrong is told at once. */
export function soundOf({ account, rows, parts, bad }: AccountRows): AccountRows {
  const lines = new Set(bad.map(({ line }) => line));
  const users = new Set(rows.filter(({ line }) => lines.has(line)).map(({ cells }) => cells.userId));
  const isSound = (row: TableRow): boolean => !users.has(row.cells.userId);
  return { account, rows: rows.filter(isSound), parts: parts.filter((_, index) => isSound(rows[index]!)), bad: [] };
}

type RowError = Pick<BadRow, 'column' | 'expected'>;

function misfitOf({ misfit }: TableRow): RowError[] {
  if (misfit === undefined) return [];
  return [{ expected: `as many cells as the first row has, not ${misfit}; text with commas goes in quotes` }];
}

/** Rows of one user that say who it is must say the same. */
function contradictions(row: TableRow, users: Map<string, TableRow>): RowError[] {
  const { userId, name } = row.cells;
  if (name === '') return [];
  const first = users.get(userId);
  if (!first) {
    users.set(userId, row);
    return [];
  }
  return (['name', 'roles'] as const)
    .filter((column) => first.cells[column] !== row.cells[column])
    .map((column) => ({ column, expected: `the same as in line ${first.line}, which is of the same user` }));
}

/** Errors are added to those that are known. */
function stepsOf({ cells }: TableRow, errors: RowError[]): Step[] {
  const { account: accountId, userId, name, roles, product, effectiveAt, reason } = cells;
  const shared = { accountId, ...(effectiveAt && { effectiveAt }), ...(reason && { reason }) };
  const steps: Step[] = [];
  const add = (command: PartCommand['name'], body: object, rest: Omit<Step, 'command'> = {}): void => {
    try {
      steps.push({ command: parseCommand(command, { ...shared, ...body }) as PartCommand, ...rest });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(...error.errors.map(({ field, expected }) => ({ column: columnOf(field), expected })));
    }
  };
  if (name === '' && product === '') {
    errors.push({ column: 'name', expected: 'a name, to register the user with, or a product, to give it a seat of' });
  }
  if (name !== '') {
    const given = roles.split(/[;\s]+/).filter((role) => role !== '');
    add('RegisterUser', { userId, name, roles: given }, { unless: 'user-exists' });
  }
  if (product !== '') add('AssignSeats', { product, userIds: [userId] });
  return steps;
}

function columnOf(field: string): Column | undefined {
  return COLUMN_OF[field.split('.')[0]!];
}

/** Both commands of a row may say the same of it. */
function once(errors: readonly RowError[]): RowError[] {
  return [...new Map(errors.map((error) => [`${error.column} ${error.expected}`, error])).values()];
}
