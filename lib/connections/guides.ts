import "server-only";
import { env } from "#lib/env.ts";
import { findProvider, providers } from "#lib/providers/registry.ts";
import { setting } from "#lib/setting.ts";
import { appOf } from "./app-of.ts";

export type GuideView = NonNullable<ReturnType<typeof findGuide>>;

/** Every platform with a guide for going live on it, in the order they are offered. */
export function listGuides() {
  return providers.map((provider) => ({
    id: provider.id,
    name: provider.name,
    accountNoun: provider.accountNoun,
    isSetUp: appOf(provider) !== null,
  }));
}

/**
 * How to go live on one platform, with the exact addresses of this installation, and whether each setting is set; never
 * its value. Null for a platform that is not in the registry.
 */
export function findGuide(id: string) {
  const provider = findProvider(id);
  if (!provider) return null;

  const { guide, name, accountNoun } = provider;
  return {
    id: provider.id,
    name,
    accountNoun,
    console: guide.console,
    isSetUp: appOf(provider) !== null,
    canDiagnose: provider.checkApp !== null,
    review: guide.review.map(({ permission, why }) => ({ permission, why })),
    steps: guide.steps.map(({ title, text, addresses = [], settings = [] }) => ({
      title,
      text,
      addresses: addresses.map(({ label, path }) => ({ label, url: publicAddress(path) })),
      settings: settings.map((name) => ({ name, isSet: setting(name) !== undefined })),
    })),
  };
}

/** People come back from a dialog to a host that may be set apart; everything else is told the public one. */
function publicAddress(path: string): string {
  const origin = path.startsWith("/api/oauth/") ? env.OAUTH_REDIRECT_BASE_URL : env.APP_URL;
  return origin + path;
}
