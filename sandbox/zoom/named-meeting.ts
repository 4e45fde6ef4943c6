import type { Context } from "hono";
import { meetingsOf } from "./meetings-of.ts";
import type { Meeting, ZoomState, ZoomUser } from "./types.ts";
import { ZoomError } from "./zoom-error.ts";

/**
 * The meetings of the caller under what the address names: a number, or an instance's uuid. One that begins with a slash or has
 * two in a row must be encoded twice.
 */
export function namedMeetings(state: ZoomState, user: ZoomUser, context: Context): Meeting[] {
  const told = context.req.param("id") ?? "";
  const isTwice = /%[0-9A-F]{2}/i.test(told);
  const name = isTwice ? decodeURIComponent(told) : told;
  const needsTwice = name.startsWith("/") || name.includes("//");
  const found = meetingsOf(state, user).filter(({ id, uuid }) => String(id) === name || uuid === name);
  return needsTwice && !isTwice ? [] : found;
}

/** Throws what Zoom says of a meeting that is not there, or not any more. */
export function noSuchMeeting(context: Context): ZoomError {
  return new ZoomError(404, { code: 3001, message: `Meeting does not exist: ${context.req.param("id")}.` });
}
