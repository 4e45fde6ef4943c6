DROP INDEX social_media_content_lists_idx;--> statement-breakpoint
DROP INDEX social_media_analytics_figures_idx;--> statement-breakpoint
CREATE INDEX social_media_content_organization_id_published_at_idx ON social_media_content USING btree (organization_id, is_competitor_content, published_at, id);--> statement-breakpoint
CREATE INDEX social_media_analytics_organization_id_metric_type_date_idx ON social_media_analytics USING btree (organization_id, metric_type, date);
