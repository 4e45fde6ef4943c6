import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateApiKey } from "@supabase/lite";
import { z } from "zod";
import { createExclusively } from "./create-exclusively.ts";

const Secrets = z.object({
  databasePassword: z.string(),
  jwtSecret: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  tokenEncryptionKey: z.string(),
  metaAppId: z.string(),
  metaAppSecret: z.string(),
  metaWebhookVerifyToken: z.string(),
  instagramAppId: z.string(),
  instagramAppSecret: z.string(),
  zoomClientId: z.string(),
  zoomClientSecret: z.string(),
  zoomWebhookSecretToken: z.string(),
  cronSecret: z.string(),
  metricsToken: z.string(),
});

/** What the embedded stack keeps to itself. Made once, so that sessions and stored tokens outlive a restart. */
export type Secrets = z.infer<typeof Secrets>;

/** Reads the secrets of this data directory, or makes them on first use (mode 600). */
export async function loadSecrets(directory: string): Promise<Secrets> {
  const file = join(directory, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true });
    createExclusively(file, `${JSON.stringify(await makeSecrets(), null, 2)}\n`, 0o600);
  }
  chmodSync(file, 0o600);
  return complete(file, JSON.parse(readFileSync(file, "utf8")));
}

/** A data directory made by an earlier version lacks the secrets that came later: they are made, the others stay. */
async function complete(file: string, kept: Record<string, unknown>): Promise<Secrets> {
  const known = Secrets.safeParse(kept);
  if (known.success) return known.data;

  const completed = Secrets.parse({ ...(await makeSecrets()), ...kept });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, `${JSON.stringify(completed, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return completed;
}

async function makeSecrets(): Promise<Secrets> {
  const [publishable, secret] = await Promise.all([generateApiKey("publishable"), generateApiKey("secret")]);
  return {
    databasePassword: hex(16),
    jwtSecret: hex(32),
    publishableKey: publishable.key,
    secretKey: secret.key,
    tokenEncryptionKey: `embedded-1:${randomBytes(32).toString("base64")}`,
    // Meta's app ids are numbers of fifteen or sixteen digits, its secrets 32 hexadecimal digits.
    metaAppId: metaNumber(),
    metaAppSecret: hex(16),
    metaWebhookVerifyToken: hex(16),
    instagramAppId: metaNumber(),
    instagramAppSecret: hex(16),
    // Zoom's are letters and digits: 22, 32 and 22 of them.
    zoomClientId: alphanumeric(22),
    zoomClientSecret: alphanumeric(32),
    zoomWebhookSecretToken: alphanumeric(22),
    cronSecret: hex(24),
    metricsToken: hex(24),
  };
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}

function metaNumber(): string {
  return `1${String(randomBytes(6).readUIntBE(0, 6)).padStart(15, "0").slice(0, 14)}`;
}

function alphanumeric(length: number): string {
  return randomBytes(length * 3)
    .toString("base64")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, length);
}
