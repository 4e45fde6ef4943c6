CREATE TYPE "public"."webhook_problem_status" AS ENUM('open', 'acknowledged', 'resolved');--> statement-breakpoint
CREATE TYPE "public"."webhook_replay_status" AS ENUM('running', 'done', 'cancelled');--> statement-breakpoint
CREATE TABLE "webhook_event_counts" (
	"organization_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"event_type" text NOT NULL,
	"status" "webhook_event_status" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "webhook_event_counts_pkey" PRIMARY KEY("organization_id","hour","connection_id","event_type","status")
);
--> statement-breakpoint
ALTER TABLE "webhook_event_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_event_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_event_views_name_key" UNIQUE("organization_id","created_by","name"),
	CONSTRAINT "webhook_event_views_name_is_said" CHECK (length(trim("webhook_event_views"."name")) between 1 and 60),
	CONSTRAINT "webhook_event_views_query_is_short" CHECK (length("webhook_event_views"."query") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "webhook_event_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_problems" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"event_type" text NOT NULL,
	"cause" text NOT NULL,
	"status" "webhook_problem_status" DEFAULT 'open' NOT NULL,
	"failures" integer NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "webhook_problems_cause_key" UNIQUE("organization_id","provider","event_type","cause")
);
--> statement-breakpoint
ALTER TABLE "webhook_problems" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_rejection_samples" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sender" text NOT NULL,
	"reason" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body_bytes" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhook_rejection_samples" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_replays" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"selection" jsonb NOT NULL,
	"includes_processed" boolean DEFAULT false NOT NULL,
	"status" "webhook_replay_status" DEFAULT 'running' NOT NULL,
	"planned" integer NOT NULL,
	"started" integer DEFAULT 0 NOT NULL,
	"processed" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"cancelled_by" uuid,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "webhook_replays" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "webhook_events_organization_id_status_idx";--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "duplicate_times" timestamp with time zone[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE webhook_events SET duplicate_times = ARRAY[last_duplicate_at] WHERE last_duplicate_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_events" DROP COLUMN "last_duplicate_at";--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "parked_for" text;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "problem_id" uuid;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "replay_id" uuid;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "search" "tsvector";--> statement-breakpoint
ALTER TABLE "webhook_event_counts" ADD CONSTRAINT "webhook_event_counts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_event_views" ADD CONSTRAINT "webhook_event_views_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_event_views" ADD CONSTRAINT "webhook_event_views_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_problems" ADD CONSTRAINT "webhook_problems_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_problems" ADD CONSTRAINT "webhook_problems_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_replays" ADD CONSTRAINT "webhook_replays_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_replays" ADD CONSTRAINT "webhook_replays_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_replays" ADD CONSTRAINT "webhook_replays_cancelled_by_fkey" FOREIGN KEY ("cancelled_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_problems_organization_id_idx" ON "webhook_problems" USING btree ("organization_id","status","last_seen_at");--> statement-breakpoint
CREATE INDEX "webhook_rejection_samples_sender_idx" ON "webhook_rejection_samples" USING btree ("sender","reason","received_at");--> statement-breakpoint
CREATE INDEX "webhook_replays_organization_id_idx" ON "webhook_replays" USING btree ("organization_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "webhook_events_organization_id_event_type_idx" ON "webhook_events" USING btree ("organization_id","event_type","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_events_problem_id_idx" ON "webhook_events" USING btree ("problem_id","received_at","id") WHERE problem_id is not null;--> statement-breakpoint
CREATE INDEX "webhook_events_replay_id_idx" ON "webhook_events" USING btree ("replay_id") WHERE replay_id is not null;--> statement-breakpoint
CREATE INDEX "webhook_events_search_idx" ON "webhook_events" USING gin ("search") WHERE search is not null;--> statement-breakpoint
CREATE INDEX "webhook_events_organization_id_status_idx" ON "webhook_events" USING btree ("organization_id","status","received_at","id") WHERE status in ('failed', 'dead', 'ignored');--> statement-breakpoint

-- What an event is found by. A word for the organization and the day lets a search of one tenant's day leave out all
-- others inside the index; ids are whole words of their own, since they hold signs that words are split at.
CREATE FUNCTION private.webhook_search_document(organization_id uuid, received_at timestamptz, ids text[], words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT array_to_tsvector(
      array_append(
        ARRAY(SELECT DISTINCT '=' || lower(left(i, 200)) FROM unnest(ids) i WHERE i <> ''),
        '@' || organization_id || '/' || to_char(received_at AT TIME ZONE 'UTC', 'YYYYMMDD')))
    || strip(to_tsvector('pg_catalog.simple', left(words, 20000)))
$$;--> statement-breakpoint

CREATE POLICY "members see event counts" ON "webhook_event_counts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("webhook_event_counts"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "people see their own views and shared ones" ON "webhook_event_views" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("webhook_event_views"."organization_id" in (select private.organizations_of_caller()) and ("webhook_event_views"."is_shared" or "webhook_event_views"."created_by" = (select auth.uid())));--> statement-breakpoint
CREATE POLICY "people keep views of their own" ON "webhook_event_views" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("webhook_event_views"."created_by" = (select auth.uid()) and is_member("webhook_event_views"."organization_id") and (not "webhook_event_views"."is_shared" or has_role("webhook_event_views"."organization_id", '{owner,admin,member}')));--> statement-breakpoint
CREATE POLICY "people delete their own views, owners and admins shared ones" ON "webhook_event_views" AS PERMISSIVE FOR DELETE TO "authenticated" USING (is_member("webhook_event_views"."organization_id") and ("webhook_event_views"."created_by" = (select auth.uid()) or ("webhook_event_views"."is_shared" and has_role("webhook_event_views"."organization_id", '{owner,admin}'))));--> statement-breakpoint
CREATE POLICY "members see problems" ON "webhook_problems" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("webhook_problems"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins take problems up" ON "webhook_problems" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("webhook_problems"."organization_id", '{owner,admin}')) WITH CHECK (has_role("webhook_problems"."organization_id", '{owner,admin}') and ("webhook_problems"."changed_by" is null or "webhook_problems"."changed_by" = (select auth.uid())));--> statement-breakpoint
CREATE POLICY "members see replays" ON "webhook_replays" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("webhook_replays"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins replay" ON "webhook_replays" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("webhook_replays"."organization_id", '{owner,admin}') and "webhook_replays"."requested_by" = (select auth.uid()));--> statement-breakpoint
CREATE POLICY "owners and admins cancel" ON "webhook_replays" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("webhook_replays"."organization_id", '{owner,admin}')) WITH CHECK (has_role("webhook_replays"."organization_id", '{owner,admin}') and ("webhook_replays"."cancelled_by" is null or "webhook_replays"."cancelled_by" = (select auth.uid())));--> statement-breakpoint

REVOKE ALL ON webhook_event_counts, webhook_event_views, webhook_problems, webhook_rejection_samples, webhook_replays FROM anon, authenticated, service_role;--> statement-breakpoint
GRANT SELECT ON webhook_event_counts, webhook_event_views, webhook_problems, webhook_replays TO authenticated;--> statement-breakpoint
GRANT SELECT ON webhook_event_counts, webhook_event_views, webhook_problems, webhook_rejection_samples, webhook_replays TO service_role;--> statement-breakpoint
GRANT INSERT, DELETE ON webhook_event_views TO authenticated;--> statement-breakpoint
GRANT UPDATE (status, changed_by, changed_at) ON webhook_problems TO authenticated;--> statement-breakpoint
GRANT INSERT (id, organization_id, requested_by, selection, includes_processed, planned), UPDATE (status, cancelled_by, finished_at) ON webhook_replays TO authenticated;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.webhook_search_document(uuid, timestamptz, text[], text) FROM PUBLIC, anon, authenticated, service_role;--> statement-breakpoint

-- What was worked off before is counted, and found by its summary and ids.
INSERT INTO webhook_event_counts (organization_id, hour, connection_id, provider, event_type, status, count)
SELECT organization_id, date_trunc('hour', received_at, 'UTC'), connection_id, provider, event_type, status, count(*)
FROM webhook_events WHERE status <> 'pending' AND organization_id IS NOT NULL AND connection_id IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6;--> statement-breakpoint
UPDATE webhook_events
SET search = private.webhook_search_document(organization_id, received_at, ARRAY[external_id, account_external_id], coalesce(summary, ''))
WHERE status <> 'pending' AND organization_id IS NOT NULL;
