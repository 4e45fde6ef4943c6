ALTER TABLE "connection_credentials" DROP COLUMN "renewal_began_at";--> statement-breakpoint

-- A renewal is marked before the platform is asked, by a transaction of its own, while the credentials' row is locked: a
-- mark found under that lock belongs to a process that died, or to an answer that never came. No foreign key, which
-- would wait for the connection's row while its holder waits for the credentials'.
CREATE TABLE private.renewal_marks (
  connection_id uuid PRIMARY KEY,
  began_at timestamptz NOT NULL DEFAULT now()
);--> statement-breakpoint
REVOKE ALL ON private.renewal_marks FROM PUBLIC, anon, authenticated, service_role;--> statement-breakpoint

CREATE OR REPLACE FUNCTION private.save_credentials(connection_id uuid, ciphertext text, key_id text, access_expires_at timestamptz, refresh_expires_at timestamptz, previous text) RETURNS void
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
      saved_at = now(), renewal_failures = 0, renewal_retry_at = NULL, renewal_error = NULL,
      previous_ciphertext = CASE save_credentials.previous WHEN 'keep' THEN stored.ciphertext WHEN 'hold' THEN stored.previous_ciphertext END,
      previous_key_id = CASE save_credentials.previous WHEN 'keep' THEN stored.key_id WHEN 'hold' THEN stored.previous_key_id END;
  DELETE FROM private.renewal_marks m WHERE m.connection_id = save_credentials.connection_id;
END $$;
