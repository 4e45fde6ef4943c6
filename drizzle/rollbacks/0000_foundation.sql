DROP TABLE private.rate_limits;--> statement-breakpoint
DROP FUNCTION private.is_colleague(uuid);--> statement-breakpoint
DROP FUNCTION public.has_role(uuid, text[]);--> statement-breakpoint
DROP FUNCTION public.is_member(uuid);--> statement-breakpoint
DROP FUNCTION private.organizations_of_caller();--> statement-breakpoint
DROP FUNCTION public.update_updated_at_column();--> statement-breakpoint
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;--> statement-breakpoint
DROP SCHEMA webhook_partitions;--> statement-breakpoint
DROP SCHEMA private;
