type Stay = { identity: string; name: string; email: string | null; joinedAt: Date; leftAt: Date | null };

/** Someone who came: from when, until when (null: they are there), and for how many minutes in all. */
export type Person = {
  identity: string;
  name: string;
  email: string | null;
  joinedAt: Date;
  leftAt: Date | null;
  minutes: number;
  stays: number;
};

/**
 * Who came to a meeting, in the order they came: the stays of one person are one line, and a time spent on two devices counts
 * once. `until` is where stays end whose end was not told; null while the meeting goes on.
 */
export function peopleIn(stays: readonly Stay[], until: Date | null, now: Date): Person[] {
  const byPerson = Map.groupBy(
    stays.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime()),
    ({ identity }) => identity,
  );
  return [...byPerson.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const ends = own.map(({ leftAt, joinedAt }) => leftAt ?? (until && later(until, joinedAt)));
    const last = ends.reduce((one, other) => one && other && later(one, other), ends[0] ?? null);
    const { identity, name, joinedAt } = first;
    const email = own.find((stay) => stay.email)?.email ?? null;
    const minutes = Math.round(timeSpent(own, ends, now) / 60_000);
    return [{ identity, name, email, joinedAt, leftAt: last, minutes, stays: own.length }];
  });
}

/** In milliseconds. Stays are in the order they began; those that overlap count once. */
function timeSpent(stays: readonly Stay[], ends: readonly (Date | null)[], now: Date): number {
  let total = 0;
  let reached = 0;
  stays.forEach(({ joinedAt }, index) => {
    const from = Math.max(joinedAt.getTime(), reached);
    const to = (ends[index] ?? now).getTime();
    total += Math.max(0, to - from);
    reached = Math.max(reached, to);
  });
  return total;
}

const later = (one: Date, other: Date) => (one > other ? one : other);
