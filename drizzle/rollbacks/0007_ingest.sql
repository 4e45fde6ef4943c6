DROP TRIGGER announce_connection_change ON connections;--> statement-breakpoint
DROP TRIGGER announce_connection_update ON connections;--> statement-breakpoint
DROP TRIGGER announce_credentials_change ON connection_credentials;--> statement-breakpoint
DROP FUNCTION private.announce_connection_change();--> statement-breakpoint
DROP FUNCTION private.announce_credentials_change();--> statement-breakpoint
DROP FUNCTION private.record_webhook_events(jsonb);--> statement-breakpoint
DROP FUNCTION private.count_webhook_repeat(uuid, timestamptz, integer);
