import "server-only";
import { findProvider } from "#lib/providers/registry.ts";

/** Whether access to accounts of this platform is renewed before it ends, without anyone. */
export function renewsItself(providerId: string): boolean {
  return findProvider(providerId)?.renewal != null;
}
