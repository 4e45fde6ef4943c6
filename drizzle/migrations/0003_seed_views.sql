-- The names and columns that earlier schemas of this product used, so that SQL and supabase-js written against
-- them keep reading. Read-only, under the caller's own row-level security, and never with a token.
CREATE VIEW messenger_connections WITH (security_invoker = true) AS
SELECT c.id, c.connected_by AS owner_id, c.external_id AS page_id, c.display_name AS page_name,
       c.connected_at, c.updated_at, c.status <> 'disconnected' AS is_active
FROM connections c WHERE c.provider = 'facebook';--> statement-breakpoint

CREATE VIEW businesses WITH (security_invoker = true) AS
SELECT o.id, o.name, o.business_type, o.settings, o.created_at, o.updated_at FROM organizations o;--> statement-breakpoint

CREATE VIEW whatsapp_numbers WITH (security_invoker = true) AS
SELECT c.id, c.organization_id AS business_id, c.external_id AS phone_number_id, c.username AS phone_number,
       c.display_name, c.status <> 'disconnected' AS is_active, c.created_at, c.updated_at
FROM connections c WHERE c.provider = 'whatsapp';--> statement-breakpoint

CREATE VIEW user_businesses WITH (security_invoker = true) AS
SELECT m.id, m.user_id, m.organization_id AS business_id,
       CASE m.role WHEN 'owner' THEN 'owner' WHEN 'admin' THEN 'admin' ELSE 'staff' END AS role, m.created_at
FROM organization_members m;--> statement-breakpoint

CREATE VIEW social_media_connections WITH (security_invoker = true) AS
SELECT c.id, c.connected_by AS user_id, c.provider::text AS platform, c.external_id AS account_id,
       c.username AS account_username, c.display_name, c.avatar_url AS profile_picture_url,
       to_jsonb(c.scopes) AS permissions, c.details AS metadata, c.status <> 'disconnected' AS is_active,
       c.last_synced_at AS last_sync_at, c.sync_frequency_minutes, c.created_at, c.updated_at
FROM connections c WHERE c.provider IN ('facebook', 'instagram');--> statement-breakpoint

CREATE VIEW twilio_whatsapp_connections WITH (security_invoker = true) AS
SELECT c.id, c.organization_id, split_part(c.external_id, ':', 1) AS twilio_account_sid,
       split_part(c.external_id, ':', 2) AS whatsapp_number, c.details ->> 'senderSid' AS whatsapp_number_sid,
       c.display_name AS friendly_name, c.status <> 'disconnected' AS is_active, c.webhook_configured,
       c.last_verified_at, c.created_at, c.updated_at
FROM connections c WHERE c.provider = 'twilio_whatsapp';--> statement-breakpoint

CREATE VIEW twilio_whatsapp_webhook_events WITH (security_invoker = true) AS
SELECT e.id, e.connection_id, e.payload ->> 'MessageSid' AS message_sid, e.event_type, e.payload_hash,
       e.processed_at, e.status, e.error_message, e.received_at AS created_at
FROM webhook_events e WHERE e.provider = 'twilio_whatsapp';--> statement-breakpoint

CREATE VIEW zoom_credentials WITH (security_invoker = true) AS
SELECT c.id, c.connected_by AS user_id, c.external_id AS zoom_user_id, c.username AS zoom_email,
       c.created_at, c.updated_at
FROM connections c WHERE c.provider = 'zoom';--> statement-breakpoint

REVOKE ALL ON messenger_connections, businesses, whatsapp_numbers, user_businesses, social_media_connections, twilio_whatsapp_connections, twilio_whatsapp_webhook_events, zoom_credentials FROM anon, authenticated, service_role;--> statement-breakpoint
GRANT SELECT ON messenger_connections, businesses, whatsapp_numbers, user_businesses, social_media_connections, twilio_whatsapp_connections, twilio_whatsapp_webhook_events, zoom_credentials TO authenticated, service_role;
