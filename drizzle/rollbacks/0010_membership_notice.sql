DROP TRIGGER announce_membership_change ON organization_members;--> statement-breakpoint
DROP FUNCTION private.announce_membership_change();
