-- Of these it is not known that they were sent; without their row they are sent again.
DELETE FROM connection_alerts WHERE sent_at IS NULL;--> statement-breakpoint
ALTER TABLE connection_alerts ALTER COLUMN sent_at SET DEFAULT now(), ALTER COLUMN sent_at SET NOT NULL;
