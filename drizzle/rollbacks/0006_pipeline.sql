DROP TABLE webhook_replays, webhook_rejection_samples, webhook_event_views, webhook_problems, webhook_event_counts;--> statement-breakpoint
DROP TYPE webhook_replay_status;--> statement-breakpoint
DROP TYPE webhook_problem_status;--> statement-breakpoint
DROP INDEX webhook_events_organization_id_status_idx;--> statement-breakpoint
DROP INDEX webhook_events_search_idx;--> statement-breakpoint
DROP INDEX webhook_events_replay_id_idx;--> statement-breakpoint
DROP INDEX webhook_events_problem_id_idx;--> statement-breakpoint
DROP INDEX webhook_events_organization_id_event_type_idx;--> statement-breakpoint
CREATE INDEX webhook_events_organization_id_status_idx ON webhook_events USING btree (organization_id, status, received_at, id);--> statement-breakpoint
ALTER TABLE webhook_events ADD COLUMN last_duplicate_at timestamptz;--> statement-breakpoint
UPDATE webhook_events SET last_duplicate_at = duplicate_times[array_upper(duplicate_times, 1)] WHERE duplicate_times <> '{}';--> statement-breakpoint
ALTER TABLE webhook_events DROP COLUMN duplicate_times, DROP COLUMN parked_for, DROP COLUMN problem_id, DROP COLUMN replay_id, DROP COLUMN search;--> statement-breakpoint
DROP FUNCTION private.webhook_search_document(uuid, timestamptz, text[], text);
