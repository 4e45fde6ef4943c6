import { z } from "zod";
import type { Secrets } from "./secrets.ts";

export const StackAddresses = z.object({
  appUrl: z.string(),
  databaseUrl: z.string(),
  supabaseUrl: z.string(),
  smtpUrl: z.string(),
  sandboxUrl: z.string(),
});

/** Where the parts of one running stack answer. */
export type StackAddresses = z.infer<typeof StackAddresses>;

export const embeddedMailFrom = "Trunkline <hello@trunkline.example>";

/** Everything `lib/env.ts` asks for, pointing at the embedded stack. What the caller has set, except addresses, stays. */
export function appEnvironment(secrets: Secrets, addresses: StackAddresses): NodeJS.ProcessEnv {
  return {
    META_APP_ID: secrets.metaAppId,
    META_APP_SECRET: secrets.metaAppSecret,
    META_WEBHOOK_VERIFY_TOKEN: secrets.metaWebhookVerifyToken,
    INSTAGRAM_APP_ID: secrets.instagramAppId,
    INSTAGRAM_APP_SECRET: secrets.instagramAppSecret,
    ZOOM_CLIENT_ID: secrets.zoomClientId,
    ZOOM_CLIENT_SECRET: secrets.zoomClientSecret,
    ZOOM_WEBHOOK_SECRET_TOKEN: secrets.zoomWebhookSecretToken,
    TOKEN_ENCRYPTION_KEYS: secrets.tokenEncryptionKey,
    CRON_SECRET: secrets.cronSecret,
    METRICS_TOKEN: secrets.metricsToken,
    MAIL_FROM: embeddedMailFrom,
    ...presentValues(process.env),
    // The parts were started with these and no others.
    APP_URL: addresses.appUrl,
    DATABASE_URL: addresses.databaseUrl,
    DIRECT_DATABASE_URL: addresses.databaseUrl,
    NEXT_PUBLIC_SUPABASE_URL: addresses.supabaseUrl,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SECRET_KEY: secrets.secretKey,
    SMTP_URL: addresses.smtpUrl,
    PROVIDER_SANDBOX_URL: addresses.sandboxUrl,
  };
}

function presentValues(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const present = { ...variables };
  for (const [name, value] of Object.entries(present)) {
    if (value === "") delete present[name];
  }
  return present;
}
