import { sql } from "drizzle-orm";
import { date, index, integer, pgPolicy, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { id, instant } from "./columns.ts";
import { ownConnection } from "./connections.ts";
import { organizations, profiles } from "./tenancy.ts";

/** Messages of one connection on one day, as days were in the organization's time zone when they were counted. */
export const messageCounts = pgTable(
  "message_counts",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    date: date("date", { mode: "string" }).notNull(),
    connectionId: uuid("connection_id").notNull(),
    received: integer("received").notNull().default(0),
    sent: integer("sent").notNull().default(0),
    delivered: integer("delivered").notNull().default(0),
    read: integer("read").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** Conversations a customer began. */
    started: integer("started").notNull().default(0),
  },
  (table) => [
    primaryKey({
      name: "message_counts_pkey",
      columns: [table.organizationId, table.date, table.connectionId],
    }),
    ownConnection("message_counts", table.connectionId, table.organizationId),
    pgPolicy("members see message counts", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** Where a conversation stands, as far as counting needs it. No policy: nobody reads it but the worker. */
export const messageContacts = pgTable(
  "message_contacts",
  {
    connectionId: uuid("connection_id").notNull(),
    /** The customer as the platform names them to this connection. */
    contact: text("contact").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    lastReceivedAt: instant("last_received_at"),
    lastSentAt: instant("last_sent_at"),
  },
  (table) => [
    primaryKey({ name: "message_contacts_pkey", columns: [table.connectionId, table.contact] }),
    ownConnection("message_contacts", table.connectionId, table.organizationId),
  ],
).enableRLS();

/** A customer who wrote and waited, from their first unanswered message to the first answer, if there was one. */
export const firstReplies = pgTable(
  "first_replies",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    connectionId: uuid("connection_id").notNull(),
    contact: text("contact").notNull(),
    askedAt: instant("asked_at").notNull(),
    answeredAt: instant("answered_at"),
    /** Null for an answer given outside this product, where nobody tells us whose it was. */
    answeredBy: uuid("answered_by").references(() => profiles.id, { onDelete: "set null" }),
    /** Of the wait, what fell into opening hours. */
    openSeconds: integer("open_seconds"),
  },
  (table) => [
    ownConnection("first_replies", table.connectionId, table.organizationId),
    index("first_replies_organization_id_asked_at_idx").on(table.organizationId, table.askedAt, table.id),
    index("first_replies_waiting_idx").on(table.connectionId, table.contact).where(sql`answered_at is null`),
    pgPolicy("members see first replies", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);
