import type { DialogRefusal } from "../dialog-connect.ts";
import { zoomRefusals } from "./refusals.ts";

/** The dialog's no, null when there is a code instead. Only sentences of our own: anyone can put any text into an address. */
export function readZoomRefusal(query: URLSearchParams): DialogRefusal | null {
  const error = query.get("error");
  if (error === "access_denied") return { kind: "cancelled" };
  if (error === null && query.get("code")) return null;

  const known = error !== null && Object.hasOwn(zoomRefusals, error) ? error : "unlisted";
  const reason = error === null ? "incomplete" : known;
  return { kind: "refused", reason, sentence: zoomRefusals[reason] ?? "" };
}
