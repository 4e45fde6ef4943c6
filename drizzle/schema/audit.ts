import { sql } from "drizzle-orm";
import { index, jsonb, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { createdAt, id } from "./columns.ts";
import { organizations, profiles } from "./tenancy.ts";

/** Append-only: nobody holds update or delete, and rows come in through `private.record_audit`. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    /** Null while the person belongs to no organization yet. */
    organizationId: uuid("organization_id").references(() => organizations.id, { onDelete: "cascade" }),
    actorId: uuid("actor_id").references(() => profiles.id, { onDelete: "set null" }),
    action: text("action").notNull(),
    targetType: text("target_type"),
    targetId: text("target_id"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    metadata: jsonb("metadata").notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    index("audit_events_organization_id_created_at_idx").on(table.organizationId, table.createdAt, table.id),
    index("audit_events_target_idx").on(
      table.organizationId,
      table.targetType,
      table.targetId,
      table.createdAt,
    ),
    pgPolicy("owners and admins read the audit log", {
      for: "select",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);
