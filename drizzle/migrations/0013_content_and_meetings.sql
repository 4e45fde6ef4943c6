CREATE TYPE "public"."deliverable_status" AS ENUM('waiting', 'ready', 'failed');--> statement-breakpoint
CREATE TYPE "public"."zoom_meeting_status" AS ENUM('scheduled', 'live', 'ended', 'deleted');--> statement-breakpoint
CREATE TYPE "public"."sync_status" AS ENUM('running', 'done', 'failed');--> statement-breakpoint
CREATE TABLE "first_replies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"contact" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"open_seconds" integer
);
--> statement-breakpoint
ALTER TABLE "first_replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_contacts" (
	"connection_id" uuid NOT NULL,
	"contact" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"last_received_at" timestamp with time zone,
	"last_sent_at" timestamp with time zone,
	CONSTRAINT "message_contacts_pkey" PRIMARY KEY("connection_id","contact")
);
--> statement-breakpoint
ALTER TABLE "message_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_counts" (
	"organization_id" uuid NOT NULL,
	"date" date NOT NULL,
	"connection_id" uuid NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"started" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "message_counts_pkey" PRIMARY KEY("organization_id","date","connection_id")
);
--> statement-breakpoint
ALTER TABLE "message_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliverable_shares" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliverable_shares_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "deliverable_shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliverables" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"client_name" text NOT NULL,
	"title" text NOT NULL,
	"html" text,
	"pdf_path" text,
	"pdf_bytes" integer,
	"period_from" date,
	"period_to" date,
	"channels" text[] DEFAULT '{}' NOT NULL,
	"status" "deliverable_status" DEFAULT 'waiting' NOT NULL,
	"error" text,
	"ready_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliverables_id_organization_id_key" UNIQUE("id","organization_id"),
	CONSTRAINT "deliverables_kind_is_known" CHECK ("deliverables"."kind" in ('report', 'page')),
	CONSTRAINT "deliverables_report_has_a_period" CHECK ("deliverables"."kind" <> 'report' or "deliverables"."period_from" <= "deliverables"."period_to"),
	CONSTRAINT "deliverables_client_is_said" CHECK (length(trim("deliverables"."client_name")) between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "deliverables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_schedules" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"client_name" text NOT NULL,
	"recipients" text[] DEFAULT '{}' NOT NULL,
	"last_month" date,
	"changed_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_schedules_recipients_are_few" CHECK (cardinality("report_schedules"."recipients") <= 10)
);
--> statement-breakpoint
ALTER TABLE "report_schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "zoom_meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"uuid" text NOT NULL,
	"occurrence_id" text DEFAULT '' NOT NULL,
	"meeting_id" text NOT NULL,
	"topic" text NOT NULL,
	"agenda" text,
	"type" integer,
	"status" "zoom_meeting_status" NOT NULL,
	"host_name" text,
	"host_email" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"duration_minutes" integer,
	"time_zone" text,
	"join_url" text,
	"participant_count" integer,
	"recordings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"content_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "zoom_meetings_instance_key" UNIQUE("connection_id","uuid","occurrence_id"),
	CONSTRAINT "zoom_meetings_id_organization_id_key" UNIQUE("id","organization_id")
);
--> statement-breakpoint
ALTER TABLE "zoom_meetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "zoom_participants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"zoom_meeting_id" uuid NOT NULL,
	"identity" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "zoom_participants_stay_key" UNIQUE("zoom_meeting_id","identity","joined_at"),
	CONSTRAINT "zoom_participants_leave_after_they_join" CHECK ("zoom_participants"."left_at" is null or "zoom_participants"."left_at" >= "zoom_participants"."joined_at")
);
--> statement-breakpoint
ALTER TABLE "zoom_participants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competitor_figures" (
	"competitor_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"date" date NOT NULL,
	"followers" bigint,
	"posts" bigint,
	CONSTRAINT "competitor_figures_pkey" PRIMARY KEY("competitor_id","date")
);
--> statement-breakpoint
ALTER TABLE "competitor_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competitors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"handle" text NOT NULL,
	"connection_id" uuid NOT NULL,
	"external_id" text,
	"display_name" text,
	"avatar_url" text,
	"followers" bigint,
	"posts" bigint,
	"last_synced_at" timestamp with time zone,
	"error" text,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "competitors_handle_key" UNIQUE("organization_id","provider","handle"),
	CONSTRAINT "competitors_id_organization_id_key" UNIQUE("id","organization_id"),
	CONSTRAINT "competitors_handle_is_a_name" CHECK ("competitors"."handle" ~ '^[A-Za-z0-9._-]{1,100}$' and "competitors"."handle" = lower("competitors"."handle"))
);
--> statement-breakpoint
ALTER TABLE "competitors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "social_media_analytics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"date" date NOT NULL,
	"metric_type" varchar(50) NOT NULL,
	"metric_value" numeric(20, 2) NOT NULL,
	"metric_unit" varchar(20) DEFAULT 'count' NOT NULL,
	"breakdown" jsonb,
	"source_metric" text NOT NULL,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unique_metric_date" UNIQUE("connection_id","date","metric_type"),
	CONSTRAINT "valid_metric_type" CHECK ("social_media_analytics"."metric_type" in ('followers', 'follows', 'unfollows', 'engagement', 'reach', 'impressions', 'views', 'profile_views', 'likes', 'comments', 'shares', 'saves', 'accounts_engaged', 'clicks', 'conversions'))
);
--> statement-breakpoint
ALTER TABLE "social_media_analytics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "social_media_content" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"platform_content_id" varchar(255) NOT NULL,
	"content_type" varchar(50) NOT NULL,
	"content_text" text,
	"media_urls" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"permalink" text,
	"engagement_metrics" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reach_metrics" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"likes" bigint GENERATED ALWAYS AS (((engagement_metrics ->> 'likes')::bigint)) STORED,
	"comments" bigint GENERATED ALWAYS AS (((engagement_metrics ->> 'comments')::bigint)) STORED,
	"shares" bigint GENERATED ALWAYS AS (((engagement_metrics ->> 'shares')::bigint)) STORED,
	"saves" bigint GENERATED ALWAYS AS (((engagement_metrics ->> 'saves')::bigint)) STORED,
	"interactions" bigint GENERATED ALWAYS AS (((engagement_metrics ->> 'interactions')::bigint)) STORED,
	"views" bigint GENERATED ALWAYS AS (((reach_metrics ->> 'views')::bigint)) STORED,
	"reach" bigint GENERATED ALWAYS AS (((reach_metrics ->> 'reach')::bigint)) STORED,
	"published_at" timestamp with time zone NOT NULL,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"is_competitor_content" boolean DEFAULT false NOT NULL,
	"competitor_id" uuid,
	"content_hash" varchar(64) NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unique_platform_content" UNIQUE("connection_id","platform_content_id"),
	CONSTRAINT "valid_content_type" CHECK ("social_media_content"."content_type" in ('post', 'story', 'reel', 'video', 'ad')),
	CONSTRAINT "social_media_content_competitor_is_named" CHECK ("social_media_content"."is_competitor_content" = ("social_media_content"."competitor_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "social_media_content" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"status" "sync_status" DEFAULT 'running' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"cursor" jsonb,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"steps_total" integer,
	"doing" text,
	"items" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"notes" text[] DEFAULT '{}' NOT NULL,
	"error" text,
	CONSTRAINT "sync_runs_kind_is_known" CHECK ("sync_runs"."kind" in ('first', 'whole', 'recent')),
	CONSTRAINT "sync_runs_cause_is_known" CHECK ("sync_runs"."cause" in ('connect', 'schedule', 'person'))
);
--> statement-breakpoint
ALTER TABLE "sync_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_states" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"whole_at" timestamp with time zone,
	"refused" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sync_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "is_counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "first_replies" ADD CONSTRAINT "first_replies_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_replies" ADD CONSTRAINT "first_replies_answered_by_profiles_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_replies" ADD CONSTRAINT "first_replies_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_contacts" ADD CONSTRAINT "message_contacts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_contacts" ADD CONSTRAINT "message_contacts_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_counts" ADD CONSTRAINT "message_counts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_counts" ADD CONSTRAINT "message_counts_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_shares" ADD CONSTRAINT "deliverable_shares_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_shares" ADD CONSTRAINT "deliverable_shares_created_by_profiles_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_shares" ADD CONSTRAINT "deliverable_shares_own_deliverable_fkey" FOREIGN KEY ("deliverable_id","organization_id") REFERENCES "public"."deliverables"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_user_id_profiles_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_schedules" ADD CONSTRAINT "report_schedules_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_schedules" ADD CONSTRAINT "report_schedules_changed_by_profiles_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zoom_meetings" ADD CONSTRAINT "zoom_meetings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zoom_meetings" ADD CONSTRAINT "zoom_meetings_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zoom_participants" ADD CONSTRAINT "zoom_participants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zoom_participants" ADD CONSTRAINT "zoom_participants_own_meeting_fkey" FOREIGN KEY ("zoom_meeting_id","organization_id") REFERENCES "public"."zoom_meetings"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competitor_figures" ADD CONSTRAINT "competitor_figures_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competitor_figures" ADD CONSTRAINT "competitor_figures_own_competitor_fkey" FOREIGN KEY ("competitor_id","organization_id") REFERENCES "public"."competitors"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competitors" ADD CONSTRAINT "competitors_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competitors" ADD CONSTRAINT "competitors_added_by_profiles_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competitors" ADD CONSTRAINT "competitors_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_media_analytics" ADD CONSTRAINT "social_media_analytics_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_media_analytics" ADD CONSTRAINT "social_media_analytics_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_media_content" ADD CONSTRAINT "social_media_content_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_media_content" ADD CONSTRAINT "social_media_content_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_media_content" ADD CONSTRAINT "social_media_content_own_competitor_fkey" FOREIGN KEY ("competitor_id","organization_id") REFERENCES "public"."competitors"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_states" ADD CONSTRAINT "sync_states_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_states" ADD CONSTRAINT "sync_states_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "first_replies_organization_id_asked_at_idx" ON "first_replies" USING btree ("organization_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "first_replies_waiting_idx" ON "first_replies" USING btree ("connection_id","contact") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "deliverable_shares_deliverable_id_idx" ON "deliverable_shares" USING btree ("deliverable_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deliverables_organization_id_created_at_idx" ON "deliverables" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "zoom_meetings_organization_id_starts_at_idx" ON "zoom_meetings" USING btree ("organization_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "zoom_meetings_connection_id_meeting_id_idx" ON "zoom_meetings" USING btree ("connection_id","meeting_id");--> statement-breakpoint
CREATE INDEX "competitors_connection_id_idx" ON "competitors" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "social_media_analytics_organization_id_metric_type_date_idx" ON "social_media_analytics" USING btree ("organization_id","metric_type","date");--> statement-breakpoint
CREATE INDEX "social_media_content_organization_id_published_at_idx" ON "social_media_content" USING btree ("organization_id","is_competitor_content","published_at","id");--> statement-breakpoint
CREATE INDEX "social_media_content_connection_id_published_at_idx" ON "social_media_content" USING btree ("connection_id","published_at");--> statement-breakpoint
CREATE INDEX "social_media_content_competitor_id_published_at_idx" ON "social_media_content" USING btree ("competitor_id","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_running_key" ON "sync_runs" USING btree ("connection_id") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "sync_runs_connection_id_started_at_idx" ON "sync_runs" USING btree ("connection_id","started_at","id");--> statement-breakpoint
CREATE INDEX "sync_states_next_at_idx" ON "sync_states" USING btree ("next_at");--> statement-breakpoint
CREATE POLICY "members see first replies" ON "first_replies" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("first_replies"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see message counts" ON "message_counts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("message_counts"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see shares" ON "deliverable_shares" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("deliverable_shares"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members share" ON "deliverable_shares" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("deliverable_shares"."organization_id", '{owner,admin,member}') and "deliverable_shares"."created_by" = (select auth.uid()));--> statement-breakpoint
CREATE POLICY "members take shares back" ON "deliverable_shares" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("deliverable_shares"."organization_id", '{owner,admin,member}')) WITH CHECK (has_role("deliverable_shares"."organization_id", '{owner,admin,member}'));--> statement-breakpoint
CREATE POLICY "members see deliverables" ON "deliverables" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("deliverables"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members write deliverables" ON "deliverables" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("deliverables"."organization_id", '{owner,admin,member}') and "deliverables"."user_id" = (select auth.uid()));--> statement-breakpoint
CREATE POLICY "members change deliverables" ON "deliverables" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("deliverables"."organization_id", '{owner,admin,member}')) WITH CHECK (has_role("deliverables"."organization_id", '{owner,admin,member}'));--> statement-breakpoint
CREATE POLICY "members remove deliverables" ON "deliverables" AS PERMISSIVE FOR DELETE TO "authenticated" USING (has_role("deliverables"."organization_id", '{owner,admin,member}'));--> statement-breakpoint
CREATE POLICY "members see the report's schedule" ON "report_schedules" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("report_schedules"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins set the report's schedule" ON "report_schedules" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("report_schedules"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "owners and admins change the report's schedule" ON "report_schedules" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("report_schedules"."organization_id", '{owner,admin}')) WITH CHECK (has_role("report_schedules"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "members see meetings" ON "zoom_meetings" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("zoom_meetings"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see participants" ON "zoom_participants" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("zoom_participants"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see competitors' figures" ON "competitor_figures" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("competitor_figures"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see competitors" ON "competitors" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("competitors"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins watch competitors" ON "competitors" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("competitors"."organization_id", '{owner,admin}') and "competitors"."added_by" = (select auth.uid()));--> statement-breakpoint
CREATE POLICY "owners and admins stop watching" ON "competitors" AS PERMISSIVE FOR DELETE TO "authenticated" USING (has_role("competitors"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "members see analytics" ON "social_media_analytics" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("social_media_analytics"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see content" ON "social_media_content" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("social_media_content"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see sync runs" ON "sync_runs" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("sync_runs"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see sync states" ON "sync_states" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("sync_states"."organization_id" in (select private.organizations_of_caller()));