import type { ConnectionDetail, LatestCheck } from "#lib/connections/queries.ts";

/** Why a connection has no events to show, in a sentence with the next step. */
export function whyNoEvents({ status }: ConnectionDetail, check: LatestCheck | undefined): string {
  if (status === "disconnected") return "None came while it was connected, and none can come now.";
  if (status === "broken") return "None can come until it is reconnected.";

  const webhook = check?.lines.find(({ id }) => id === "webhook");
  if (webhook && webhook.verdict !== "good" && webhook.verdict !== "unknown") {
    return webhook.reason;
  }
  return "No event has come yet. It appears here by itself.";
}
