import { expect, test } from "vitest";
import { peopleIn } from "#lib/meetings/people-in.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
const stay = (identity: string, from: number, to: number | null) => ({
  ...{ identity, name: identity.toUpperCase(), email: null },
  ...{ joinedAt: at(from), leftAt: to === null ? null : at(to) },
});

test("the stays of a person are one line, and two devices at once count once", () => {
  const stays = [stay("bo", 20, 30), stay("chi", 5, 25), stay("bo", 0, 10), stay("bo", 5, 12)];
  expect(peopleIn(stays, at(40), at(60))).toEqual([
    {
      ...{ identity: "bo", name: "BO", email: null, joinedAt: at(0), leftAt: at(30), minutes: 22, stays: 3 },
    },
    { identity: "chi", name: "CHI", email: null, joinedAt: at(5), leftAt: at(25), minutes: 20, stays: 1 },
  ]);
});

test("who is still there has not left; once it is over, they left with the end", () => {
  const stays = [stay("bo", 0, 10), stay("bo", 20, null)];
  expect(peopleIn(stays, null, at(25))).toMatchObject([{ leftAt: null, minutes: 15 }]);
  expect(peopleIn(stays, at(40), at(60))).toMatchObject([{ leftAt: at(40), minutes: 30 }]);
});

test("an end that was told before they came takes nothing away", () => {
  expect(peopleIn([stay("bo", 20, null)], at(10), at(60))).toMatchObject([{ leftAt: at(20), minutes: 0 }]);
});
