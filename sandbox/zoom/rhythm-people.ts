import { draw, drawnUuid } from "./draw.ts";
import type { Participant, ZoomUser } from "./types.ts";

const guests = [
  "Bo Guest",
  "Chiara Conti",
  "Dilan Aksoy",
  "Édith Caron",
  "Farid N.",
  "Grace Wu",
  "佐藤 陽菜",
  "iPhone",
];
const visitorsOfAnEvening = 310;

type Course = { startedAt: number; endedAt: number };

/** Who came: the host, some with an account, some with an address, some with a name alone. One leaves and comes back. */
export function attendance(user: ZoomUser, topic: string, course: Course): Participant[] {
  const came = (name: string, more: object, from = 0, to = 1) => stay(user, name, course, { from, to, more });
  const host = came(`${user.firstName} ${user.lastName}`, { zoomId: user.id, email: user.email });

  if (topic === "Open evening") {
    const visitors = Array.from({ length: visitorsOfAnEvening }, (_, index) =>
      came(`Visitor ${index + 1}`, {}, 0.1 + draw(index, course.startedAt) * 0.4, 0.9),
    );
    return [host, ...visitors];
  }
  const others = guests.filter((name) => draw(user.id, course.startedAt, name) < 0.45);
  return [
    host,
    ...others.flatMap((name, index) => {
      const address = `${name.split(" ")[0]?.toLowerCase()}@example.com`;
      const known = index % 3 === 0 ? { zoomId: drawnUuid(name).slice(0, 22), email: address } : {};
      const identity = index % 3 === 1 ? { email: address } : known;
      // The second loses the line for a while.
      return index === 1
        ? [came(name, identity, 0.05, 0.4), came(name, identity, 0.5, 0.95)]
        : [came(name, identity, 0.05, 0.98)];
    }),
  ];
}

type Part = { from: number; to: number; more: object };

function stay(
  user: ZoomUser,
  name: string,
  { startedAt, endedAt }: Course,
  { from, to, more }: Part,
): Participant {
  const seconds = (endedAt - startedAt) / 1_000;
  const moment = (share: number) => startedAt + Math.floor(seconds * share) * 1_000;
  const number = Math.floor(draw(user.id, name, startedAt, from) * 1e6);
  return {
    userId: String(16_000_000 + number),
    uuid: drawnUuid(name, startedAt).replace(/[/=]/g, ""),
    name,
    joinedAt: moment(from),
    leftAt: moment(to),
    ...more,
  };
}
