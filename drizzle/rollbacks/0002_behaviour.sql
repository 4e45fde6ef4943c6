DROP POLICY "members see their organization's files" ON storage.objects;--> statement-breakpoint
DROP POLICY "owners and admins store logos, members private files" ON storage.objects;--> statement-breakpoint
DROP POLICY "owners and admins replace logos, members private files" ON storage.objects;--> statement-breakpoint
DROP POLICY "owners and admins remove logos, members private files" ON storage.objects;--> statement-breakpoint
DROP FUNCTION private.may_store(text, text);--> statement-breakpoint
-- Files outlive a rollback: a bucket that still holds any is kept.
DELETE FROM storage.buckets b WHERE b.id IN ('logos', 'private') AND NOT EXISTS (SELECT FROM storage.objects o WHERE o.bucket_id = b.id);--> statement-breakpoint
DELETE FROM brand_settings WHERE organization_id IS NULL;--> statement-breakpoint
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM authenticated, service_role;--> statement-breakpoint
DO $$
DECLARE
  partition record;
BEGIN
  FOR partition IN SELECT tablename FROM pg_tables WHERE schemaname = 'webhook_partitions' LOOP
    EXECUTE format('DROP TABLE webhook_partitions.%I', partition.tablename);
  END LOOP;
END $$;--> statement-breakpoint
DROP FUNCTION private.ensure_webhook_partitions(integer);--> statement-breakpoint
DROP FUNCTION private.enqueue_job(text, json, text, timestamptz, text, integer);--> statement-breakpoint
DROP FUNCTION cleanup_expired_zoom_tokens();--> statement-breakpoint
DROP FUNCTION get_owner_by_page_id(text);--> statement-breakpoint
DROP TRIGGER deactivate_old_messenger_connections_on_return ON connections;--> statement-breakpoint
DROP TRIGGER deactivate_old_messenger_connections ON connections;--> statement-breakpoint
DROP FUNCTION deactivate_old_messenger_connections();--> statement-breakpoint
DROP FUNCTION private.disconnect(uuid, uuid);--> statement-breakpoint
DROP FUNCTION private.save_connection(jsonb);--> statement-breakpoint
DROP FUNCTION private.save_credentials(uuid, text, text, timestamptz, timestamptz);--> statement-breakpoint
DROP FUNCTION private.record_audit(uuid, text, text, text, jsonb, text, text);--> statement-breakpoint
DROP TRIGGER keep_one_owner ON organization_members;--> statement-breakpoint
DROP FUNCTION private.keep_one_owner();--> statement-breakpoint
DROP FUNCTION private.create_organization(text, text, text, text);--> statement-breakpoint
DROP TRIGGER create_profile ON auth.users;--> statement-breakpoint
DROP FUNCTION private.create_profile();--> statement-breakpoint
DROP TRIGGER update_connection_credentials_updated_at ON connection_credentials;--> statement-breakpoint
DROP TRIGGER update_connections_updated_at ON connections;--> statement-breakpoint
DROP TRIGGER update_brand_settings_updated_at ON brand_settings;--> statement-breakpoint
DROP TRIGGER update_organization_members_updated_at ON organization_members;--> statement-breakpoint
DROP TRIGGER update_organizations_updated_at ON organizations;--> statement-breakpoint
DROP TRIGGER update_profiles_updated_at ON profiles;
