-- What the tables and their policies lean on. Bodies name tables that do not exist yet, hence the switch.
SET LOCAL check_function_bodies = off;--> statement-breakpoint

-- Out of the data API's sight: PostgREST serves `public` only.
CREATE SCHEMA private;--> statement-breakpoint
CREATE SCHEMA webhook_partitions;--> statement-breakpoint
GRANT USAGE ON SCHEMA private TO authenticated;--> statement-breakpoint

-- Who may call a function is said for each function.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;--> statement-breakpoint

CREATE FUNCTION public.update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.updated_at = now();
  RETURN NEW;
END $$;--> statement-breakpoint

-- A set, so that a policy asks once per query and not once per row.
CREATE FUNCTION private.organizations_of_caller() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.organization_id FROM public.organization_members m WHERE m.user_id = auth.uid()
$$;--> statement-breakpoint

CREATE FUNCTION public.is_member(org uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (
    SELECT FROM public.organization_members m WHERE m.organization_id = org AND m.user_id = auth.uid()
  )
$$;--> statement-breakpoint

CREATE FUNCTION public.has_role(org uuid, roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (
    SELECT FROM public.organization_members m
    WHERE m.organization_id = org AND m.user_id = auth.uid() AND m.role::text = ANY (roles)
  )
$$;--> statement-breakpoint

CREATE FUNCTION private.is_colleague(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (
    SELECT FROM public.organization_members mine
    JOIN public.organization_members theirs USING (organization_id)
    WHERE mine.user_id = auth.uid() AND theirs.user_id = person
  )
$$;--> statement-breakpoint

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA private, public FROM PUBLIC, anon, authenticated, service_role;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION private.organizations_of_caller(), private.is_colleague(uuid), public.is_member(uuid), public.has_role(uuid, text[]) TO authenticated;--> statement-breakpoint

-- rate-limiter-flexible's own table shape.
CREATE TABLE private.rate_limits (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
