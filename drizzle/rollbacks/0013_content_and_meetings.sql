DROP TABLE report_schedules, deliverable_shares, deliverables, zoom_participants, zoom_meetings, first_replies, message_contacts, message_counts, social_media_analytics, social_media_content, competitor_figures, competitors, sync_states, sync_runs;--> statement-breakpoint
DROP TYPE deliverable_status;--> statement-breakpoint
DROP TYPE zoom_meeting_status;--> statement-breakpoint
DROP TYPE sync_status;--> statement-breakpoint
ALTER TABLE webhook_events DROP COLUMN is_counted;
