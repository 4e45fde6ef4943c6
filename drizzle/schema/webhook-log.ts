import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { createdAt, id, instant } from "./columns.ts";
import { provider } from "./connections.ts";
import { organizations, profiles } from "./tenancy.ts";
import { webhookEventStatus } from "./webhooks.ts";

/**
 * How many events stand where, by the hour they were received in: what the histogram is drawn from. Kept by whoever
 * changes an event's status, in the same transaction; events never tried yet are not in it.
 */
export const webhookEventCounts = pgTable(
  "webhook_event_counts",
  {
    organizationId: uuid("organization_id").notNull(),
    hour: instant("hour").notNull(),
    connectionId: uuid("connection_id").notNull(),
    provider: provider("provider").notNull(),
    eventType: text("event_type").notNull(),
    status: webhookEventStatus("status").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({
      name: "webhook_event_counts_pkey",
      columns: [table.organizationId, table.hour, table.connectionId, table.eventType, table.status],
    }),
    foreignKey({
      name: "webhook_event_counts_organization_id_fkey",
      columns: [table.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    pgPolicy("members see event counts", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

export const webhookProblemStatus = pgEnum("webhook_problem_status", ["open", "acknowledged", "resolved"]);

/** Failures of one cause: the same channel, type and error. One that comes back after it was resolved is open again. */
export const webhookProblems = pgTable(
  "webhook_problems",
  {
    id: id(),
    organizationId: uuid("organization_id").notNull(),
    provider: provider("provider").notNull(),
    eventType: text("event_type").notNull(),
    /** The error without what differs from one event to the next. */
    cause: text("cause").notNull(),
    status: webhookProblemStatus("status").notNull().default("open"),
    /** Failed tries, not events. */
    failures: integer("failures").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    changedBy: uuid("changed_by"),
    changedAt: instant("changed_at"),
  },
  (table) => [
    unique("webhook_problems_cause_key").on(
      table.organizationId,
      table.provider,
      table.eventType,
      table.cause,
    ),
    foreignKey({
      name: "webhook_problems_organization_id_fkey",
      columns: [table.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "webhook_problems_changed_by_fkey",
      columns: [table.changedBy],
      foreignColumns: [profiles.id],
    }).onDelete("set null"),
    index("webhook_problems_organization_id_idx").on(table.organizationId, table.status, table.lastSeenAt),
    pgPolicy("members see problems", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("owners and admins take problems up", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}') and (${table.changedBy} is null or ${table.changedBy} = (select auth.uid()))`,
    }),
  ],
);

/** A filter of the event log under a name: one person's own, or shared with the organization. */
export const webhookEventViews = pgTable(
  "webhook_event_views",
  {
    id: id(),
    organizationId: uuid("organization_id").notNull(),
    createdBy: uuid("created_by").notNull(),
    name: text("name").notNull(),
    /** The query of its address, without the question mark. */
    query: text("query").notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    unique("webhook_event_views_name_key").on(table.organizationId, table.createdBy, table.name),
    check("webhook_event_views_name_is_said", sql`length(trim(${table.name})) between 1 and 60`),
    check("webhook_event_views_query_is_short", sql`length(${table.query}) <= 2000`),
    foreignKey({
      name: "webhook_event_views_organization_id_fkey",
      columns: [table.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "webhook_event_views_created_by_fkey",
      columns: [table.createdBy],
      foreignColumns: [profiles.id],
    }).onDelete("cascade"),
    pgPolicy("people see their own views and shared ones", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller()) and (${table.isShared} or ${table.createdBy} = (select auth.uid()))`,
    }),
    pgPolicy("people keep views of their own", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`${table.createdBy} = (select auth.uid()) and is_member(${table.organizationId}) and (not ${table.isShared} or has_role(${table.organizationId}, '{owner,admin,member}'))`,
    }),
    pgPolicy("people delete their own views, owners and admins shared ones", {
      for: "delete",
      to: authenticatedRole,
      using: sql`is_member(${table.organizationId}) and (${table.createdBy} = (select auth.uid()) or (${table.isShared} and has_role(${table.organizationId}, '{owner,admin}')))`,
    }),
  ],
);

export const webhookReplayStatus = pgEnum("webhook_replay_status", ["running", "done", "cancelled"]);

/** Events run again on someone's word: what was asked for, and how far it is. */
export const webhookReplays = pgTable(
  "webhook_replays",
  {
    id: id(),
    organizationId: uuid("organization_id").notNull(),
    requestedBy: uuid("requested_by"),
    requestedAt: instant("requested_at").notNull().defaultNow(),
    /** `{ ids }` or `{ query }`, a filter as it stands in the log's address. */
    selection: jsonb("selection").notNull(),
    includesProcessed: boolean("includes_processed").notNull().default(false),
    status: webhookReplayStatus("status").notNull().default("running"),
    /** Events that the dry run said would run. */
    planned: integer("planned").notNull(),
    /** Set running so far, and what has become of those; `skipped` were not set running. */
    started: integer("started").notNull().default(0),
    processed: integer("processed").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    /** The last event looked at: where it goes on after a crash. */
    cursor: uuid("cursor"),
    cancelledBy: uuid("cancelled_by"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    foreignKey({
      name: "webhook_replays_organization_id_fkey",
      columns: [table.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "webhook_replays_requested_by_fkey",
      columns: [table.requestedBy],
      foreignColumns: [profiles.id],
    }).onDelete("set null"),
    foreignKey({
      name: "webhook_replays_cancelled_by_fkey",
      columns: [table.cancelledBy],
      foreignColumns: [profiles.id],
    }).onDelete("set null"),
    index("webhook_replays_organization_id_idx").on(table.organizationId, table.requestedAt, table.id),
    pgPolicy("members see replays", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("owners and admins replay", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}') and ${table.requestedBy} = (select auth.uid())`,
    }),
    pgPolicy("owners and admins cancel", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}') and (${table.cancelledBy} is null or ${table.cancelledBy} = (select auth.uid()))`,
    }),
  ],
);

/** A few refused requests of each cause, to look at: never a body, and headers only where they hold no secret. */
export const webhookRejectionSamples = pgTable(
  "webhook_rejection_samples",
  {
    id: id(),
    sender: text("sender").notNull(),
    reason: text("reason").notNull(),
    receivedAt: instant("received_at").notNull(),
    method: text("method").notNull(),
    path: text("path").notNull(),
    headers: jsonb("headers").notNull(),
    bodyBytes: integer("body_bytes").notNull(),
  },
  (table) => [index("webhook_rejection_samples_sender_idx").on(table.sender, table.reason, table.receivedAt)],
).enableRLS();
