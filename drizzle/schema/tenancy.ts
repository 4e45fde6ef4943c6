import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole, authUsers } from "drizzle-orm/supabase";
import { createdAt, id, instant, updatedAt } from "./columns.ts";

export const organizationRole = pgEnum("organization_role", ["owner", "admin", "member", "viewer"]);

export const profiles = pgTable(
  "profiles",
  {
    id: uuid("id")
      .primaryKey()
      .references(() => authUsers.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    name: text("name"),
    avatarUrl: text("avatar_url"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("profiles_email_key").on(table.email),
    pgPolicy("people see themselves and their colleagues", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.id} = (select auth.uid()) or private.is_colleague(${table.id})`,
    }),
    pgPolicy("people change their own profile", {
      for: "update",
      to: authenticatedRole,
      using: sql`${table.id} = (select auth.uid())`,
      withCheck: sql`${table.id} = (select auth.uid())`,
    }),
  ],
);

export const organizations = pgTable(
  "organizations",
  {
    id: id(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    businessType: text("business_type"),
    logoPath: text("logo_path"),
    timeZone: text("time_zone").notNull().default("UTC"),
    settings: jsonb("settings").notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("organizations_slug_key").on(table.slug),
    check("organizations_name_is_said", sql`length(trim(${table.name})) between 1 and 120`),
    check("organizations_slug_is_an_address", sql`${table.slug} ~ '^[a-z0-9](-?[a-z0-9]){1,47}$'`),
    pgPolicy("members see their organization", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.id} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("owners and admins change their organization", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.id}, '{owner,admin}')`,
      withCheck: sql`has_role(${table.id}, '{owner,admin}')`,
    }),
    pgPolicy("owners delete their organization", {
      for: "delete",
      to: authenticatedRole,
      using: sql`has_role(${table.id}, '{owner}')`,
    }),
  ],
);

export const organizationMembers = pgTable(
  "organization_members",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => profiles.id, { onDelete: "cascade" }),
    role: organizationRole("role").notNull(),
    /** Whether this person is written to when a connection breaks; changed through `private.set_connection_alerts`. */
    connectionAlerts: boolean("connection_alerts").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("organization_members_user_id_organization_id_key").on(table.userId, table.organizationId),
    index("organization_members_organization_id_idx").on(table.organizationId),
    pgPolicy("members see who else is a member", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("admins add members below owner, owners add any", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner}') or (${table.role} <> 'owner' and has_role(${table.organizationId}, '{admin}'))`,
    }),
    pgPolicy("admins change members below owner, owners change any", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner}') or (${table.role} <> 'owner' and has_role(${table.organizationId}, '{admin}'))`,
      withCheck: sql`has_role(${table.organizationId}, '{owner}') or (${table.role} <> 'owner' and has_role(${table.organizationId}, '{admin}'))`,
    }),
    pgPolicy("people leave, admins remove below owner, owners any", {
      for: "delete",
      to: authenticatedRole,
      using: sql`${table.userId} = (select auth.uid()) or has_role(${table.organizationId}, '{owner}') or (${table.role} <> 'owner' and has_role(${table.organizationId}, '{admin}'))`,
    }),
  ],
);

export const organizationInvitations = pgTable(
  "organization_invitations",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: organizationRole("role").notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by").references(() => profiles.id, { onDelete: "set null" }),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    createdAt: createdAt(),
  },
  (table) => [
    unique("organization_invitations_token_hash_key").on(table.tokenHash),
    index("organization_invitations_organization_id_idx").on(table.organizationId, table.createdAt),
    pgPolicy("owners and admins see invitations", {
      for: "select",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
    pgPolicy("admins invite below owner, owners invite any", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner}') or (${table.role} <> 'owner' and has_role(${table.organizationId}, '{admin}'))`,
    }),
    pgPolicy("owners and admins withdraw invitations", {
      for: "delete",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);

export const brandSettings = pgTable(
  "brand_settings",
  {
    id: id(),
    /** Null is the platform's default, which every signed-in person may read. */
    organizationId: uuid("organization_id").references(() => organizations.id, { onDelete: "cascade" }),
    primaryColor: text("primary_color").notNull().default("#2A3EB1"),
    secondaryColor: text("secondary_color").notNull().default("#4C6FE7"),
    logoPath: text("logo_path"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("brand_settings_organization_id_key").on(table.organizationId).nullsNotDistinct(),
    check(
      "brand_settings_colors_are_hex",
      sql`${table.primaryColor} ~ '^#[0-9A-Fa-f]{6}$' and ${table.secondaryColor} ~ '^#[0-9A-Fa-f]{6}$'`,
    ),
    pgPolicy("members see their brand and everyone the default", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} is null or ${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("owners and admins set their brand", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
    pgPolicy("owners and admins change their brand", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
    pgPolicy("owners and admins drop their brand", {
      for: "delete",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);
