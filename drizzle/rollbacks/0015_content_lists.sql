DROP INDEX social_media_content_lists_idx;--> statement-breakpoint
CREATE INDEX social_media_content_organization_id_published_at_idx ON social_media_content USING btree (organization_id, is_competitor_content, published_at, id);
