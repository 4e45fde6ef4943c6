DROP TRIGGER update_report_schedules_updated_at ON report_schedules;--> statement-breakpoint
DROP TRIGGER update_deliverables_updated_at ON deliverables;--> statement-breakpoint
DROP TRIGGER update_zoom_meetings_updated_at ON zoom_meetings;--> statement-breakpoint
DROP TRIGGER update_social_media_content_updated_at ON social_media_content;--> statement-breakpoint
DROP TRIGGER update_competitors_updated_at ON competitors;--> statement-breakpoint
REVOKE ALL ON sync_runs, sync_states, competitors, competitor_figures, social_media_content, social_media_analytics, message_counts, message_contacts, first_replies, zoom_meetings, zoom_participants, deliverables, deliverable_shares, report_schedules FROM authenticated;--> statement-breakpoint
REVOKE INSERT (id, organization_id, provider, handle, connection_id, added_by) ON competitors FROM authenticated;--> statement-breakpoint
REVOKE INSERT (id, organization_id, user_id, kind, client_name, title, html, period_from, period_to, channels), UPDATE (client_name, title, html) ON deliverables FROM authenticated;--> statement-breakpoint
REVOKE INSERT (id, organization_id, deliverable_id, token_hash, created_by, expires_at), UPDATE (revoked_at) ON deliverable_shares FROM authenticated;--> statement-breakpoint
REVOKE INSERT (organization_id, is_on, client_name, recipients, changed_by), UPDATE (is_on, client_name, recipients, changed_by) ON report_schedules FROM authenticated;
