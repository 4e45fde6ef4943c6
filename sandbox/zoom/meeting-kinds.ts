/** What can happen in a person's Zoom account. The first is what Send does; the text is the topic or who joins. */
export const meetingKinds = {
  started: "A meeting starts (the text is its topic)",
  created: "A meeting is scheduled",
  joined: "Someone joins the meeting (the text is their name)",
  left: "Someone leaves the meeting",
  ended: "The meeting ends",
  recording: "The recording is ready",
  updated: "The topic of a scheduled meeting changes",
  deleted: "A scheduled meeting is deleted",
  swapped: "A meeting ends and starts, told the wrong way round",
  unknown: "An event from the future",
} as const;

export type MeetingKind = keyof typeof meetingKinds;

export function isMeetingKind(kind: string): kind is MeetingKind {
  return kind in meetingKinds;
}
