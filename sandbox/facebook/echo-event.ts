import type { MetaEvent } from "../delivery/meta-event.ts";
import type { Thread, ThreadMessage } from "../state/types.ts";
import { ofPage } from "./of-page.ts";

type Sender = { appId: string; metadata?: string | undefined };

/** The echo of what a Page sent, by this app, another, or the Page's own inbox. */
export function echoEvent(
  thread: Thread,
  { mid, text, at }: ThreadMessage,
  { appId, metadata }: Sender,
): MetaEvent {
  return {
    ...ofPage(thread.pageId),
    field: "message_echoes",
    summary: `echo to ${thread.customerName}`,
    content: {
      messaging: {
        sender: { id: thread.pageId },
        recipient: { id: thread.psid },
        timestamp: at,
        // Meta sends app ids as numbers here.
        message: { mid, is_echo: true, app_id: Number(appId), ...(metadata ? { metadata } : {}), text },
      },
    },
  };
}
