import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { ownConnection } from "./connections.ts";
import { organizations } from "./tenancy.ts";

export const zoomMeetingStatus = pgEnum("zoom_meeting_status", ["scheduled", "live", "ended", "deleted"]);

/** One meeting at one time: an occurrence that is planned, or an instance that takes or took place. */
export const zoomMeetings = pgTable(
  "zoom_meetings",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    connectionId: uuid("connection_id").notNull(),
    /** Zoom's name of one instance. */
    uuid: text("uuid").notNull(),
    /** Set while it is one planned time of a recurring meeting, all of which share a uuid. */
    occurrenceId: text("occurrence_id").notNull().default(""),
    /** The number people dial in with; recurring meetings reuse it. */
    meetingId: text("meeting_id").notNull(),
    topic: text("topic").notNull(),
    agenda: text("agenda"),
    type: integer("type"),
    status: zoomMeetingStatus("status").notNull(),
    hostName: text("host_name"),
    hostEmail: text("host_email"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    /** As planned. */
    durationMinutes: integer("duration_minutes"),
    timeZone: text("time_zone"),
    /** Without its query, which would let anyone in. */
    joinUrl: text("join_url"),
    /** Null while it is not known. */
    participantCount: integer("participant_count"),
    /** Recordings' metadata: kind, length, size and where to look at it; never a download address. */
    recordings: jsonb("recordings").notNull().default([]),
    /** How new the newest thing is that was told of it: nothing older overwrites it. */
    toldAt: instant("told_at").notNull(),
    contentHash: text("content_hash"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    ownConnection("zoom_meetings", table.connectionId, table.organizationId),
    unique("zoom_meetings_instance_key").on(table.connectionId, table.uuid, table.occurrenceId),
    // What points at a meeting points at one of its own organization.
    unique("zoom_meetings_id_organization_id_key").on(table.id, table.organizationId),
    index("zoom_meetings_organization_id_starts_at_idx").on(table.organizationId, table.startsAt, table.id),
    index("zoom_meetings_connection_id_meeting_id_idx").on(table.connectionId, table.meetingId),
    pgPolicy("members see meetings", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** One stay in a meeting; who leaves and comes back has several. */
export const zoomParticipants = pgTable(
  "zoom_participants",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    zoomMeetingId: uuid("zoom_meeting_id").notNull(),
    /** Who it was, as well as Zoom tells: a person's stays share it. */
    identity: text("identity").notNull(),
    name: text("name").notNull(),
    email: text("email"),
    joinedAt: instant("joined_at").notNull(),
    leftAt: instant("left_at"),
  },
  (table) => [
    foreignKey({
      name: "zoom_participants_own_meeting_fkey",
      columns: [table.zoomMeetingId, table.organizationId],
      foreignColumns: [zoomMeetings.id, zoomMeetings.organizationId],
    }).onDelete("cascade"),
    unique("zoom_participants_stay_key").on(table.zoomMeetingId, table.identity, table.joinedAt),
    check(
      "zoom_participants_leave_after_they_join",
      sql`${table.leftAt} is null or ${table.leftAt} >= ${table.joinedAt}`,
    ),
    pgPolicy("members see participants", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);
