import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { id, instant } from "./columns.ts";
import { ownConnection } from "./connections.ts";
import { organizations } from "./tenancy.ts";

export const syncStatus = pgEnum("sync_status", ["running", "done", "failed"]);

/**
 * One reading of what an account published and how it did, from its beginning to its end, however many processes it took:
 * `cursor` is where the next step goes on.
 */
export const syncRuns = pgTable(
  "sync_runs",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    connectionId: uuid("connection_id").notNull(),
    /** `first`: as far back as the platform tells; `whole`: the same again, once a day; `recent`: what may still change. */
    kind: text("kind").notNull(),
    cause: text("cause").notNull(),
    status: syncStatus("status").notNull().default("running"),
    startedAt: instant("started_at").notNull().defaultNow(),
    /** Who is at work on it, and until when nobody else may be. */
    claimedBy: uuid("claimed_by"),
    claimedUntil: instant("claimed_until"),
    finishedAt: instant("finished_at"),
    cursor: jsonb("cursor"),
    /** Steps done, and how many there are, as far as is known. */
    stepsDone: integer("steps_done").notNull().default(0),
    stepsTotal: integer("steps_total"),
    /** What it is at, such as “Reading posts of October”. */
    doing: text("doing"),
    items: integer("items").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    removed: integer("removed").notNull().default(0),
    calls: integer("calls").notNull().default(0),
    /** What the platform refuses to tell, a sentence each. */
    notes: text("notes").array().notNull().default(sql`'{}'`),
    error: text("error"),
  },
  (table) => [
    ownConnection("sync_runs", table.connectionId, table.organizationId),
    check("sync_runs_kind_is_known", sql`${table.kind} in ('first', 'whole', 'recent')`),
    check("sync_runs_cause_is_known", sql`${table.cause} in ('connect', 'schedule', 'person')`),
    uniqueIndex("sync_runs_running_key").on(table.connectionId).where(sql`status = 'running'`),
    index("sync_runs_connection_id_started_at_idx").on(table.connectionId, table.startedAt, table.id),
    pgPolicy("members see sync runs", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** When a connection is next synced, and what was learned for it. */
export const syncStates = pgTable(
  "sync_states",
  {
    connectionId: uuid("connection_id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    nextAt: instant("next_at").notNull(),
    /** When everything the platform still tells was last read from end to end; null: never. */
    wholeAt: instant("whole_at"),
    /** Metrics the platform refuses, by name, and until when they are not asked for again. */
    refused: jsonb("refused").notNull().default({}),
    /** In a row, since the last that ended well. */
    failures: integer("failures").notNull().default(0),
  },
  (table) => [
    ownConnection("sync_states", table.connectionId, table.organizationId),
    index("sync_states_next_at_idx").on(table.nextAt),
    pgPolicy("members see sync states", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);
