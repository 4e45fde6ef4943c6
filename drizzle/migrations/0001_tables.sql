CREATE TYPE "public"."connection_status" AS ENUM('healthy', 'needs_attention', 'broken', 'disconnected', 'checking');--> statement-breakpoint
CREATE TYPE "public"."provider" AS ENUM('facebook', 'instagram', 'whatsapp', 'twilio_whatsapp', 'zoom');--> statement-breakpoint
CREATE TYPE "public"."organization_role" AS ENUM('owner', 'admin', 'member', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."webhook_event_status" AS ENUM('pending', 'processed', 'failed', 'dead', 'ignored');--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid,
	"actor_id" uuid,
	"action" text NOT NULL,
	"target_type" text,
	"target_id" text,
	"ip" text,
	"user_agent" text,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connection_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"status" "connection_status" NOT NULL,
	"lines" jsonb NOT NULL,
	"cause" text NOT NULL,
	"duration_ms" integer NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_checks_cause_is_known" CHECK ("connection_checks"."cause" in ('connect', 'person', 'schedule', 'error'))
);
--> statement-breakpoint
ALTER TABLE "connection_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connection_credentials" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"ciphertext" text NOT NULL,
	"key_id" text NOT NULL,
	"access_expires_at" timestamp with time zone,
	"refresh_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_credentials_are_encrypted" CHECK ("connection_credentials"."ciphertext" ~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$')
);
--> statement-breakpoint
ALTER TABLE "connection_credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"external_id" text NOT NULL,
	"authorized_by_external_id" text,
	"display_name" text NOT NULL,
	"username" text,
	"avatar_url" text,
	"status" "connection_status" DEFAULT 'checking' NOT NULL,
	"status_reason" text,
	"status_since" timestamp with time zone DEFAULT now() NOT NULL,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"webhook_configured" boolean DEFAULT false NOT NULL,
	"connected_by" uuid,
	"connected_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_verified_at" timestamp with time zone,
	"last_event_at" timestamp with time zone,
	"last_synced_at" timestamp with time zone,
	"sync_frequency_minutes" integer DEFAULT 60 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_id_organization_id_key" UNIQUE("id","organization_id"),
	CONSTRAINT "connections_sync_frequency_is_at_least_15" CHECK ("connections"."sync_frequency_minutes" >= 15)
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_deletion_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"provider" "provider" NOT NULL,
	"external_user_hash" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone,
	CONSTRAINT "data_deletion_requests_status_is_known" CHECK ("data_deletion_requests"."status" in ('pending', 'completed'))
);
--> statement-breakpoint
ALTER TABLE "data_deletion_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oauth_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state_hash" text NOT NULL,
	"verifier_ciphertext" text,
	"browser_hash" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"reconnect_connection_id" uuid,
	"redirect_uri" text NOT NULL,
	"requested_scopes" text[] NOT NULL,
	"grant_ciphertext" text,
	"outcome" text,
	"expires_at" timestamp with time zone NOT NULL,
	"consumed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oauth_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "brand_settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid,
	"primary_color" text DEFAULT '#2A3EB1' NOT NULL,
	"secondary_color" text DEFAULT '#4C6FE7' NOT NULL,
	"logo_path" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brand_settings_organization_id_key" UNIQUE NULLS NOT DISTINCT("organization_id"),
	CONSTRAINT "brand_settings_colors_are_hex" CHECK ("brand_settings"."primary_color" ~ '^#[0-9A-Fa-f]{6}$' and "brand_settings"."secondary_color" ~ '^#[0-9A-Fa-f]{6}$')
);
--> statement-breakpoint
ALTER TABLE "brand_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" "organization_role" NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_invitations_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "organization_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "organization_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_members_user_id_organization_id_key" UNIQUE("user_id","organization_id")
);
--> statement-breakpoint
ALTER TABLE "organization_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"business_type" text,
	"logo_path" text,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_slug_key" UNIQUE("slug"),
	CONSTRAINT "organizations_name_is_said" CHECK (length(trim("organizations"."name")) between 1 and 120),
	CONSTRAINT "organizations_slug_is_an_address" CHECK ("organizations"."slug" ~ '^[a-z0-9](-?[a-z0-9]){1,47}$')
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"avatar_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profiles_email_key" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"event_id" uuid NOT NULL,
	"event_received_at" timestamp with time zone NOT NULL,
	"attempt" integer NOT NULL,
	"organization_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"outcome" "webhook_event_status" NOT NULL,
	"error_message" text,
	CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY("event_id","event_received_at","attempt")
) PARTITION BY RANGE ("event_received_at");
--> statement-breakpoint
ALTER TABLE "webhook_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"provider" "provider" NOT NULL,
	"connection_id" uuid,
	"organization_id" uuid,
	"account_external_id" text,
	"event_type" text NOT NULL,
	"external_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"payload_hash" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"verified_with" text NOT NULL,
	"occurred_at" timestamp with time zone,
	"status" "webhook_event_status" DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"error_message" text,
	"summary" text,
	"processed_at" timestamp with time zone,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"last_duplicate_at" timestamp with time zone,
	CONSTRAINT "webhook_events_pkey" PRIMARY KEY("id","received_at")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
ALTER TABLE "webhook_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_receipts" (
	"provider" "provider" NOT NULL,
	"external_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_receipts_pkey" PRIMARY KEY("provider","external_id")
);
--> statement-breakpoint
ALTER TABLE "webhook_receipts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_rejections" (
	"minute" timestamp with time zone NOT NULL,
	"sender" text NOT NULL,
	"reason" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "webhook_rejections_pkey" PRIMARY KEY("minute","sender","reason")
);
--> statement-breakpoint
ALTER TABLE "webhook_rejections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "worker_heartbeats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_profiles_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_checks" ADD CONSTRAINT "connection_checks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_checks" ADD CONSTRAINT "connection_checks_own_connection_fkey" FOREIGN KEY ("connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD CONSTRAINT "connection_credentials_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_connected_by_profiles_id_fk" FOREIGN KEY ("connected_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_sessions" ADD CONSTRAINT "oauth_sessions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_sessions" ADD CONSTRAINT "oauth_sessions_user_id_profiles_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_sessions" ADD CONSTRAINT "oauth_sessions_own_connection_fkey" FOREIGN KEY ("reconnect_connection_id","organization_id") REFERENCES "public"."connections"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_settings" ADD CONSTRAINT "brand_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_invitations" ADD CONSTRAINT "organization_invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_invitations" ADD CONSTRAINT "organization_invitations_invited_by_profiles_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_user_id_profiles_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_id_users_id_fk" FOREIGN KEY ("id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_organization_id_created_at_idx" ON "audit_events" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_target_idx" ON "audit_events" USING btree ("organization_id","target_type","target_id","created_at");--> statement-breakpoint
CREATE INDEX "connection_checks_connection_id_checked_at_idx" ON "connection_checks" USING btree ("connection_id","checked_at","id");--> statement-breakpoint
CREATE INDEX "connection_credentials_access_expires_at_idx" ON "connection_credentials" USING btree ("access_expires_at");--> statement-breakpoint
CREATE INDEX "connection_credentials_key_id_idx" ON "connection_credentials" USING btree ("key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "connections_live_account_key" ON "connections" USING btree ("provider","external_id") WHERE status <> 'disconnected';--> statement-breakpoint
CREATE INDEX "connections_organization_id_idx" ON "connections" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "connections_authorized_by_idx" ON "connections" USING btree ("provider","authorized_by_external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "data_deletion_requests_code_key" ON "data_deletion_requests" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "oauth_sessions_state_hash_key" ON "oauth_sessions" USING btree ("state_hash");--> statement-breakpoint
CREATE INDEX "oauth_sessions_expires_at_idx" ON "oauth_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "oauth_sessions_user_id_provider_idx" ON "oauth_sessions" USING btree ("user_id","provider");--> statement-breakpoint
CREATE INDEX "organization_invitations_organization_id_idx" ON "organization_invitations" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "organization_members_organization_id_idx" ON "organization_members" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_organization_id_idx" ON "webhook_attempts" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "webhook_events_organization_id_idx" ON "webhook_events" USING btree ("organization_id","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_events_organization_id_status_idx" ON "webhook_events" USING btree ("organization_id","status","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_events_connection_id_idx" ON "webhook_events" USING btree ("connection_id","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_events_due_idx" ON "webhook_events" USING btree ("connection_id","received_at","id") WHERE status in ('pending', 'failed');--> statement-breakpoint
CREATE INDEX "webhook_events_unrouted_idx" ON "webhook_events" USING btree ("provider","account_external_id") WHERE connection_id is null;--> statement-breakpoint
CREATE INDEX "webhook_receipts_received_at_idx" ON "webhook_receipts" USING btree ("received_at");--> statement-breakpoint
CREATE POLICY "owners and admins read the audit log" ON "audit_events" AS PERMISSIVE FOR SELECT TO "authenticated" USING (has_role("audit_events"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "members see checks" ON "connection_checks" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("connection_checks"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see connections" ON "connections" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("connections"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins change connections" ON "connections" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("connections"."organization_id", '{owner,admin}')) WITH CHECK (has_role("connections"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "owners and admins begin to connect" ON "oauth_sessions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("oauth_sessions"."user_id" = (select auth.uid()) and has_role("oauth_sessions"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "members see their brand and everyone the default" ON "brand_settings" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("brand_settings"."organization_id" is null or "brand_settings"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins set their brand" ON "brand_settings" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("brand_settings"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "owners and admins change their brand" ON "brand_settings" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("brand_settings"."organization_id", '{owner,admin}')) WITH CHECK (has_role("brand_settings"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "owners and admins drop their brand" ON "brand_settings" AS PERMISSIVE FOR DELETE TO "authenticated" USING (has_role("brand_settings"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "owners and admins see invitations" ON "organization_invitations" AS PERMISSIVE FOR SELECT TO "authenticated" USING (has_role("organization_invitations"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "admins invite below owner, owners invite any" ON "organization_invitations" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("organization_invitations"."organization_id", '{owner}') or ("organization_invitations"."role" <> 'owner' and has_role("organization_invitations"."organization_id", '{admin}')));--> statement-breakpoint
CREATE POLICY "owners and admins withdraw invitations" ON "organization_invitations" AS PERMISSIVE FOR DELETE TO "authenticated" USING (has_role("organization_invitations"."organization_id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "members see who else is a member" ON "organization_members" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("organization_members"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "admins add members below owner, owners add any" ON "organization_members" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK (has_role("organization_members"."organization_id", '{owner}') or ("organization_members"."role" <> 'owner' and has_role("organization_members"."organization_id", '{admin}')));--> statement-breakpoint
CREATE POLICY "admins change members below owner, owners change any" ON "organization_members" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("organization_members"."organization_id", '{owner}') or ("organization_members"."role" <> 'owner' and has_role("organization_members"."organization_id", '{admin}'))) WITH CHECK (has_role("organization_members"."organization_id", '{owner}') or ("organization_members"."role" <> 'owner' and has_role("organization_members"."organization_id", '{admin}')));--> statement-breakpoint
CREATE POLICY "people leave, admins remove below owner, owners any" ON "organization_members" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("organization_members"."user_id" = (select auth.uid()) or has_role("organization_members"."organization_id", '{owner}') or ("organization_members"."role" <> 'owner' and has_role("organization_members"."organization_id", '{admin}')));--> statement-breakpoint
CREATE POLICY "members see their organization" ON "organizations" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("organizations"."id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "owners and admins change their organization" ON "organizations" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (has_role("organizations"."id", '{owner,admin}')) WITH CHECK (has_role("organizations"."id", '{owner,admin}'));--> statement-breakpoint
CREATE POLICY "owners delete their organization" ON "organizations" AS PERMISSIVE FOR DELETE TO "authenticated" USING (has_role("organizations"."id", '{owner}'));--> statement-breakpoint
CREATE POLICY "people see themselves and their colleagues" ON "profiles" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("profiles"."id" = (select auth.uid()) or private.is_colleague("profiles"."id"));--> statement-breakpoint
CREATE POLICY "people change their own profile" ON "profiles" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("profiles"."id" = (select auth.uid())) WITH CHECK ("profiles"."id" = (select auth.uid()));--> statement-breakpoint
CREATE POLICY "members see attempts" ON "webhook_attempts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("webhook_attempts"."organization_id" in (select private.organizations_of_caller()));--> statement-breakpoint
CREATE POLICY "members see webhook events" ON "webhook_events" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("webhook_events"."organization_id" in (select private.organizations_of_caller()));