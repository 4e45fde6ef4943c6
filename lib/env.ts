import "server-only";
import { z } from "zod";
import { parseProxies } from "#lib/front/parse-proxies.ts";

const url = z.url().transform((value) => value.replace(/\/+$/, ""));
const secret = z.string().min(16);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Read here and not from lib/organizations, which the environment must not know. */
const RetentionDays = z.coerce.number().int().min(7).max(400);

const EncryptionKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]+:[A-Za-z0-9+/]{43}=$/, "each key is written kid:base64-of-32-bytes")
  .transform((text) => {
    const separator = text.indexOf(":");
    return { kid: text.slice(0, separator), key: Buffer.from(text.slice(separator + 1), "base64") };
  });

const noProxies = "each is an address or a network, like 10.0.0.5 or 10.0.0.0/8, separated by commas";
const Proxies = z.string().transform((text, check) => {
  const proxies = parseProxies(text);
  if (proxies) return proxies;

  check.addIssue({ code: "custom", message: noProxies });
  return z.NEVER;
});

const Environment = z
  .object({
    APP_URL: url,
    // This machine alone: any other proxy has to be named before it is believed.
    TRUSTED_PROXIES: z.preprocess((value) => value || "127.0.0.0/8,::1", Proxies),
    DATABASE_URL: z.string().startsWith("postgres"),
    DIRECT_DATABASE_URL: optional(z.string().startsWith("postgres")),
    NEXT_PUBLIC_SUPABASE_URL: url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
    SUPABASE_SECRET_KEY: optional(z.string().min(1)),
    TOKEN_ENCRYPTION_KEYS: z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.tuple([EncryptionKey], EncryptionKey)),
    META_APP_ID: optional(z.string().regex(/^\d+$/)),
    META_APP_SECRET: optional(secret),
    META_APP_VERSION: z
      .string()
      .regex(/^v\d+\.\d+$/)
      .default("v26.0"),
    META_WEBHOOK_VERIFY_TOKEN: optional(secret),
    FACEBOOK_APP_ID: optional(z.string().regex(/^\d+$/)),
    FACEBOOK_APP_SECRET: optional(secret),
    INSTAGRAM_APP_ID: optional(z.string().regex(/^\d+$/)),
    INSTAGRAM_APP_SECRET: optional(secret),
    ZOOM_CLIENT_ID: optional(z.string().min(1)),
    ZOOM_CLIENT_SECRET: optional(z.string().min(1)),
    ZOOM_WEBHOOK_SECRET_TOKEN: optional(z.string().min(1)),
    OAUTH_REDIRECT_BASE_URL: optional(url),
    OAUTH_SUCCESS_URL: optional(url),
    OAUTH_ERROR_URL: optional(url),
    SMTP_URL: optional(z.string().startsWith("smtp")),
    MAIL_FROM: optional(z.string().min(3)),
    CRON_SECRET: optional(secret),
    METRICS_TOKEN: optional(secret),
    PROVIDER_SANDBOX_URL: optional(url),
    EVENT_RETENTION_MAX_DAYS: z.preprocess(
      (value) => (value === "" ? undefined : value),
      RetentionDays.default(400),
    ),
    WORKER: z.enum(["on", "off"]).default("on"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .refine(
    ({ APP_URL, OAUTH_REDIRECT_BASE_URL: base }) => !base || new URL(base).host === new URL(APP_URL).host,
    {
      path: ["OAUTH_REDIRECT_BASE_URL"],
      message:
        "has to have the host of APP_URL: who comes back anywhere else is not recognised, as cookies stay there",
    },
  )
  .transform((values) => ({
    ...values,
    DIRECT_DATABASE_URL: values.DIRECT_DATABASE_URL ?? values.DATABASE_URL,
    FACEBOOK_APP_ID: values.FACEBOOK_APP_ID ?? values.META_APP_ID,
    FACEBOOK_APP_SECRET: values.FACEBOOK_APP_SECRET ?? values.META_APP_SECRET,
    OAUTH_REDIRECT_BASE_URL: values.OAUTH_REDIRECT_BASE_URL ?? values.APP_URL,
  }));

type Environment = z.infer<typeof Environment>;

function parse(): Environment {
  const result = Environment.safeParse(process.env);
  if (result.success) return result.data;

  // Only names and reasons: a value may be a secret.
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example):\n${problems.join("\n")}`);
}

let parsed: Environment | undefined;

/**
 * The validated environment, every variable of `.env.example`. Read on first use and not on import, so that
 * `next build` needs none of it and no value is baked into what it writes. Throws a list of what is wrong.
 */
export const env: Environment = new Proxy({} as Environment, {
  get(_, name) {
    parsed ??= parse();
    return parsed[name as keyof Environment];
  },
});
