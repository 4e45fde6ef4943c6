import type { ScopeMeaning } from "../connect-contract.ts";

/** What the Zoom app is to ask for, no more than the product uses. Granular names of a user-managed app, without suffix. */
export const zoomScopes = [
  {
    scope: "user:read:user",
    allows: "See whose Zoom account it is",
    without: "The account cannot be recognised or checked.",
  },
  {
    scope: "meeting:read:list_meetings",
    allows: "List meetings",
    without: "Meetings that were planned elsewhere are not shown.",
  },
  {
    scope: "meeting:read:list_upcoming_meetings",
    allows: "List the meetings ahead",
    without: "The next meetings may be missing.",
  },
  {
    scope: "meeting:read:meeting",
    allows: "See a meeting and hear when it starts, changes and ends",
    without: "Nothing that happens to meetings arrives here.",
  },
  {
    scope: "meeting:read:past_meeting",
    allows: "See how long a meeting took",
    without: "Length and times of past meetings are not shown.",
  },
  {
    scope: "meeting:read:list_past_instances",
    allows: "See each time a repeating meeting took place",
    without: "Of repeating meetings only the last time is shown.",
  },
  {
    scope: "meeting:read:list_past_participants",
    allows: "See who came to a meeting",
    without: "Who came to past meetings is not shown.",
  },
  {
    scope: "meeting:read:participant",
    allows: "Hear who joins and leaves",
    without: "Who is in a live meeting is not shown.",
  },
  {
    scope: "cloud_recording:read:list_user_recordings",
    allows: "List cloud recordings",
    without: "Cloud recordings are not shown.",
  },
  {
    scope: "cloud_recording:read:list_recording_files",
    allows: "See the files of a recording",
    without: "The files of cloud recordings are not shown.",
  },
] as const satisfies readonly ScopeMeaning[];
