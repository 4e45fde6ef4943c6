import "server-only";
import { recordAuth } from "#lib/audit/record-auth.ts";
import { notifyPerson } from "#lib/live/notify-person.ts";
import { currentUser } from "./require-user.ts";
import { supabase } from "./supabase.ts";
import { visitor } from "./visitor.ts";

/** Ends this browser's session; other devices stay signed in. */
export async function signOut(): Promise<void> {
  const user = await currentUser();
  await (await supabase()).auth.signOut({ scope: "local" });
  if (!user) return;
  await recordAuth("auth.signed_out", user, await visitor());
  await notifyPerson(user);
}
