-- Whoever has an open page of an organization is asked anew, at once, whether they may still hear it.
CREATE FUNCTION private.announce_membership_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM pg_notify('trunkline', json_build_object('userId', OLD.user_id)::text);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER announce_membership_change AFTER DELETE OR UPDATE OF organization_id, user_id, role ON organization_members
  FOR EACH ROW EXECUTE FUNCTION private.announce_membership_change();--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION private.announce_membership_change() FROM PUBLIC, anon, authenticated, service_role;
