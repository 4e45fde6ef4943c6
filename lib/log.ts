import "server-only";
import pino from "pino";
import { env } from "#lib/env.ts";
import { safeError } from "#lib/safe-error.ts";

/** Wherever one of these is logged by mistake, its value never leaves the process. */
const secretNames = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "signature",
  "token",
  "accessToken",
  "refreshToken",
  "access_token",
  "refresh_token",
  "client_secret",
  "appsecret_proof",
  "code",
  "body",
  "payload",
];

let logger: pino.Logger | undefined;

/**
 * The process's log: one JSON line an entry, ids and verdicts only. Bodies, tokens and signatures never belong
 * in it; the names they go by are redacted one and two levels deep, should one slip through, and errors are cut to
 * what cannot quote anyone.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env.LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: safeError },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  });
  return logger;
}
