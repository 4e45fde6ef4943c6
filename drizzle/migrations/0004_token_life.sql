CREATE TABLE "connection_alerts" (
	"connection_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"broken_since" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"well_sent_at" timestamp with time zone,
	CONSTRAINT "connection_alerts_pkey" PRIMARY KEY("connection_id","user_id","broken_since")
);
--> statement-breakpoint
ALTER TABLE "connection_alerts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_addresses" (
	"sender" text PRIMARY KEY NOT NULL,
	"proven_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhook_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "saved_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "renewal_began_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "renewal_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "renewal_retry_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "renewal_error" text;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "previous_ciphertext" text;--> statement-breakpoint
ALTER TABLE "connection_credentials" ADD COLUMN "previous_key_id" text;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "caught_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "pause_reason" text;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "connection_alerts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_alerts" ADD CONSTRAINT "connection_alerts_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_alerts" ADD CONSTRAINT "connection_alerts_user_id_profiles_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint

-- What a person stores anew is fresh: nothing of a failing renewal sticks to it. `previous` says what becomes of the
-- secrets it takes the place of: `keep` them beside the new ones, `hold` those that are kept already, or `forget` both.
DROP FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz);--> statement-breakpoint
CREATE FUNCTION private.save_credentials(connection_id uuid, ciphertext text, key_id text, access_expires_at timestamptz, refresh_expires_at timestamptz, previous text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.connections c
    WHERE c.id = save_credentials.connection_id AND public.has_role(c.organization_id, '{owner,admin}')
  ) THEN
    RAISE EXCEPTION 'only owners and admins store credentials' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.connection_credentials AS stored (connection_id, ciphertext, key_id, access_expires_at, refresh_expires_at)
  VALUES (save_credentials.connection_id, save_credentials.ciphertext, save_credentials.key_id, save_credentials.access_expires_at, save_credentials.refresh_expires_at)
  ON CONFLICT ON CONSTRAINT connection_credentials_pkey DO UPDATE
  SET ciphertext = EXCLUDED.ciphertext, key_id = EXCLUDED.key_id,
      access_expires_at = EXCLUDED.access_expires_at, refresh_expires_at = EXCLUDED.refresh_expires_at,
      saved_at = now(), renewal_began_at = NULL, renewal_failures = 0, renewal_retry_at = NULL, renewal_error = NULL,
      previous_ciphertext = CASE save_credentials.previous WHEN 'keep' THEN stored.ciphertext WHEN 'hold' THEN stored.previous_ciphertext END,
      previous_key_id = CASE save_credentials.previous WHEN 'keep' THEN stored.key_id WHEN 'hold' THEN stored.previous_key_id END;
END $$;--> statement-breakpoint

-- Each person decides for themselves, whatever their role.
CREATE FUNCTION private.set_connection_alerts(organization_id uuid, wanted boolean) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.organization_members m SET connection_alerts = wanted
  WHERE m.organization_id = $1 AND m.user_id = auth.uid()
  RETURNING m.connection_alerts
$$;--> statement-breakpoint

REVOKE ALL ON connection_alerts, webhook_addresses FROM anon, authenticated, service_role;--> statement-breakpoint
GRANT SELECT ON connection_alerts, webhook_addresses TO service_role;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz, text), private.set_connection_alerts(uuid, boolean) FROM PUBLIC, anon, authenticated, service_role;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz, text), private.set_connection_alerts(uuid, boolean) TO authenticated;
