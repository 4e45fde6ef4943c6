CREATE TRIGGER update_competitors_updated_at BEFORE UPDATE ON competitors FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_social_media_content_updated_at BEFORE UPDATE ON social_media_content FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_zoom_meetings_updated_at BEFORE UPDATE ON zoom_meetings FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_deliverables_updated_at BEFORE UPDATE ON deliverables FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint
CREATE TRIGGER update_report_schedules_updated_at BEFORE UPDATE ON report_schedules FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();--> statement-breakpoint

-- What was read at a platform is written by jobs alone. `message_contacts` is nobody's to read but theirs.
GRANT SELECT ON sync_runs, sync_states, competitors, competitor_figures, social_media_content, social_media_analytics, message_counts, first_replies, zoom_meetings, zoom_participants, deliverables, deliverable_shares, report_schedules TO authenticated, service_role;--> statement-breakpoint
GRANT SELECT ON message_contacts TO service_role;--> statement-breakpoint
GRANT INSERT (id, organization_id, provider, handle, connection_id, added_by), DELETE ON competitors TO authenticated;--> statement-breakpoint
GRANT INSERT (id, organization_id, user_id, kind, client_name, title, html, period_from, period_to, channels), UPDATE (client_name, title, html), DELETE ON deliverables TO authenticated;--> statement-breakpoint
GRANT INSERT (id, organization_id, deliverable_id, token_hash, created_by, expires_at), UPDATE (revoked_at) ON deliverable_shares TO authenticated;--> statement-breakpoint
GRANT INSERT (organization_id, is_on, client_name, recipients, changed_by), UPDATE (is_on, client_name, recipients, changed_by) ON report_schedules TO authenticated;
