import type { WebhookSecret } from "../contract.ts";

const names = ["zoom", "zoom-former"];

/** The app's secret token and, while it is being changed, the one before it: two, separated by a comma. */
export function zoomSecrets(setting: (name: string) => string | undefined): WebhookSecret[] {
  const values = (setting("ZOOM_WEBHOOK_SECRET_TOKEN") ?? "").split(",").map((value) => value.trim());
  const given = [...new Set(values.filter((value) => value !== ""))];
  return names.flatMap((name, index) => {
    const value = given[index];
    return value === undefined ? [] : [{ name, value }];
  });
}
