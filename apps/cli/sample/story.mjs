/** What the sample's accounts have in common: lines in the order of time, and a company whose people come and go. */

/** Months that are lived through: from November 2024 to October 2026. */
export const MONTHS = Array.from({ length: 24 }, (_, index) => monthAt(index));

const PURCHASE = 2;

export function story() {
  const told = [];
  const tell = (at, line) => told.push({ at, line });
  return {
    does: (at, command, body, refused) => tell(at, { at, do: command, with: body, ...(refused && { refused }) }),
    asks: (at, answer, of, expected) =>
      tell(at, {
        at,
        ask: answer,
        of,
        ...(typeof expected === 'string' ? { refused: expected } : { answer: expected }),
      }),
    notes: (at, text) => tell(at, `# ${text}`),
    /** By time; told at one instant: as told. */
    lines: () =>
      told
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .map(({ line }) => (typeof line === 'string' ? line : JSON.stringify(line))),
  };
}

/** The same numbers in [0, 1) for the same seed: the sample never changes by itself. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function instant(month, day, hour = 9, minute = 0) {
  const two = (value) => String(value).padStart(2, '0');
  return `${month}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
}

/** The month after. */
export function next(month) {
  return monthAt(monthsSince(month) + 1);
}

/** Issues every month's invoice on the 2nd of the next, as far as the sample goes. */
export function issuesMonthly(story, accountId, from = MONTHS[0]) {
  for (const month of MONTHS.slice(0, -1).filter((each) => each >= from)) {
    story.does(instant(next(month), 2, 6), 'IssueInvoice', { accountId, period: month });
  }
}

/** People of one account who hold seats of one product whose capacity is enforced; more is bought when it is needed. */
export function company(story, { accountId, product, names, licences, random, cascade }) {
  const waiting = [...names];
  const active = new Set();
  const seated = new Set();
  let bought = licences;
  const at = (month, day, minute = 0) => instant(month, day, 10, minute);
  const pick = (set) => [...set][Math.floor(random() * set.size)];
  return {
    active,
    seated,
    get licences() {
      return bought;
    },
    joins(moment, roles) {
      const name = waiting.shift();
      if (name === undefined) return undefined;
      const userId = name.toLowerCase();
      story.does(moment, 'RegisterUser', { accountId, userId, name, ...(roles && { roles }) });
      active.add(userId);
      return userId;
    },
    /** One more seat; where there is none left, it is refused, two are bought, and then it is given. */
    seats(moment, userId) {
      const body = { accountId, product, userIds: [userId] };
      if (seated.size >= bought) {
        story.does(moment, 'AssignSeats', body, 'capacity-exceeded');
        story.does(moment, 'PurchaseLicenses', { accountId, product, quantity: PURCHASE });
        bought += PURCHASE;
      }
      story.does(moment, 'AssignSeats', body);
      seated.add(userId);
    },
    leaves(moment, userId) {
      story.does(moment, 'DeactivateUser', { accountId, userId });
      active.delete(userId);
      seated.delete(userId);
    },
    /** A month's ordinary coming and going; licences that nobody used for long are given back. */
    lives(month) {
      if (random() < 0.5) {
        const joined = this.joins(at(month, 4));
        if (joined) this.seats(at(month, 5), joined);
      }
      if (random() < 0.35 && active.size > 4) this.leaves(at(month, 11), pick(active));
      const idle = [...active].filter((userId) => !seated.has(userId));
      if (random() < 0.6 && idle.length > 0) this.seats(at(month, 17), idle[0]);
      if (random() < 0.3 && seated.size > 3) {
        const userId = pick(seated);
        story.does(at(month, 21), 'ReleaseSeats', {
          accountId,
          product,
          userIds: [userId],
          ...(cascade && { cascade }),
        });
        seated.delete(userId);
      }
      if (bought - seated.size > PURCHASE) {
        story.does(at(month, 25), 'ReduceLicenses', { accountId, product, quantity: bought - seated.size - 1 });
        bought = seated.size + 1;
      }
    },
    /** What is bought and who is seated by other means than these. */
    stands(quantity, userIds) {
      const standing = [...userIds];
      bought = quantity;
      seated.clear();
      for (const userId of standing) seated.add(userId);
    },
  };
}

function monthAt(index) {
  const month = 10 + index;
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function monthsSince(month) {
  return (Number(month.slice(0, 4)) - 2024) * 12 + Number(month.slice(5)) - 11;
}
