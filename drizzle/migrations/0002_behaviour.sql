-- Time stamps --------------------------------------------------------------------------------------------
CREATE TRIGGER update_profiles_updated_at BEFORE UPDATE ON profiles FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_organizations_updated_at BEFORE UPDATE ON organizations FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_organization_members_updated_at BEFORE UPDATE ON organization_members FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_brand_settings_updated_at BEFORE UPDATE ON brand_settings FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_connections_updated_at BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_connection_credentials_updated_at BEFORE UPDATE ON connection_credentials FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint

-- People -------------------------------------------------------------------------------------------------
CREATE FUNCTION private.create_profile() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.profiles (id, email, name)
  -- Supabase Lite stores the metadata as text inside a JSON string, hosted Supabase as an object: this reads both.
  VALUES (NEW.id, NEW.email, nullif(trim((NEW.raw_user_meta_data #>> '{}')::jsonb ->> 'name'), ''))
  ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER create_profile AFTER INSERT OR UPDATE OF email ON auth.users
FOR EACH ROW EXECUTE FUNCTION private.create_profile();--> statement-breakpoint

CREATE FUNCTION private.create_organization(name text, slug text, time_zone text, business_type text DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  created uuid;
BEGIN
  IF auth.uid() IS NULL THEN
    RAISE EXCEPTION 'only a signed-in person founds an organization' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.organizations (name, slug, time_zone, business_type)
  VALUES (create_organization.name, create_organization.slug, create_organization.time_zone, create_organization.business_type)
  RETURNING id INTO created;
  INSERT INTO public.organization_members (organization_id, user_id, role) VALUES (created, auth.uid(), 'owner');
  RETURN created;
END $$;--> statement-breakpoint

-- Checked at commit, so that ownership can be handed over in either order.
CREATE FUNCTION private.keep_one_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  -- Two owners who step down at once must not both see the other as the one who stays.
  PERFORM FROM public.organizations WHERE id = OLD.organization_id FOR UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM public.organization_members WHERE organization_id = OLD.organization_id AND role = 'owner'
  ) THEN
    RAISE EXCEPTION 'an organization always keeps one owner'
      USING ERRCODE = '23514', CONSTRAINT = 'organization_members_keep_one_owner';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_one_owner AFTER UPDATE OR DELETE ON organization_members
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION private.keep_one_owner();--> statement-breakpoint

CREATE FUNCTION private.record_audit(organization_id uuid, action text, target_type text, target_id text, metadata jsonb, ip text, user_agent text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF auth.uid() IS NULL OR (record_audit.organization_id IS NOT NULL AND NOT public.is_member(record_audit.organization_id)) THEN
    RAISE EXCEPTION 'only members leave a trace in an organization' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.audit_events (organization_id, actor_id, action, target_type, target_id, metadata, ip, user_agent)
  VALUES (record_audit.organization_id, auth.uid(), record_audit.action, record_audit.target_type, record_audit.target_id,
          coalesce(record_audit.metadata, '{}'), record_audit.ip, left(record_audit.user_agent, 500));
END $$;--> statement-breakpoint

-- Connections --------------------------------------------------------------------------------------------
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

-- The one way a connection comes to be or is renewed. The caller has proved at the platform that the account is
-- theirs; the data API cannot call this, since it serves `public` only.
CREATE FUNCTION private.save_connection(connection jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  given public.connections := jsonb_populate_record(NULL::public.connections, connection);
BEGIN
  IF NOT public.has_role(given.organization_id, '{owner,admin}') THEN
    RAISE EXCEPTION 'only owners and admins connect accounts' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public.connections AS stored (id, organization_id, provider, external_id, authorized_by_external_id,
    display_name, username, avatar_url, scopes, details, connected_by, connected_at, last_verified_at)
  VALUES (given.id, given.organization_id, given.provider, given.external_id, given.authorized_by_external_id,
    given.display_name, given.username, given.avatar_url, given.scopes, given.details, auth.uid(), now(), now())
  ON CONFLICT (id) DO UPDATE SET
    authorized_by_external_id = EXCLUDED.authorized_by_external_id, display_name = EXCLUDED.display_name,
    username = EXCLUDED.username, avatar_url = EXCLUDED.avatar_url, scopes = EXCLUDED.scopes,
    details = EXCLUDED.details, connected_by = EXCLUDED.connected_by, connected_at = EXCLUDED.connected_at,
    last_verified_at = EXCLUDED.last_verified_at,
    status = CASE stored.status WHEN 'disconnected' THEN 'checking' ELSE stored.status END,
    status_reason = CASE stored.status WHEN 'disconnected' THEN NULL ELSE stored.status_reason END,
    status_since = CASE stored.status WHEN 'disconnected' THEN now() ELSE stored.status_since END
  WHERE stored.organization_id = EXCLUDED.organization_id
    AND stored.provider = EXCLUDED.provider AND stored.external_id = EXCLUDED.external_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a connection stays with its account' USING ERRCODE = '42501';
  END IF;
END $$;--> statement-breakpoint

CREATE FUNCTION private.disconnect(organization_id uuid, connection_id uuid) RETURNS TABLE (provider text, display_name text)
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.connections c
  SET status = 'disconnected', status_reason = NULL, status_since = now(), webhook_configured = false
  WHERE c.id = $2 AND c.organization_id = $1 AND c.status <> 'disconnected' AND public.has_role(c.organization_id, '{owner,admin}')
  RETURNING c.provider::text, c.display_name
$$;--> statement-breakpoint

-- For organizations that chose to have one active Page at a time.
CREATE FUNCTION public.deactivate_old_messenger_connections() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.organizations o
    WHERE o.id = NEW.organization_id AND o.settings ->> 'oneActivePage' = 'true'
  ) THEN
    UPDATE public.connections
    SET status = 'disconnected', status_reason = 'Another Page was connected and this organization keeps one active Page.', status_since = now()
    WHERE organization_id = NEW.organization_id AND provider = 'facebook' AND id <> NEW.id AND status <> 'disconnected';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER deactivate_old_messenger_connections AFTER INSERT ON connections
FOR EACH ROW WHEN (NEW.provider = 'facebook' AND NEW.status <> 'disconnected')
EXECUTE FUNCTION deactivate_old_messenger_connections();--> statement-breakpoint
CREATE TRIGGER deactivate_old_messenger_connections_on_return AFTER UPDATE OF status ON connections
FOR EACH ROW WHEN (NEW.provider = 'facebook' AND OLD.status = 'disconnected' AND NEW.status <> 'disconnected')
EXECUTE FUNCTION deactivate_old_messenger_connections();--> statement-breakpoint

-- Row-level security of the caller decides: a stranger asking for a Page gets no answer.
CREATE FUNCTION public.get_owner_by_page_id(page text) RETURNS uuid
LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT m.user_id
  FROM public.connections c
  JOIN public.organization_members m ON m.organization_id = c.organization_id AND m.role = 'owner'
  WHERE c.provider = 'facebook' AND c.external_id = page AND c.status <> 'disconnected'
  ORDER BY m.created_at, m.id
  LIMIT 1
$$;--> statement-breakpoint

-- Forgets what can no longer be renewed. Judged by the refresh token: an access token lasts an hour, and going
-- by that would end every connection that rested for a week.
CREATE FUNCTION public.cleanup_expired_zoom_tokens() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  forgotten integer;
BEGIN
  DELETE FROM public.connection_credentials k USING public.connections c
  WHERE c.id = k.connection_id AND c.provider = 'zoom' AND k.refresh_expires_at < now() - interval '7 days';
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;--> statement-breakpoint

-- Jobs ---------------------------------------------------------------------------------------------------
-- A signed-in person's transaction may cause a job and never read one.
CREATE FUNCTION private.enqueue_job(task text, payload json, job_key text, run_at timestamptz, queue_name text, max_attempts integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => enqueue_job.task, payload => enqueue_job.payload, job_key => enqueue_job.job_key,
    run_at => enqueue_job.run_at, queue_name => enqueue_job.queue_name, max_attempts => enqueue_job.max_attempts);
END $$;--> statement-breakpoint

-- Partitions ---------------------------------------------------------------------------------------------
-- Weeks begin on Monday, UTC. The default partitions catch what no week covers, so that nothing is refused.
CREATE FUNCTION private.ensure_webhook_partitions(weeks_ahead integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC' AS $$
DECLARE
  parent text;
  starts timestamptz;
  child text;
  moment text;
BEGIN
  FOR starts IN
    SELECT generate_series(date_trunc('week', now()) - interval '5 weeks', date_trunc('week', now()) + weeks_ahead * interval '1 week', '1 week')
  LOOP
    FOREACH parent IN ARRAY ARRAY['webhook_events', 'webhook_attempts'] LOOP
      child := parent || '_' || to_char(starts, 'YYYYMMDD');
      CONTINUE WHEN to_regclass('webhook_partitions.' || child) IS NOT NULL;
      moment := CASE parent WHEN 'webhook_events' THEN 'received_at' ELSE 'event_received_at' END;
      -- Attached when it is whole: that locks out no one who writes to the other weeks. What the default had to
      -- take in for want of this week moves over first.
      EXECUTE format('CREATE TABLE webhook_partitions.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', child, parent);
      EXECUTE format('WITH moved AS (DELETE FROM webhook_partitions.%I WHERE %I >= %L AND %2$I < %4$L RETURNING *) INSERT INTO webhook_partitions.%5$I SELECT * FROM moved',
        parent || '_default', moment, starts, starts + interval '1 week', child);
      EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION webhook_partitions.%I FOR VALUES FROM (%L) TO (%L)', parent, child, starts, starts + interval '1 week');
    END LOOP;
  END LOOP;
END $$;--> statement-breakpoint
CREATE TABLE webhook_partitions.webhook_events_default PARTITION OF webhook_events DEFAULT;--> statement-breakpoint
CREATE TABLE webhook_partitions.webhook_attempts_default PARTITION OF webhook_attempts DEFAULT;--> statement-breakpoint
SELECT private.ensure_webhook_partitions(8);--> statement-breakpoint

-- Grants: hosted Supabase gives all on new tables in public away; here each is said aloud. -------------------------------------------------------------------------------------------------
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM anon, authenticated, service_role;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.create_profile(), private.create_organization(text, text, text, text), private.keep_one_owner(), private.record_audit(uuid, text, text, text, jsonb, text, text), private.save_credentials(uuid, text, text, timestamptz, timestamptz), private.save_connection(jsonb), private.disconnect(uuid, uuid), deactivate_old_messenger_connections(), get_owner_by_page_id(text), cleanup_expired_zoom_tokens(), private.enqueue_job(text, json, text, timestamptz, text, integer), private.ensure_webhook_partitions(integer) FROM PUBLIC, anon, authenticated, service_role;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION private.create_organization(text, text, text, text), private.record_audit(uuid, text, text, text, jsonb, text, text), private.save_credentials(uuid, text, text, timestamptz, timestamptz), private.save_connection(jsonb), private.disconnect(uuid, uuid), get_owner_by_page_id(text), private.enqueue_job(text, json, text, timestamptz, text, integer) TO authenticated;--> statement-breakpoint
GRANT SELECT ON profiles, organizations, organization_members, organization_invitations, brand_settings, audit_events, connections, connection_checks, webhook_events, webhook_attempts TO authenticated;--> statement-breakpoint
GRANT UPDATE (name, avatar_url) ON profiles TO authenticated;--> statement-breakpoint
GRANT UPDATE (name, slug, business_type, logo_path, time_zone, settings), DELETE ON organizations TO authenticated;--> statement-breakpoint
GRANT INSERT, UPDATE (role), DELETE ON organization_members TO authenticated;--> statement-breakpoint
GRANT INSERT, DELETE ON organization_invitations TO authenticated;--> statement-breakpoint
GRANT INSERT, UPDATE (primary_color, secondary_color, logo_path), DELETE ON brand_settings TO authenticated;--> statement-breakpoint
GRANT UPDATE (sync_frequency_minutes) ON connections TO authenticated;--> statement-breakpoint
GRANT INSERT ON oauth_sessions TO authenticated;--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO service_role;--> statement-breakpoint
REVOKE ALL ON connection_credentials, oauth_sessions FROM service_role;--> statement-breakpoint

-- The platform's default brand.
INSERT INTO brand_settings (organization_id) VALUES (NULL);--> statement-breakpoint

-- Storage ------------------------------------------------------------------------------------------------
-- Object paths begin with the organization's id. `private` is read and written by members only.
INSERT INTO storage.buckets (id, name, public) VALUES ('logos', 'logos', true), ('private', 'private', false)
ON CONFLICT (id) DO NOTHING;--> statement-breakpoint
CREATE FUNCTION private.may_store(bucket text, path text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT CASE bucket
    WHEN 'logos' THEN EXISTS (SELECT FROM public.organization_members m WHERE m.user_id = auth.uid() AND m.organization_id::text = split_part(path, '/', 1) AND m.role IN ('owner', 'admin'))
    WHEN 'private' THEN EXISTS (SELECT FROM public.organization_members m WHERE m.user_id = auth.uid() AND m.organization_id::text = split_part(path, '/', 1) AND m.role <> 'viewer')
    ELSE false
  END
$$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.may_store(text, text) FROM PUBLIC, anon, service_role;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION private.may_store(text, text) TO authenticated;--> statement-breakpoint
CREATE POLICY "members see their organization's files" ON storage.objects FOR SELECT TO authenticated
USING (bucket_id IN ('logos', 'private') AND split_part(name, '/', 1) IN (SELECT o::text FROM private.organizations_of_caller() o));--> statement-breakpoint
CREATE POLICY "owners and admins store logos, members private files" ON storage.objects FOR INSERT TO authenticated
WITH CHECK (private.may_store(bucket_id, name));--> statement-breakpoint
CREATE POLICY "owners and admins replace logos, members private files" ON storage.objects FOR UPDATE TO authenticated
USING (private.may_store(bucket_id, name)) WITH CHECK (private.may_store(bucket_id, name));--> statement-breakpoint
CREATE POLICY "owners and admins remove logos, members private files" ON storage.objects FOR DELETE TO authenticated
USING (private.may_store(bucket_id, name));
