import type { Account, Answer, AppCredentials, Grant, ReachableAccount } from "../connect-contract.ts";
import type { FormConnect } from "../form-connect.ts";
import { accountFault, readAccount, type TwilioAccount } from "./account.ts";
import { accountSender, senderFault } from "./account-sender.ts";
import { twilioFields } from "./fields.ts";
import { phoneWords } from "./phone-words.ts";
import { worthRemembering } from "./previous-webhook.ts";
import type { SenderResource } from "./sender-resource.ts";

/** Connecting by Account SID, Auth Token and number. Each step is asked of Twilio, and the first that fails is named. */
export const twilioForm: FormConnect = { kind: "form", fields: twilioFields, submit };

async function submit(
  app: AppCredentials,
  typed: Readonly<Record<string, string>>,
): Promise<Answer<{ grant: Grant; account: ReachableAccount }>> {
  const { accountSid = "", authToken = "", senderSid = "" } = trimmed(typed);
  const number = (typed.sender ?? "").replace("whatsapp:", "").replaceAll(/\s/g, "");

  const known = await readAccount({ accountSid, authToken });
  if (!known.ok) return known;
  const unusable = accountFault(known.value);
  if (unusable) return { ok: false, error: unusable };

  const account: Account = {
    externalId: `${known.value.sid}:${number}`,
    secrets: { accountSid: known.value.sid, authToken, senderSid },
  };
  const sender = await accountSender(account);
  if (!sender.ok) return sender;
  const offline = sender.value && senderFault(sender.value);
  if (offline) return { ok: false, error: offline };

  return {
    ok: true,
    value: {
      grant: { secrets: {}, authorizedBy: null },
      account: {
        offer: offer(account, known.value, sender.value, typed.label?.trim() ?? ""),
        secrets: {
          ...account.secrets,
          senderSid: sender.value?.sid ?? "",
          previousWebhook: worthRemembering(app, sender.value?.webhook),
        },
        details: {
          accountSid: known.value.sid,
          accountName: known.value.name,
          isTrial: known.value.isTrial,
          number,
          senderSid: sender.value?.sid ?? null,
          isSandboxNumber: sender.value === null,
        },
      },
    },
  };
}

const trimmed = (typed: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]));

function offer(
  { externalId }: Account,
  { name, isTrial, sid }: TwilioAccount,
  sender: SenderResource | null,
  label: string,
): ReachableAccount["offer"] {
  const number = phoneWords(externalId.slice(sid.length + 1));
  return {
    externalId,
    displayName: label || sender?.profile?.name || (sender ? name || number : "Twilio sandbox"),
    username: number,
    avatarUrl: null,
    category: sender ? "WhatsApp number" : "Sandbox number",
    obstacle: null,
    limits: [
      ...(isTrial
        ? [{ sentence: "A trial account can write to verified numbers only.", askAgain: false }]
        : []),
      ...(sender
        ? []
        : [
            { sentence: "The sandbox reaches only people who joined it within three days.", askAgain: false },
          ]),
    ],
  };
}
