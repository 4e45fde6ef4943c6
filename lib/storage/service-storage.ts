import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "#lib/env.ts";

/** Storage, as Supabase's client reaches it. */
export type Storage = ReturnType<typeof createClient>["storage"];

/**
 * Storage past its policies, for what jobs write and what a share link opens. Null where the project's secret key is not
 * set. What a signed-in person reads or writes goes through their own client, which the policies judge.
 */
export function serviceStorage(): Storage | null {
  if (!env.SUPABASE_SECRET_KEY) return null;
  const { storage } = createClient(env.NEXT_PUBLIC_SUPABASE_URL, env.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  return storage;
}
