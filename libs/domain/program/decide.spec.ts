import { entriesOf, entryFor, isAwaited } from '#domain/program/programs.js';
import { NOW, day, given } from '../../../test/support/domain/given.js';
import { type GivenEvent, announced, defined, started } from '../../../test/support/reference/given.js';

const JAN = day(1);
const LATER = '2026-09-01T00:00:00.000Z';
const products = [defined('qm'), defined('cr')];
const rescheduled = (phase: string, region: string | null, startsAt: string, at = day(2)): GivenEvent => [
  at,
  'EnforcementPhaseRescheduled',
  { programId: 'p', phase, region, startsAt },
];

describe('AnnounceProgram', () => {
  const body = {
    programId: 'p',
    name: 'p',
    products: ['qm', 'cr'],
    phases: [{ phase: 'restricted', region: null, startsAt: LATER }],
  };

  test('announces its phases in the order given', () => {
    const phases = [...body.phases, { phase: 'assignment-open', region: 'EU', startsAt: LATER }];
    given(...products)
      .when('AnnounceProgram', { ...body, phases })
      .emits(announced(NOW, 'p', ['qm', 'cr'], ['restricted', null, LATER], ['assignment-open', 'EU', LATER]));
  });

  test('program-exists, then product-not-found, then phase-in-past', () => {
    const past = { ...body, phases: [{ phase: 'restricted', region: null, startsAt: '2026-06-15T11:59:59.999Z' }] };
    given(announced(JAN, 'p', ['qm']))
      .when('AnnounceProgram', past)
      .refuses('program-exists');
    given(defined('qm')).when('AnnounceProgram', past).refuses('product-not-found');
    given(...products)
      .when('AnnounceProgram', past)
      .refuses('phase-in-past');
  });

  test('startsAt not before now: now itself will do', () => {
    given(...products)
      .when('AnnounceProgram', { ...body, phases: [{ phase: 'restricted', region: null, startsAt: NOW }] })
      .emitsTypes('EnforcementProgramAnnounced');
  });
});

describe('ReschedulePhase', () => {
  const body = { programId: 'p', phase: 'restricted', region: 'EU', startsAt: LATER, reason: 'more time' };
  const program = announced(JAN, 'p', ['qm'], ['restricted', 'EU', day(1, 7)], ['restricted', null, day(1, 8)]);

  test('program-not-found, phase-not-found, phase-already-started, phase-in-past, in this order', () => {
    const past = { ...body, startsAt: JAN };
    given(...products)
      .when('ReschedulePhase', past)
      .refuses('program-not-found');
    given(...products, program)
      .when('ReschedulePhase', { ...past, region: 'US' })
      .refuses('phase-not-found');
    given(...products, program)
      .when('ReschedulePhase', { ...past, phase: 'assignment-open' })
      .refuses('phase-not-found');
    given(...products, program, started(day(3), 'p', 'restricted', 'EU'))
      .when('ReschedulePhase', past)
      .refuses('phase-already-started');
    given(...products, program)
      .when('ReschedulePhase', past)
      .refuses('phase-in-past');
    given(...products, program)
      .when('ReschedulePhase', body)
      .emits(rescheduled('restricted', 'EU', LATER, NOW));
  });

  test('ReschedulePhase always records, even the same again', () => {
    given(...products, program, rescheduled('restricted', 'EU', LATER))
      .when('ReschedulePhase', body)
      .emits(rescheduled('restricted', 'EU', LATER, NOW));
  });

  test('null names the entry of every region, not any', () => {
    given(...products, program, started(day(3), 'p', 'restricted', 'EU'))
      .when('ReschedulePhase', { ...body, region: null })
      .emits(rescheduled('restricted', null, LATER, NOW));
  });
});

describe('programs, at any bounds', () => {
  const world = given(
    announced(JAN, 'p', ['qm'], ['restricted', null, day(1, 3)], ['restricted', 'EU', day(1, 4)]),
    rescheduled('restricted', 'EU', day(1, 5), day(1, 2)),
    started(day(1, 3), 'p', 'restricted', null),
    announced(day(1, 4), 'q', ['qm', 'cr'], ['overage-billing', 'US', day(1, 12)]),
  );
  const bounds = (date: number, month: number, position = 4) => ({ ...world.bounds(day(date, month)), position });
  const entries = (date: number, month: number, position?: number): unknown[] =>
    entriesOf(world.programs.find('p', bounds(date, month, position))!, bounds(date, month, position)).map(
      ({ startsAt, started }) => [new Date(startsAt).toISOString().slice(0, 10), started],
    );

  test('an entry stands as announced and rescheduled, as known then', () => {
    expect(entries(1, 1)).toEqual([
      ['2026-03-01', false],
      ['2026-04-01', false],
    ]);
    expect(entries(1, 2)).toEqual([
      ['2026-03-01', false],
      ['2026-05-01', false],
    ]);
    expect(entries(1, 3)).toEqual([
      ['2026-03-01', true],
      ['2026-05-01', false],
    ]);
    expect(entries(1, 3, 1)).toEqual([
      ['2026-03-01', false],
      ['2026-04-01', false],
    ]);
  });

  test('a phase has started for an account when the entry that applies to its region has started', () => {
    const awaited = (region: string): boolean => isAwaited(world.programs, 'restricted', 'qm', region, bounds(1, 3));
    expect([awaited('EU'), awaited('US')]).toEqual([true, false]);
    expect(entryFor(world.programs.find('q', bounds(1, 4))!, 'overage-billing', 'EU', bounds(1, 4))).toBeUndefined();
    expect(isAwaited(world.programs, 'overage-billing', 'cr', 'EU', bounds(1, 4))).toBe(false);
    expect(isAwaited(world.programs, 'overage-billing', 'cr', 'US', bounds(1, 4))).toBe(true);
  });

  test('programs that cover a product come in the order of announcement, from their announcement on', () => {
    const covering = (date: number, month: number): string[] =>
      world.programs.covering('qm', bounds(date, month)).map(({ programId }) => programId);
    expect([covering(1, 3), covering(1, 4)]).toEqual([['p'], ['p', 'q']]);
    expect(world.programs.all(bounds(1, 4, 3)).map(({ programId }) => programId)).toEqual(['p']);
    expect(world.programs.find('q', bounds(1, 3))).toBeUndefined();
  });
});
