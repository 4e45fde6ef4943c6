import { randomBytes, randomInt } from "node:crypto";
import type { Meeting, ZoomState, ZoomUser } from "./types.ts";

const hour = 3_600_000;

/** A person at Zoom, with two meetings behind them and two ahead. */
export function addUser(state: ZoomState, fields: Partial<ZoomUser> & { firstName: string }): ZoomUser {
  const user: ZoomUser = {
    id: newZoomId(),
    accountId: newZoomId(),
    email: `${fields.firstName.toLowerCase().replaceAll(/\W/g, "")}@example.com`,
    lastName: "Example",
    timezone: "Europe/Rome",
    plan: "basic",
    needsApproval: false,
    ...fields,
  };
  state.users[user.id] = user;
  for (const [topic, hours] of [
    ["Monday planning", -170],
    ["Supplier call", -30],
    ["Weekly sync", 20],
    ["Interview, second round", 70],
  ] as const) {
    addMeeting(state, user.id, { topic, startTime: Date.now() + hours * hour });
  }
  return user;
}

export function addMeeting(
  state: ZoomState,
  hostId: string,
  fields: Partial<Meeting> & { topic: string },
): Meeting {
  const meeting: Meeting = {
    id: randomInt(80_000_000_000, 89_999_999_999),
    uuid: newUuid(),
    hostId,
    type: 2,
    startTime: Date.now(),
    duration: 30,
    status: fields.startTime !== undefined && fields.startTime < Date.now() ? "ended" : "scheduled",
    startedAt: null,
    endedAt: null,
    participants: [],
    ...fields,
  };
  state.meetings.push(meeting);
  return meeting;
}

/** Base64, so it may hold slashes, even in front. */
export function newUuid(): string {
  return randomBytes(16).toString("base64");
}

function newZoomId(): string {
  return randomBytes(17).toString("base64url").replaceAll(/[-_]/g, "Z").slice(0, 22);
}
