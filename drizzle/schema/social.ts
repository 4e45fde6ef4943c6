import { type SQL, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  numeric,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { authenticatedRole } from "drizzle-orm/supabase";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { ownConnection, provider } from "./connections.ts";
import { organizations, profiles } from "./tenancy.ts";

/** A count out of the metrics as the platform gave them, so that lists can be sorted by it; null where it told none. */
const counted = (name: string, from: "engagement_metrics" | "reach_metrics", metric: string) =>
  bigint(name, { mode: "number" }).generatedAlwaysAs(
    (): SQL => sql.raw(`((${from} ->> '${metric}')::bigint)`),
  );

/** Other businesses' accounts that are watched for comparison: only what the platform shows to everyone. */
export const competitors = pgTable(
  "competitors",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    provider: provider("provider").notNull(),
    /** As people type it: an Instagram user name or a Facebook Page's name in its address, without the @. */
    handle: text("handle").notNull(),
    /** The account through which it is read. */
    connectionId: uuid("connection_id").notNull(),
    externalId: text("external_id"),
    displayName: text("display_name"),
    avatarUrl: text("avatar_url"),
    followers: bigint("followers", { mode: "number" }),
    posts: bigint("posts", { mode: "number" }),
    lastSyncedAt: instant("last_synced_at"),
    /** Why it could not be read the last time, and what to do about it. */
    error: text("error"),
    addedBy: uuid("added_by").references(() => profiles.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    ownConnection("competitors", table.connectionId, table.organizationId),
    unique("competitors_handle_key").on(table.organizationId, table.provider, table.handle),
    // What points at a competitor points at one of its own organization.
    unique("competitors_id_organization_id_key").on(table.id, table.organizationId),
    check(
      "competitors_handle_is_a_name",
      sql`${table.handle} ~ '^[A-Za-z0-9._-]{1,100}$' and ${table.handle} = lower(${table.handle})`,
    ),
    index("competitors_connection_id_idx").on(table.connectionId),
    pgPolicy("members see competitors", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
    pgPolicy("owners and admins watch competitors", {
      for: "insert",
      to: authenticatedRole,
      withCheck: sql`has_role(${table.organizationId}, '{owner,admin}') and ${table.addedBy} = (select auth.uid())`,
    }),
    pgPolicy("owners and admins stop watching", {
      for: "delete",
      to: authenticatedRole,
      using: sql`has_role(${table.organizationId}, '{owner,admin}')`,
    }),
  ],
);

/** How many followed a competitor on a day, and how much it had published by then. */
export const competitorFigures = pgTable(
  "competitor_figures",
  {
    competitorId: uuid("competitor_id").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    date: date("date", { mode: "string" }).notNull(),
    followers: bigint("followers", { mode: "number" }),
    posts: bigint("posts", { mode: "number" }),
  },
  (table) => [
    primaryKey({ name: "competitor_figures_pkey", columns: [table.competitorId, table.date] }),
    foreignKey({
      name: "competitor_figures_own_competitor_fkey",
      columns: [table.competitorId, table.organizationId],
      foreignColumns: [competitors.id, competitors.organizationId],
    }).onDelete("cascade"),
    pgPolicy("members see competitors' figures", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** What an account published, or a competitor where it says so. */
export const socialMediaContent = pgTable(
  "social_media_content",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** The account it belongs to; of a competitor's, the one through which it was read. */
    connectionId: uuid("connection_id").notNull(),
    platformContentId: varchar("platform_content_id", { length: 255 }).notNull(),
    contentType: varchar("content_type", { length: 50 }).notNull(),
    contentText: text("content_text"),
    /** Addresses of its pictures and films, the first for showing it small. They may stop working. */
    mediaUrls: jsonb("media_urls").notNull().default([]),
    permalink: text("permalink"),
    /** What people did with it, such as `{"likes": 45, "comments": 12, "shares": 8, "saves": 3, "clicks": 20}`. */
    engagementMetrics: jsonb("engagement_metrics").notNull().default({}),
    /** How many saw it: `{"views": 900, "reach": 700}`. */
    reachMetrics: jsonb("reach_metrics").notNull().default({}),
    likes: counted("likes", "engagement_metrics", "likes"),
    comments: counted("comments", "engagement_metrics", "comments"),
    shares: counted("shares", "engagement_metrics", "shares"),
    saves: counted("saves", "engagement_metrics", "saves"),
    interactions: counted("interactions", "engagement_metrics", "interactions"),
    views: counted("views", "reach_metrics", "views"),
    reach: counted("reach", "reach_metrics", "reach"),
    publishedAt: instant("published_at").notNull(),
    /** When it was last found different from what stood here. */
    fetchedAt: instant("fetched_at").notNull().defaultNow(),
    isCompetitorContent: boolean("is_competitor_content").notNull().default(false),
    competitorId: uuid("competitor_id"),
    /** Of all that the platform told of it: what has the same is not written again. */
    contentHash: varchar("content_hash", { length: 64 }).notNull(),
    /** When it was no longer found at the platform. */
    removedAt: instant("removed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    ownConnection("social_media_content", table.connectionId, table.organizationId),
    foreignKey({
      name: "social_media_content_own_competitor_fkey",
      columns: [table.competitorId, table.organizationId],
      foreignColumns: [competitors.id, competitors.organizationId],
    }).onDelete("cascade"),
    unique("unique_platform_content").on(table.connectionId, table.platformContentId),
    check("valid_content_type", sql`${table.contentType} in ('post', 'story', 'reel', 'video', 'ad')`),
    check(
      "social_media_content_competitor_is_named",
      sql`${table.isCompetitorContent} = (${table.competitorId} is not null)`,
    ),
    // The moment narrows it; the rest is there so that years of posts can be counted and ordered from the index alone.
    index("social_media_content_lists_idx").on(
      table.organizationId,
      table.isCompetitorContent,
      table.publishedAt,
      table.id,
      table.connectionId,
      table.contentType,
      table.removedAt,
      table.interactions,
      table.likes,
      table.comments,
      table.shares,
      table.saves,
      table.reach,
      table.views,
    ),
    index("social_media_content_connection_id_published_at_idx").on(table.connectionId, table.publishedAt),
    index("social_media_content_competitor_id_published_at_idx").on(table.competitorId, table.publishedAt),
    pgPolicy("members see content", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);

/** One figure of one account on one day of its own; a day the platform told nothing of has no row. */
export const socialMediaAnalytics = pgTable(
  "social_media_analytics",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    connectionId: uuid("connection_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    metricType: varchar("metric_type", { length: 50 }).notNull(),
    metricValue: numeric("metric_value", { precision: 20, scale: 2, mode: "number" }).notNull(),
    metricUnit: varchar("metric_unit", { length: 20 }).notNull().default("count"),
    breakdown: jsonb("breakdown"),
    /** The platform's own name of the metric: what it means changes with the name. */
    sourceMetric: text("source_metric").notNull(),
    fetchedAt: instant("fetched_at").notNull().defaultNow(),
  },
  (table) => [
    ownConnection("social_media_analytics", table.connectionId, table.organizationId),
    unique("unique_metric_date").on(table.connectionId, table.date, table.metricType),
    check(
      "valid_metric_type",
      sql`${table.metricType} in ('followers', 'follows', 'unfollows', 'engagement', 'reach', 'impressions', 'views', 'profile_views', 'likes', 'comments', 'shares', 'saves', 'accounts_engaged', 'clicks', 'conversions')`,
    ),
    // The day narrows it; the rest is there so that years of figures are read from the index alone.
    index("social_media_analytics_figures_idx").on(
      table.organizationId,
      table.metricType,
      table.date,
      table.connectionId,
      table.metricValue,
      table.sourceMetric,
    ),
    pgPolicy("members see analytics", {
      for: "select",
      to: authenticatedRole,
      using: sql`${table.organizationId} in (select private.organizations_of_caller())`,
    }),
  ],
);
