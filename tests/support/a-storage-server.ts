import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { loadSecrets } from "#scripts/stack/secrets.ts";
import { startSupabase } from "#scripts/stack/start-supabase.ts";

/** The embedded Supabase on this test file's own database, for its storage; the app under test finds it in its environment. */
export async function aStorageServer() {
  const directory = mkdtempSync(join(tmpdir(), "trunkline-storage-"));
  const secrets = await loadSecrets(directory);
  const server = await startSupabase({
    directory,
    secrets,
    databaseUrl: process.env.DATABASE_URL ?? "",
    appUrl: "http://localhost:3000",
    smtpUrl: "smtp://127.0.0.1:9",
    mailFrom: "no-one@trunkline.example",
    preferredPort: 54_621,
  });
  process.env.NEXT_PUBLIC_SUPABASE_URL = server.url;
  process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY = secrets.publishableKey;
  process.env.SUPABASE_SECRET_KEY = secrets.secretKey;
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return { ...server, jwtSecret: secrets.jwtSecret };
}
