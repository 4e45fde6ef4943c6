import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { instant } from "./columns.ts";
import { connections, provider } from "./connections.ts";
import { organizations } from "./tenancy.ts";

export const webhookEventStatus = pgEnum("webhook_event_status", [
  "pending",
  "processed",
  "failed",
  "dead",
  "ignored",
]);

const searchDocument = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * Partitioned by week of `received_at`, which is the millisecond inside the v7 `id`: looking up an id can name
 * its partition. Partitions live in the schema `webhook_partitions`, out of the data API's sight.
 */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    id: uuid("id").notNull(),
    receivedAt: instant("received_at").notNull(),
    provider: provider("provider").notNull(),
    /** Both null while no connection answers to `accountExternalId`. */
    connectionId: uuid("connection_id"),
    organizationId: uuid("organization_id"),
    accountExternalId: text("account_external_id"),
    eventType: text("event_type").notNull(),
    externalId: text("external_id").notNull(),
    payload: jsonb("payload").notNull(),
    payloadHash: text("payload_hash").notNull(),
    headers: jsonb("headers").notNull().default({}),
    /** The name of the secret whose signature matched. */
    verifiedWith: text("verified_with").notNull(),
    occurredAt: instant("occurred_at"),
    status: webhookEventStatus("status").notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    errorMessage: text("error_message"),
    summary: text("summary"),
    processedAt: instant("processed_at"),
    /** The message it tells of is in the figures, so that running it again does not count it twice. */
    isCounted: boolean("is_counted").notNull().default(false),
    duplicates: integer("duplicates").notNull().default(0),
    /** When it came again: the newest twenty times, in the order they were. */
    duplicateTimes: instant("duplicate_times").array().notNull().default([]),
    /** What it waits for while it is pending: `message` or `connection`; null when only for its turn. */
    parkedFor: text("parked_for"),
    problemId: uuid("problem_id"),
    /** The replay that last took it. */
    replayId: uuid("replay_id"),
    /** Made by `private.webhook_search_document` when it is first worked off. */
    search: searchDocument("search"),
  },
  (table) => [
    primaryKey({ name: "webhook_events_pkey", columns: [table.id, table.receivedAt] }),
    foreignKey({
      name: "webhook_events_organization_id_fkey",
      columns: [table.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "webhook_events_connection_id_fkey",
      columns: [table.connectionId],
      foreignColumns: [connections.id],
    }).onDelete("set null"),
    index("webhook_events_organization_id_idx").on(table.organizationId, table.receivedAt, table.id),
    // Nearly all are processed, which the list itself finds soon; leaving them out spares most writes.
    index("webhook_events_organization_id_status_idx")
      .on(table.organizationId, table.status, table.receivedAt, table.id)
      .where(sql`status in ('failed', 'dead', 'ignored')`),
    // The same few by type and by connection: where both are rare, one alone leads past too many others.
    index("webhook_events_organization_id_status_type_idx")
      .on(table.organizationId, table.status, table.eventType, table.receivedAt, table.id)
      .where(sql`status in ('failed', 'dead', 'ignored')`),
    index("webhook_events_connection_id_status_idx")
      .on(table.connectionId, table.status, table.receivedAt, table.id)
      .where(sql`status in ('failed', 'dead', 'ignored')`),
    index("webhook_events_organization_id_event_type_idx").on(
      table.organizationId,
      table.eventType,
      table.receivedAt,
      table.id,
    ),
    index("webhook_events_problem_id_idx")
      .on(table.problemId, table.receivedAt, table.id)
      .where(sql`problem_id is not null`),
    index("webhook_events_replay_id_idx")
      .on(table.replayId, table.receivedAt, table.id)
      .where(sql`replay_id is not null`),
    index("webhook_events_search_idx").using("gin", table.search).where(sql`search is not null`),
    index("webhook_events_connection_id_idx").on(table.connectionId, table.receivedAt, table.id),
    index("webhook_events_due_idx")
      .on(table.connectionId, table.receivedAt, table.id)
      .where(sql`status in ('pending', 'failed')`),
    index("webhook_events_unrouted_idx")
      .on(table.provider, table.accountExternalId)
      .where(sql`connection_id is null`),
    pgPolicy("members see webhook events", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** One row per idempotency key for the dedupe window: a key cannot be unique across partitions. */
export const webhookReceipts = pgTable(
  "webhook_receipts",
  {
    provider: provider("provider").notNull(),
    externalId: text("external_id").notNull(),
    eventId: uuid("event_id").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "webhook_receipts_pkey", columns: [table.provider, table.externalId] }),
    index("webhook_receipts_received_at_idx").on(table.receivedAt),
  ],
).enableRLS();

/** What was refused, counted by the minute: an attack costs rows per minute, not per request. */
export const webhookRejections = pgTable(
  "webhook_rejections",
  {
    minute: instant("minute").notNull(),
    sender: text("sender").notNull(),
    reason: text("reason").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({ name: "webhook_rejections_pkey", columns: [table.minute, table.sender, table.reason] }),
  ],
).enableRLS();

/** When each sender last had our address proved to it; some demand it again and again. */
export const webhookAddresses = pgTable("webhook_addresses", {
  sender: text("sender").primaryKey(),
  provenAt: instant("proven_at").notNull(),
}).enableRLS();

/** Each try at an event. Partitioned like the events, by the same instant. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    eventId: uuid("event_id").notNull(),
    eventReceivedAt: instant("event_received_at").notNull(),
    attempt: integer("attempt").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    startedAt: instant("started_at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    outcome: webhookEventStatus("outcome").notNull(),
    errorMessage: text("error_message"),
  },
  (table) => [
    primaryKey({
      name: "webhook_attempts_pkey",
      columns: [table.eventId, table.eventReceivedAt, table.attempt],
    }),
    index("webhook_attempts_organization_id_idx").on(table.organizationId),
    pgPolicy("members see attempts", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** When each worker was last seen alive; `/api/ready` asks. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  workerId: text("worker_id").primaryKey(),
  seenAt: instant("seen_at").notNull(),
}).enableRLS();
