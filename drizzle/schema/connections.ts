import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { organizations, profiles } from "./tenancy.ts";

export const provider = pgEnum("provider", ["facebook", "instagram", "whatsapp", "twilio_whatsapp", "zoom"]);

export const connectionStatus = pgEnum("connection_status", [
  "healthy",
  "needs_attention",
  "broken",
  "disconnected",
  "checking",
]);

export const connections = pgTable(
  "connections",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    provider: provider("provider").notNull(),
    /** The account as webhooks name it: Page id, phone_number_id, `AccountSid:+E164`, Zoom user id. */
    externalId: text("external_id").notNull(),
    /** The person at the platform whose grant backs this; several connections can share one. */
    authorizedByExternalId: text("authorized_by_external_id"),
    displayName: text("display_name").notNull(),
    username: text("username"),
    avatarUrl: text("avatar_url"),
    status: connectionStatus("status").notNull().default("checking"),
    statusReason: text("status_reason"),
    statusSince: instant("status_since").notNull().defaultNow(),
    scopes: text("scopes").array().notNull().default(sql`'{}'`),
    details: jsonb("details").notNull().default({}),
    webhookConfigured: boolean("webhook_configured").notNull().default(false),
    connectedBy: uuid("connected_by").references(() => profiles.id, { onDelete: "set null" }),
    connectedAt: instant("connected_at").notNull().defaultNow(),
    lastVerifiedAt: instant("last_verified_at"),
    lastEventAt: instant("last_event_at"),
    lastSyncedAt: instant("last_synced_at"),
    /** Until when what the platform still tells of missed events is known to be here. */
    caughtUpAt: instant("caught_up_at"),
    /** Background calls wait until then, because the platform asked for fewer. */
    pausedUntil: instant("paused_until"),
    pauseReason: text("pause_reason"),
    syncFrequencyMinutes: integer("sync_frequency_minutes").notNull().default(60),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("connections_sync_frequency_is_at_least_15", sql`${table.syncFrequencyMinutes} >= 15`),
    uniqueIndex("connections_live_account_key")
      .on(table.provider, table.externalId)
      .where(sql`status <> 'disconnected'`),
    index("connections_organization_id_idx").on(table.organizationId, table.createdAt, table.id),
    index("connections_authorized_by_idx").on(table.provider, table.authorizedByExternalId),
    index("connections_account_details_idx")
      .using("gin", sql`(details -> 'account') jsonb_path_ops`)
      .where(sql`status <> 'disconnected'`),
    pgPolicy("members see connections", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    // What points at a connection points at one of its own organization.
    unique("connections_id_organization_id_key").on(table.id, table.organizationId),
    // Which account it is and whether it is live can only be said by who has proved it: no one may insert, and
    // these columns are not granted. Verbs go through `private.save_connection` and `private.disconnect`.
    pgPolicy("owners and admins change connections", {
      for: "update",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);

/** The connection a row names is one of the row's own organization. */
export const ownConnection = (from: string, connectionId: AnyPgColumn, organizationId: AnyPgColumn) =>
  foreignKey({
    name: `${from}_own_connection_fkey`,
    columns: [connectionId, organizationId],
    foreignColumns: [connections.id, connections.organizationId],
  }).onDelete("cascade");

/** Ciphertext only. No policy and no grant names this table: people reach it through `private.save_credentials`. */
export const connectionCredentials = pgTable(
  "connection_credentials",
  {
    connectionId: uuid("connection_id")
      .primaryKey()
      .references(() => connections.id, { onDelete: "cascade" }),
    /** One JWE over the provider's secrets; it opens for this connection and no other. */
    ciphertext: text("ciphertext").notNull(),
    keyId: text("key_id").notNull(),
    accessExpiresAt: instant("access_expires_at"),
    refreshExpiresAt: instant("refresh_expires_at"),
    /** When the platform gave these. */
    savedAt: instant("saved_at").notNull().defaultNow(),
    renewalFailures: integer("renewal_failures").notNull().default(0),
    renewalRetryAt: instant("renewal_retry_at"),
    renewalError: text("renewal_error"),
    /** What these took the place of, where deliveries signed with it may still come. */
    previousCiphertext: text("previous_ciphertext"),
    previousKeyId: text("previous_key_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check(
      "connection_credentials_are_encrypted",
      sql`${table.ciphertext} ~ '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$'`,
    ),
    index("connection_credentials_access_expires_at_idx").on(table.accessExpiresAt),
    index("connection_credentials_key_id_idx").on(table.keyId),
  ],
).enableRLS();

export const oauthSessions = pgTable(
  "oauth_sessions",
  {
    id: id(),
    stateHash: text("state_hash").notNull(),
    verifierCiphertext: text("verifier_ciphertext"),
    /** The browser that began: its cookie's hash. */
    browserHash: text("browser_hash").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => profiles.id, { onDelete: "cascade" }),
    provider: provider("provider").notNull(),
    reconnectConnectionId: uuid("reconnect_connection_id"),
    redirectUri: text("redirect_uri").notNull(),
    requestedScopes: text("requested_scopes").array().notNull(),
    /** What the platform granted, held between the callback and the choice of accounts. */
    grantCiphertext: text("grant_ciphertext"),
    outcome: text("outcome"),
    expiresAt: instant("expires_at").notNull(),
    consumedAt: instant("consumed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    ownConnection("oauth_sessions", table.reconnectConnectionId, table.organizationId),
    uniqueIndex("oauth_sessions_state_hash_key").on(table.stateHash),
    index("oauth_sessions_expires_at_idx").on(table.expiresAt),
    index("oauth_sessions_user_id_provider_idx").on(table.userId, table.provider),
    pgPolicy("owners and admins begin to connect", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`${table.userId} = (select auth.uid()) and has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);

export const connectionChecks = pgTable(
  "connection_checks",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    connectionId: uuid("connection_id").notNull(),
    status: connectionStatus("status").notNull(),
    /** The checklist as it stood: each line's id, verdict and reason. */
    lines: jsonb("lines").notNull(),
    cause: text("cause").notNull(),
    durationMs: integer("duration_ms").notNull(),
    checkedAt: instant("checked_at").notNull().defaultNow(),
  },
  (table) => [
    ownConnection("connection_checks", table.connectionId, table.organizationId),
    check(
      "connection_checks_cause_is_known",
      sql`${table.cause} in ('connect', 'person', 'schedule', 'error')`,
    ),
    index("connection_checks_connection_id_checked_at_idx").on(table.connectionId, table.checkedAt, table.id),
    pgPolicy("members see checks", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/**
 * Who is written to about a break, and told that it is over: once each, however often a job runs. `sent_at`: null from the
 * moment before the mail goes out until it is known to be on its way.
 */
export const connectionAlerts = pgTable(
  "connection_alerts",
  {
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => profiles.id, { onDelete: "cascade" }),
    brokenSince: instant("broken_since").notNull(),
    sentAt: instant("sent_at"),
    wellSentAt: instant("well_sent_at"),
  },
  (table) => [
    primaryKey({
      name: "connection_alerts_pkey",
      columns: [table.connectionId, table.userId, table.brokenSince],
    }),
  ],
).enableRLS();

/** Meta's data-deletion callback promises a status page; this is what it reads. Holds no personal data. */
export const dataDeletionRequests = pgTable(
  "data_deletion_requests",
  {
    id: id(),
    code: text("code").notNull(),
    provider: provider("provider").notNull(),
    externalUserHash: text("external_user_hash").notNull(),
    status: text("status").notNull().default("pending"),
    requestedAt: instant("requested_at").notNull().defaultNow(),
    completedAt: instant("completed_at"),
  },
  (table) => [
    check("data_deletion_requests_status_is_known", sql`${table.status} in ('pending', 'completed')`),
    uniqueIndex("data_deletion_requests_code_key").on(table.code),
  ],
).enableRLS();
