import { vi } from "vitest";

// What a test may rely on without setting it: a complete environment, made of values that fit nothing real. It
// replaces the caller's, so that no `.env` and no shell decides what a test sees.
const values: Record<string, string> = {
  APP_URL: "http://localhost:3000",
  DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:9/none",
  DIRECT_DATABASE_URL: "",
  NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_test",
  SUPABASE_SECRET_KEY: "sb_secret_test",
  TOKEN_ENCRYPTION_KEYS: `test-1:${Buffer.alloc(32, 1).toString("base64")}`,
  META_APP_ID: "1234567890123456",
  META_APP_SECRET: "0123456789abcdef0123456789abcdef",
  META_APP_VERSION: "",
  META_WEBHOOK_VERIFY_TOKEN: "a-verify-token-for-tests",
  FACEBOOK_APP_ID: "",
  FACEBOOK_APP_SECRET: "",
  INSTAGRAM_APP_ID: "2345678901234567",
  INSTAGRAM_APP_SECRET: "fedcba9876543210fedcba9876543210",
  ZOOM_CLIENT_ID: "aZoomClientForTests000",
  ZOOM_CLIENT_SECRET: "aZoomClientSecretForTests0000000",
  ZOOM_WEBHOOK_SECRET_TOKEN: "aZoomWebhookSecret0000",
  CRON_SECRET: "a-cron-secret-for-tests",
  METRICS_TOKEN: "a-metrics-token-for-tests",
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "Trunkline <hello@trunkline.example>",
  PROVIDER_SANDBOX_URL: "http://127.0.0.1:9",
  LOG_LEVEL: "silent",
};

for (const [name, value] of Object.entries(values)) {
  if (value === "") delete process.env[name];
  else process.env[name] = value;
}

// Test files that share a process, and with it the packages it has loaded, each begin with modules of their own.
vi.resetModules();
