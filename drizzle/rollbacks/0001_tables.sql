DROP TABLE worker_heartbeats, webhook_attempts, webhook_rejections, webhook_receipts, webhook_events;--> statement-breakpoint
DROP TABLE data_deletion_requests, connection_checks, oauth_sessions, connection_credentials, connections;--> statement-breakpoint
DROP TABLE audit_events, brand_settings, organization_invitations, organization_members, organizations, profiles;--> statement-breakpoint
DROP TYPE webhook_event_status, connection_status, provider, organization_role;
