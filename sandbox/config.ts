import { z } from "zod";

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );

const optionalUrl = z
  .union([z.literal("").transform(() => undefined), z.url()])
  .optional()
  .transform((value) => value ?? null);

const schema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(54_323),
  SANDBOX_HOST: z.string().default("127.0.0.1"),
  SANDBOX_STATE_FILE: z
    .string()
    .optional()
    .transform((value) => value || null),
  SANDBOX_META_APP_ID: z.string().regex(/^\d+$/, "a number, as Meta's app ids are"),
  SANDBOX_META_APP_SECRET: z.string().min(1),
  SANDBOX_META_VERIFY_TOKEN: z.string().min(1),
  SANDBOX_META_REDIRECT_URIS: list,
  SANDBOX_META_CALLBACK_URL: optionalUrl,
  SANDBOX_META_DEAUTHORIZE_URL: optionalUrl,
  SANDBOX_META_DATA_DELETION_URL: optionalUrl,
  SANDBOX_INSTAGRAM_APP_ID: z.string().regex(/^\d+$/, "a number, as Instagram's app ids are"),
  SANDBOX_INSTAGRAM_APP_SECRET: z.string().min(1),
  SANDBOX_INSTAGRAM_REDIRECT_URIS: list,
  SANDBOX_ZOOM_CLIENT_ID: z.string().min(1),
  SANDBOX_ZOOM_CLIENT_SECRET: z.string().min(1),
  SANDBOX_ZOOM_WEBHOOK_SECRET_TOKEN: z.string().min(1),
  SANDBOX_ZOOM_REDIRECT_URIS: list,
  SANDBOX_ZOOM_WEBHOOK_URL: optionalUrl,
  SANDBOX_BATCH_MS: z.coerce.number().min(0).default(40),
  SANDBOX_RETRY_DELAYS_MS: z
    .string()
    .default("0,1000,5000,15000,60000,300000,900000")
    .transform((text) => text.split(",").map(Number))
    .pipe(z.array(z.number().min(0)).min(1)),
  SANDBOX_GIVE_UP_MS: z.coerce.number().min(0).default(3_600_000),
  SANDBOX_TIMEOUT_MS: z.coerce.number().min(1).default(5_000),
});

export type Config = ReturnType<typeof readConfig>;

/** Reads the sandbox's own variables, and throws naming every one that is missing or malformed. */
export function readConfig(variables: Record<string, string | undefined>) {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) throw new Error(`The sandbox cannot start.\n${z.prettifyError(parsed.error)}`);

  const value = parsed.data;
  return {
    port: value.SANDBOX_PORT,
    host: value.SANDBOX_HOST,
    stateFile: value.SANDBOX_STATE_FILE,
    meta: {
      appId: value.SANDBOX_META_APP_ID,
      appSecret: value.SANDBOX_META_APP_SECRET,
      verifyToken: value.SANDBOX_META_VERIFY_TOKEN,
      redirectUris: value.SANDBOX_META_REDIRECT_URIS,
      callbackUrl: value.SANDBOX_META_CALLBACK_URL,
      deauthorizeUrl: value.SANDBOX_META_DEAUTHORIZE_URL,
      dataDeletionUrl: value.SANDBOX_META_DATA_DELETION_URL,
    },
    instagram: {
      appId: value.SANDBOX_INSTAGRAM_APP_ID,
      appSecret: value.SANDBOX_INSTAGRAM_APP_SECRET,
      redirectUris: value.SANDBOX_INSTAGRAM_REDIRECT_URIS,
    },
    zoom: {
      clientId: value.SANDBOX_ZOOM_CLIENT_ID,
      clientSecret: value.SANDBOX_ZOOM_CLIENT_SECRET,
      webhookSecretToken: value.SANDBOX_ZOOM_WEBHOOK_SECRET_TOKEN,
      redirectUris: value.SANDBOX_ZOOM_REDIRECT_URIS,
      webhookUrl: value.SANDBOX_ZOOM_WEBHOOK_URL,
    },
    delivery: {
      batchMs: value.SANDBOX_BATCH_MS,
      retryDelaysMs: value.SANDBOX_RETRY_DELAYS_MS,
      giveUpMs: value.SANDBOX_GIVE_UP_MS,
      timeoutMs: value.SANDBOX_TIMEOUT_MS,
    },
  };
}
