import type { ConnectionDetail, LatestCheck } from "#lib/connections/queries.ts";

/** The one thing a person can press that mends what a connection suffers from; null where that lies elsewhere. */
export function whatMends(
  { status, statusReason }: ConnectionDetail,
  check: LatestCheck | undefined,
): "reconnect" | "repair" | null {
  if (status === "broken" || status === "disconnected") return "reconnect";
  if (status !== "needs_attention") return null;

  const cause = (check?.lines ?? []).find(
    ({ verdict, reason }) => verdict !== "good" && reason === statusReason,
  );
  if (cause?.repair) return "repair";
  return cause?.id.startsWith("scope:") ? "reconnect" : null;
}
