import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { connections } from "#drizzle/schema/connections.ts";
import { zoomMeetings, zoomParticipants } from "#drizzle/schema/meetings.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { meetingPhase } from "./meeting-phase.ts";
import { peopleIn } from "./people-in.ts";

const Recordings = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    fileType: z.string().nullable(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    bytes: z.number().nullable(),
    playUrl: z
      .url({ protocol: /^https$/ })
      .nullable()
      .catch(null),
  }),
);

export type MeetingDetail = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** One meeting with who came, or nothing when the organization has none of this id. */
export async function findMeeting(member: Member, id: string, now = new Date()) {
  if (!z.uuid().safeParse(id).success) return undefined;

  return asUser(member, async (tx) => {
    const [row] = await tx
      .select({
        meeting: zoomMeetings,
        provider: connections.provider,
        accountName: connections.displayName,
        hostName: sql<string>`coalesce(${zoomMeetings.hostName}, ${connections.displayName})`,
      })
      .from(zoomMeetings)
      .innerJoin(connections, eq(connections.id, zoomMeetings.connectionId))
      .where(and(eq(zoomMeetings.id, id), eq(zoomMeetings.organizationId, member.organizationId)));
    if (!row) return undefined;

    const { identity, name, email, joinedAt, leftAt } = zoomParticipants;
    const stays = await tx
      .select({ identity, name, email, joinedAt, leftAt })
      .from(zoomParticipants)
      .where(eq(zoomParticipants.zoomMeetingId, id))
      .orderBy(asc(joinedAt));

    const { meeting, ...names } = row;
    const phase = meetingPhase(meeting, now);
    const { startsAt, endsAt, toldAt, participantCount, durationMinutes, topic, agenda, joinUrl } = meeting;
    return {
      ...{ id, ...names, phase, topic, agenda, startsAt, endsAt, durationMinutes, joinUrl, participantCount },
      ...{ timeZone: meeting.timeZone, meetingId: meeting.meetingId, hostEmail: meeting.hostEmail },
      connectionId: meeting.connectionId,
      recordings: Recordings.catch([]).parse(meeting.recordings),
      people: peopleIn(stays, phase === "live" ? null : (endsAt ?? toldAt), now),
    };
  });
}
