import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgPolicy,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { organizations, profiles } from "./tenancy.ts";

export const deliverableStatus = pgEnum("deliverable_status", ["waiting", "ready", "failed"]);

/** What is handed to a client: a page of HTML, a PDF, or both. */
export const deliverables = pgTable(
  "deliverables",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid("user_id").references(() => profiles.id, { onDelete: "set null" }),
    kind: text("kind").notNull(),
    clientName: text("client_name").notNull(),
    title: text("title").notNull(),
    html: text("html"),
    /** In the bucket `private`; begins with the organization's id. */
    pdfPath: text("pdf_path"),
    pdfBytes: integer("pdf_bytes"),
    /** Of a report: its first and last day, both included, and the channels it is about; none means all. */
    periodFrom: date("period_from", { mode: "string" }),
    periodTo: date("period_to", { mode: "string" }),
    channels: text("channels").array().notNull().default(sql`'{}'`),
    status: deliverableStatus("status").notNull().default("waiting"),
    error: text("error"),
    readyAt: instant("ready_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("deliverables_kind_is_known", sql`${table.kind} in ('report', 'page')`),
    check(
      "deliverables_report_has_a_period",
      sql`${table.kind} <> 'report' or ${table.periodFrom} <= ${table.periodTo}`,
    ),
    check("deliverables_client_is_said", sql`length(trim(${table.clientName})) between 1 and 120`),
    // What points at a deliverable points at one of its own organization.
    unique("deliverables_id_organization_id_key").on(table.id, table.organizationId),
    index("deliverables_organization_id_created_at_idx").on(table.organizationId, table.createdAt, table.id),
    pgPolicy("members see deliverables", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("members write deliverables", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin,member}') and ${table.userId} = (select auth.uid())`,
    }),
    pgPolicy("members change deliverables", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin,member}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin,member}')`,
    }),
    pgPolicy("members remove deliverables", {
      for: "delete",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin,member}')`,
    }),
  ],
);

/** A link to a deliverable for people without an account. Only its token's hash is kept. */
export const deliverableShares = pgTable(
  "deliverable_shares",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    deliverableId: uuid("deliverable_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdBy: uuid("created_by").references(() => profiles.id, { onDelete: "set null" }),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    views: integer("views").notNull().default(0),
    lastViewedAt: instant("last_viewed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    foreignKey({
      name: "deliverable_shares_own_deliverable_fkey",
      columns: [table.deliverableId, table.organizationId],
      foreignColumns: [deliverables.id, deliverables.organizationId],
    }).onDelete("cascade"),
    unique("deliverable_shares_token_hash_key").on(table.tokenHash),
    index("deliverable_shares_deliverable_id_idx").on(table.deliverableId, table.createdAt, table.id),
    pgPolicy("members see shares", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("members share", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin,member}') and ${table.createdBy} = (select auth.uid())`,
    }),
    pgPolicy("members take shares back", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin,member}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin,member}')`,
    }),
  ],
);

/** A report of the month before, made on its first day and mailed. */
export const reportSchedules = pgTable(
  "report_schedules",
  {
    organizationId: uuid("organization_id")
      .primaryKey()
      .references(() => organizations.id, { onDelete: "cascade" }),
    isOn: boolean("is_on").notNull().default(false),
    clientName: text("client_name").notNull(),
    recipients: text("recipients").array().notNull().default(sql`'{}'`),
    /** The first day of the month last reported on. */
    lastMonth: date("last_month", { mode: "string" }),
    changedBy: uuid("changed_by").references(() => profiles.id, { onDelete: "set null" }),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("report_schedules_recipients_are_few", sql`cardinality(${table.recipients}) <= 10`),
    pgPolicy("members see the report's schedule", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("owners and admins set the report's schedule", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
    pgPolicy("owners and admins change the report's schedule", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);
