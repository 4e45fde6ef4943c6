/** What the platform signs with in the benches. */
export const benchSecret = "0123456789abcdef0123456789abcdef";

/** What a server needs to run against this database with nothing else of the product around it. */
export function benchEnvironment(databaseUrl: string) {
  return {
    APP_URL: "http://localhost:3000",
    DATABASE_URL: databaseUrl,
    DIRECT_DATABASE_URL: databaseUrl,
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "none",
    TOKEN_ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 1).toString("base64")}`,
    META_APP_SECRET: benchSecret,
    META_WEBHOOK_VERIFY_TOKEN: "a-verify-token-for-benchmarks",
    ZOOM_CLIENT_ID: "bench",
    ZOOM_CLIENT_SECRET: "bench",
    ZOOM_WEBHOOK_SECRET_TOKEN: benchSecret,
    LOG_LEVEL: "error",
    NODE_ENV: "production" as const,
  };
}
