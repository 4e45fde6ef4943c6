import "server-only";
import { env } from "#lib/env.ts";

/** The address under which someone without an account opens what was shared with them. */
export const shareUrl = (token: string): string => `${env.APP_URL}/d/${token}`;
