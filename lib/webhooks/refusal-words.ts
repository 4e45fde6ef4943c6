import type { RejectionReason } from "#lib/providers/contract.ts";
import { providers, webhookSenders } from "#lib/providers/registry.ts";

const general: Record<RejectionReason, { title: string; remedy: string }> = {
  bad_signature: {
    title: "Wrong signature",
    remedy:
      "They were signed with another secret than the one in your settings. If real events are missing, compare the two. Otherwise someone else was trying, and nothing needs doing.",
  },
  missing_signature: {
    title: "No signature",
    remedy:
      "They did not come from the platform, which signs everything, or a proxy in front of this installation takes the signature away.",
  },
  stale: {
    title: "Signed too long ago",
    remedy:
      "Check that this server's clock is right. If it is, someone sent an old request again, and refusing it was right.",
  },
  unparsable: {
    title: "Could not be read",
    remedy:
      "The body broke off or is not what the platform describes. Platforms send again what did not arrive whole. If it goes on, look at what stands between the platform and this server.",
  },
  too_large: {
    title: "Too large",
    remedy: "No platform sends more than 3 MB at once, so these came from someone else. Nothing needs doing.",
  },
  too_slow: {
    title: "Too slow",
    remedy:
      "The body did not arrive in time, and the platform sends it again. If it goes on, look at the line and the proxies between the platform and this server.",
  },
  wrong_method: {
    title: "Wrong method",
    remedy:
      "No platform calls the address this way. It was a browser, a scanner or a health check; point the last at /api/health.",
  },
  unknown_account: {
    title: "Unknown account",
    remedy:
      "They name an account that is not connected here, so nothing can prove where they come from. Connect the account, or take this address out of its settings at the platform.",
  },
  not_configured: {
    title: "Not set up",
    remedy: "The secret to check them with is not set. Going live tells for each platform where to find it.",
  },
  bad_handshake: {
    title: "Address not confirmed",
    remedy:
      "The platform asked whether this address is ours, with a token that is not the one in your settings. Enter the same one there.",
  },
};

/** A cause of refusals in words, and what to do about it at this sender's platform. One we no longer know keeps its own word. */
export function refusalWords(senderId: string, reason: string): { title: string; remedy: string } {
  const words = Object.hasOwn(general, reason) ? general[reason as RejectionReason] : undefined;
  if (!words) return { title: reason.replaceAll("_", " "), remedy: "" };

  const sender = webhookSenders().find(({ id }) => id === senderId);
  return { title: words.title, remedy: sender?.remedies?.[reason as RejectionReason] ?? words.remedy };
}

/** Who posts there, by the names of the platforms it speaks for; its id where the registry no longer knows it. */
export function senderName(senderId: string): string {
  const names = providers.filter(({ sender }) => sender.id === senderId).map(({ name }) => name);
  return names.length === 0 ? senderId : new Intl.ListFormat("en").format(names);
}
