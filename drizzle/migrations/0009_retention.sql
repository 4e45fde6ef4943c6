-- Drops the oldest week of events, or of their attempts, that is wholly older than so many days, and names it; null when
-- there is none. It needs the table to itself for a moment, so it waits for that only shortly, since whoever comes after
-- it waits behind it: refused (`lock_not_available`), it is to be tried again another time. The weeks that
-- `ensure_webhook_partitions` makes again are left.
CREATE FUNCTION private.drop_webhook_partition(older_than_days integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC' SET lock_timeout = '100ms' AS $$
DECLARE
  oldest text;
BEGIN
  SELECT child.relname INTO oldest
  FROM pg_catalog.pg_inherits i
  JOIN pg_catalog.pg_class child ON child.oid = i.inhrelid
  WHERE i.inhparent IN ('public.webhook_events'::regclass, 'public.webhook_attempts'::regclass)
    AND child.relname ~ '_\d{8}$'
    AND to_date(right(child.relname, 8), 'YYYYMMDD') + 7 <= current_date - greatest(older_than_days, 42)
  -- Attempts before the events they are of.
  ORDER BY right(child.relname, 8), child.relname
  LIMIT 1;
  IF oldest IS NOT NULL THEN
    EXECUTE format('DROP TABLE webhook_partitions.%I', oldest);
  END IF;
  RETURN oldest;
END $$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.drop_webhook_partition(integer) FROM PUBLIC, anon, authenticated, service_role;
