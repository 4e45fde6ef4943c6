import "server-only";
import type { HealthLine } from "#lib/providers/connect-contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { appOf } from "./app-of.ts";

export type AppDiagnosis = { kind: "not-set-up" } | { kind: "lines"; askedAt: Date; lines: HealthLine[] };

const keptMs = 60_000;

/** What platforms said of our registrations a moment ago: many may look at once, and the answer is the same for all. */
const recent = new Map<string, Promise<AppDiagnosis>>();

/**
 * What is wrong with our own registration at a platform, as distinct from any one connection. Null where the platform
 * cannot be asked. Asked at most once a minute.
 */
export async function diagnoseApp(providerId: string): Promise<AppDiagnosis | null> {
  const provider = findProvider(providerId);
  if (!provider?.checkApp) return null;
  const app = appOf(provider);
  if (!app) return { kind: "not-set-up" };

  const known = await recent.get(provider.id)?.catch(() => undefined);
  if (known?.kind === "lines" && Date.now() - known.askedAt.getTime() < keptMs) return known;

  const asked = provider
    .checkApp(app)
    .then((lines) => ({ kind: "lines" as const, askedAt: new Date(), lines }));
  recent.set(provider.id, asked);
  return asked;
}
