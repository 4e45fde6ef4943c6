import "server-only";
import { supabase } from "./supabase.ts";

/** How the auth server says that the token, the session or the person is no more; all else says nothing about them. */
const ended = [400, 401, 403, 404];

/** For what outlives its request: asks whether the session that opened it has neither been ended nor run out. */
export async function sessionLives(): Promise<() => Promise<boolean>> {
  const { auth } = await supabase();
  const token = (await auth.getSession()).data.session?.access_token;

  return async () => {
    if (!token) return false;
    const { error } = await auth.getUser(token);
    return !(error?.status && ended.includes(error.status));
  };
}
