"use server";

import { redirect } from "next/navigation";
import { signOut } from "#lib/auth/sign-out.ts";

export async function leave(): Promise<void> {
  await signOut();
  redirect("/login?notice=signed-out");
}
