import type { Json, ProviderEvent } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { eventKey } from "./event-key.ts";
import { instantIn } from "./instant.ts";
import { itemFingerprint } from "./item-fingerprint.ts";
import { messagingType } from "./messaging-type.ts";
import type { Place } from "./split.ts";

/** One item of `messaging[]`, or of `standby[]`, where another app of the business answers and we only listen. */
export function splitMessaging(place: Place, list: "messaging" | "standby", item: Json): ProviderEvent {
  const content = objectIn(item);
  const kind = messagingType(place.provider, content);
  const eventType = list === "standby" ? "standby" : kind;

  return {
    provider: place.provider,
    accountExternalId: place.accountExternalId,
    eventType,
    externalId: eventKey(place, eventType, [
      ...(list === "standby" ? [kind] : []),
      ...identity(place, kind, content, item),
    ]),
    occurredAt: instantIn(at(content, "timestamp")) ?? instantIn(at(place.entry, "time")),
    payload: place.payload({ [list]: [item] }),
  };
}

/** What makes this item the same in every delivery of it and different from every other (meta.md §2.4). */
export function identity(place: Place, kind: string, content: JsonObject, item: Json): string[] {
  const sender = textIn(at(objectIn(at(content, "sender")), "id")) ?? "";
  const timestamp = textIn(at(content, "timestamp")) ?? "";
  const inner = (name: string) => objectIn(at(content, name));
  const mid = (name: string) => textIn(at(inner(name), "mid"));
  const anonymous = () => [itemFingerprint(place.entry, item)];

  switch (kind) {
    case "messages":
    case "message_echoes": {
      const id = mid("message");
      if (!id) return anonymous();
      // Instagram announces a deletion under the deleted message's own id.
      return at(inner("message"), "is_deleted") === true ? [id, "deleted"] : [id];
    }
    case "messaging_postbacks": {
      const id = mid("postback");
      return id ? [id] : anonymous();
    }
    case "message_deliveries":
    case "message_reads":
    case "messaging_seen": {
      const name = kind === "message_deliveries" ? "delivery" : "read";
      const watermark = textIn(at(inner(name), "watermark"));
      const mids = [at(inner(name), "mid"), ...listIn(at(inner(name), "mids"))].flatMap(
        (id) => textIn(id) ?? [],
      );
      return watermark || mids.length > 0 ? [sender, watermark ?? "", ...mids.sort()] : anonymous();
    }
    case "message_reactions": {
      const id = mid("reaction");
      const action = textIn(at(inner("reaction"), "action")) ?? "";
      const emoji = textIn(at(inner("reaction"), "emoji")) ?? textIn(at(inner("reaction"), "reaction")) ?? "";
      return id ? [id, sender, action, emoji, timestamp] : anonymous();
    }
    case "message_edits":
    case "message_edit": {
      const id = mid("message_edit");
      const count = textIn(at(inner("message_edit"), "num_edit"));
      return id && count ? [id, count] : anonymous();
    }
    default:
      return anonymous();
  }
}
