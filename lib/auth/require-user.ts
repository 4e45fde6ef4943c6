import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { requestPathHeader } from "./request-path.ts";
import { safePath } from "./safe-path.ts";
import { supabase } from "./supabase.ts";

export type User = { userId: string; email: string };

/** Who is signed in, asked once for each request. The claims are proved, by signature or by the auth server. */
export const currentUser = cache(async (): Promise<User | null> => {
  const { data } = await (await supabase()).auth.getClaims();
  if (!data) return null;
  return { userId: data.claims.sub, email: data.claims.email ?? "" };
});

/** Who is signed in; anyone else is sent to sign in and comes back to the page they asked for. */
export async function requireUser(): Promise<User> {
  const user = await currentUser();
  if (user) return user;

  const path = safePath((await headers()).get(requestPathHeader));
  redirect((path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`) as Route);
}
