ALTER TABLE "connection_alerts" ALTER COLUMN "sent_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "connection_alerts" ALTER COLUMN "sent_at" DROP NOT NULL;