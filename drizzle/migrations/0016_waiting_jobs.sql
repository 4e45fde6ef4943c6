-- What those who store events of a connection share, and who begins its job has alone. A batch may be for a thousand
-- connections, and the table of locks is finite: they go by sixty-four.
CREATE FUNCTION private.wake_lock(connection_id uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended('webhook-events.wake:' || (hashtext(connection_id::text) & 63), 0)
$$;--> statement-breakpoint

-- The first step of a connection's job: waits until those who saw it waiting, and queued no other, have committed. What
-- they stored is then seen by all that the job does after.
CREATE FUNCTION private.begin_wake(connection_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' SET lock_timeout = '30s' AS $$
  SELECT pg_advisory_xact_lock(private.wake_lock(connection_id))
$$;--> statement-breakpoint

-- The way in: stores what arrived together, each event once, wakes the worker and tells the open pages, or nothing of
-- it. One call is one transaction and one round trip. A key cannot be unique across partitions, so the receipt is the
-- key: who claims it may store the event. Events come sorted by key, so that two who claim the same ones wait for each
-- other and never in a circle; repeats are counted in the order of the events, and jobs come last, as whoever works
-- the events off takes them.
--
-- A forgotten lock must not take the way in with it, so every wait ends. A repeat whose event is being worked on just
-- then is given back to be counted later: those that arrived beside it do not wait for that.
--
-- The plans are made once a session, maybe while a table is still empty, and not anew for every call. What is looked up
-- in tables that grow is therefore bound to a look-up by key (`OFFSET 0` keeps it from becoming a join of two scans).
CREATE OR REPLACE FUNCTION private.record_webhook_events(events jsonb) RETURNS TABLE (held_event_id uuid, held_received_at timestamptz, times integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET lock_timeout = '5s' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  given integer;
  stored integer;
  woken uuid[];
  asleep uuid[];
  told uuid[];
  heard uuid[];
  known record;
BEGIN
  WITH input AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(events) AS i (
      id uuid, received_at timestamptz, provider public.provider, account text, type text, key text, payload jsonb,
      hash text, headers jsonb, verified_with text, occurred_at timestamptz, again integer)
  ), claimed AS (
    INSERT INTO public.webhook_receipts (provider, external_id, event_id, received_at)
    SELECT i.provider, i.key, i.id, i.received_at FROM input i
    ON CONFLICT DO NOTHING
    RETURNING event_id
  ), routed AS MATERIALIZED (
    SELECT i.*, c.id AS connection_id, c.organization_id, c.is_due AS is_due
    FROM input i
    JOIN claimed ON claimed.event_id = i.id
    LEFT JOIN LATERAL (
      SELECT c.id, c.organization_id, coalesce(c.last_event_at < now() - interval '5 seconds', true) AS is_due
      FROM public.connections c
      WHERE c.provider = i.provider AND c.external_id = i.account AND c.status <> 'disconnected' OFFSET 0
    ) c ON true
  ), kept AS (
    INSERT INTO public.webhook_events (
      id, received_at, provider, connection_id, organization_id, account_external_id, event_type, external_id, payload,
      payload_hash, headers, verified_with, occurred_at, duplicates, duplicate_times)
    SELECT r.id, r.received_at, r.provider, r.connection_id, r.organization_id, r.account, r.type, r.key, r.payload, r.hash,
      r.headers, r.verified_with, r.occurred_at, r.again, array_fill(clock_timestamp(), ARRAY[least(r.again, 20)])
    FROM routed r
  )
  SELECT jsonb_array_length(events), count(*), array_agg(DISTINCT r.connection_id), array_agg(DISTINCT r.organization_id),
    array_agg(DISTINCT r.connection_id) FILTER (WHERE r.is_due)
  INTO given, stored, woken, told, heard
  FROM routed r;

  IF stored < given THEN
    -- A statement of its own, which sees what others committed while the one above waited for them.
    FOR known IN
      SELECT r.event_id, r.received_at, i.again + 1 AS times
      FROM jsonb_to_recordset(events) AS i (id uuid, provider public.provider, key text, again integer)
      CROSS JOIN LATERAL (
        SELECT r.event_id, r.received_at FROM public.webhook_receipts r
        WHERE r.provider = i.provider AND r.external_id = i.key AND r.event_id <> i.id OFFSET 0
      ) r
      ORDER BY r.event_id
    LOOP
      BEGIN
        PERFORM set_config('lock_timeout', CASE WHEN held_event_id IS NULL THEN '250ms' ELSE '1ms' END, true);
        PERFORM private.count_webhook_repeat(known.event_id, known.received_at, known.times);
      EXCEPTION WHEN lock_not_available THEN
        held_event_id := known.event_id;
        held_received_at := known.received_at;
        times := known.times;
        RETURN NEXT;
      END;
    END LOOP;
    PERFORM set_config('lock_timeout', '5s', true);
  END IF;

  woken := array_remove(woken, NULL);
  IF cardinality(woken) > 0 THEN
    -- One job a connection, however many events. One that has not begun will see these too, and is left as it is: a
    -- flood need not queue it again with every batch. Whoever begins it waits for those who count on it.
    PERFORM pg_advisory_xact_lock_shared(l) FROM (SELECT DISTINCT private.wake_lock(w) AS l FROM unnest(woken) w ORDER BY l) held;
    asleep := ARRAY(
      SELECT w FROM unnest(woken) w
      WHERE NOT EXISTS (
        SELECT FROM graphile_worker.jobs j
        WHERE j.key = 'webhook-events.process:' || w
          AND j.locked_at IS NULL AND j.run_at <= now() AND j.attempts < j.max_attempts OFFSET 0)
      ORDER BY w);
    IF cardinality(asleep) > 0 THEN
      PERFORM graphile_worker.add_jobs(ARRAY(
        SELECT jsonb_populate_record(NULL::graphile_worker.job_spec, jsonb_build_object(
          'identifier', 'webhook-events.process', 'payload', jsonb_build_object('connectionId', w),
          'job_key', 'webhook-events.process:' || w))
        FROM unnest(asleep) w ORDER BY w));
    END IF;
    -- To within seconds is enough for people, and whoever else holds the row is writing the same.
    IF heard IS NOT NULL THEN
      UPDATE public.connections SET last_event_at = now() WHERE id IN (
        SELECT c.id FROM public.connections c WHERE c.id = ANY (heard) ORDER BY c.id FOR NO KEY UPDATE SKIP LOCKED);
    END IF;
    PERFORM pg_notify('trunkline', json_build_object('organizationId', o, 'topic', 'events')::text)
    FROM unnest(array_remove(told, NULL)) o;
  END IF;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.wake_lock(uuid), private.begin_wake(uuid) FROM PUBLIC, anon, authenticated, service_role;
