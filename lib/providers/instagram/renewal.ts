import type { Renewal } from "../renewal.ts";
import { longLivedToken } from "./long-lived-token.ts";
import { keepSecrets, openSecrets } from "./secrets.ts";

const day = 24 * 60 * 60_000;

/**
 * A token lives for 60 days and is exchanged for another of 60 days, as often as one likes, but never in its first day. It is
 * done at a week's age, or a month before the end; an expired one is lost.
 */
export const instagramRenewal: Renewal = {
  dueAt({ savedAt, accessExpiresAt }) {
    const atWeek = savedAt.getTime() + 7 * day;
    const beforeEnd = (accessExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - 30 * day;
    return new Date(Math.max(savedAt.getTime() + day, Math.min(atWeek, beforeEnd)));
  },

  async refresh(_app, { secrets }) {
    const { accessToken, permissions } = openSecrets(secrets);
    const query = { grant_type: "ig_refresh_token", access_token: accessToken };
    const answer = await longLivedToken("/refresh_access_token", query);
    if (!answer.ok) return answer;

    const renewed = { ...answer.value, permissions: answer.value.permissions ?? permissions };
    const life = { accessExpiresAt: renewed.expiresAt, refreshExpiresAt: null };
    return { ok: true, value: { secrets: keepSecrets(renewed), scopes: renewed.permissions, ...life } };
  },
};
