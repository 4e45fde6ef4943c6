import type { Channel } from "../customer/channel.ts";
import { isMeetingKind, meetingKinds } from "./meeting-kinds.ts";
import { playMeeting } from "./play-meeting.ts";
import { hasAuthorized } from "./tokens.ts";
import type { Zoom } from "./zoom.ts";

/** Meetings of people at Zoom. Nobody writes: the text is the topic of a meeting, or the name of who joins. */
export function zoomChannel({ state, webhooks }: Zoom): Channel {
  const deliveriesOf = (userId: string) => state.deliveries.filter((one) => one.userId === userId);

  return {
    id: "zoom",
    label: "Zoom",
    kinds: meetingKinds,
    accounts: () =>
      Object.values(state.users).map(({ id, firstName, lastName }) => ({
        id,
        name: `${firstName} ${lastName}`,
        connected: hasAuthorized(state, id),
      })),
    conversation: (userId) =>
      state.meetings
        .filter(({ hostId, startedAt }) => hostId === userId && startedAt !== null)
        .map(({ topic, status, participants }) => ({
          fromBusiness: true,
          text: `${topic}: ${status}${participants.map(({ name, leftAt }) => `, ${name}${leftAt ? " (left)" : ""}`).join("")}`,
        })),
    act: ({ accountId, kind, text }) => {
      const user = state.users[accountId];
      if (!user || !isMeetingKind(kind)) return [];
      return playMeeting(state, user, { kind, text }).map((body) =>
        webhooks.emit({ userId: user.id, summary: meetingKinds[kind].replace(/ \(.*/, ""), body }),
      );
    },
    deliveries: deliveriesOf,
    repeatLast: (userId) => {
      const last = deliveriesOf(userId).at(-1);
      if (last) webhooks.repeat(last);
    },
  };
}
