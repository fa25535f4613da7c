/** Months in which clocks do what clocks do, or nothing: where each begins and ends. */

/** Worked out from the zones' rules, not from Temporal: the first instant, and that of the next month. */
export const ZONED_MONTHS: readonly (readonly [zone: string, month: string, from: string, to: string])[] = [
  ['UTC', '2024-02', '2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  // EST -5, EDT -4: March loses an hour, November gains one.
  ['America/New_York', '2025-03', '2025-03-01T05:00:00.000Z', '2025-04-01T04:00:00.000Z'],
  ['America/New_York', '2025-11', '2025-11-01T04:00:00.000Z', '2025-12-01T05:00:00.000Z'],
  ['Europe/Berlin', '2025-06', '2025-05-31T22:00:00.000Z', '2025-06-30T22:00:00.000Z'],
  // Half an hour of summer time: +10:30 to +11 on 1 October 2023, back on 7 April 2024.
  ['Australia/Lord_Howe', '2023-10', '2023-09-30T13:30:00.000Z', '2023-10-31T13:00:00.000Z'],
  ['Australia/Lord_Howe', '2024-04', '2024-03-31T13:00:00.000Z', '2024-04-30T13:30:00.000Z'],
  // Summer time began at midnight of 1 May 1985: the 1st starts at 01:00 +3.
  ['Asia/Beirut', '1985-05', '1985-04-30T22:00:00.000Z', '1985-05-31T21:00:00.000Z'],
  ['Asia/Beirut', '2021-03', '2021-02-28T22:00:00.000Z', '2021-03-31T21:00:00.000Z'],
  // At 24:00 of 31 October 2024 clocks went back to 23:00: midnight came an hour later.
  ['Africa/Cairo', '2024-10', '2024-09-30T21:00:00.000Z', '2024-10-31T22:00:00.000Z'],
  // A midnight inside the month does not exist (8 September 2019); the month is an hour short.
  ['America/Santiago', '2019-09', '2019-09-01T04:00:00.000Z', '2019-10-01T03:00:00.000Z'],
  // Midnight of 1 October 2017 does not exist: 01:00 -3.
  ['America/Asuncion', '2017-10', '2017-10-01T04:00:00.000Z', '2017-11-01T03:00:00.000Z'],
  // Midnight of 1 April 2012 does not exist: 01:00 -4; that of 1 November 2015 comes twice, the first counts.
  ['America/Havana', '2012-04', '2012-04-01T05:00:00.000Z', '2012-05-01T04:00:00.000Z'],
  ['America/Havana', '2015-11', '2015-11-01T04:00:00.000Z', '2015-12-01T05:00:00.000Z'],
  ['Asia/Damascus', '2005-04', '2005-03-31T22:00:00.000Z', '2005-04-30T21:00:00.000Z'],
  ['Asia/Amman', '2016-04', '2016-03-31T22:00:00.000Z', '2016-04-30T21:00:00.000Z'],
  // At 00:01 of 1 November 2009 clocks went back to 23:01 of October: midnight came twice, the first counts.
  ['America/St_Johns', '2009-11', '2009-11-01T02:30:00.000Z', '2009-12-01T03:30:00.000Z'],
  ['Asia/Kathmandu', '2026-01', '2025-12-31T18:15:00.000Z', '2026-01-31T18:15:00.000Z'],
  // 30 December 2011 was left out: from -10 to +14.
  ['Pacific/Apia', '2011-12', '2011-12-01T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
  ['Africa/Casablanca', '2024-03', '2024-02-29T23:00:00.000Z', '2024-04-01T00:00:00.000Z'],
];
