DROP FUNCTION private.set_connection_alerts(uuid, boolean);--> statement-breakpoint
DROP FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz, text);--> statement-breakpoint
CREATE FUNCTION private.save_credentials(connection_id uuid, ciphertext text, key_id text, access_expires_at timestamptz, refresh_expires_at timestamptz) RETURNS void
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
      access_expires_at = EXCLUDED.access_expires_at, refresh_expires_at = EXCLUDED.refresh_expires_at;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz) FROM PUBLIC, anon, authenticated, service_role;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz) TO authenticated;--> statement-breakpoint
ALTER TABLE organization_members DROP COLUMN connection_alerts;--> statement-breakpoint
ALTER TABLE connections DROP COLUMN caught_up_at, DROP COLUMN paused_until, DROP COLUMN pause_reason;--> statement-breakpoint
ALTER TABLE connection_credentials DROP COLUMN saved_at, DROP COLUMN renewal_began_at, DROP COLUMN renewal_failures, DROP COLUMN renewal_retry_at, DROP COLUMN renewal_error, DROP COLUMN previous_ciphertext, DROP COLUMN previous_key_id;--> statement-breakpoint
DROP TABLE webhook_addresses, connection_alerts;
