import { z } from "zod";
import type { Account, AppCredentials, HealthLine } from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";
import { graph } from "../meta/graph.ts";
import { whatsappErrorRows } from "./error-rows.ts";
import { whatsappSecrets } from "./secrets.ts";

const text = z.string().min(1).nullish().catch(null);

const AccountNode = z.object({
  account_review_status: text,
  health_status: z
    .object({
      can_send_message: text,
      entities: z
        .array(z.object({ errors: z.array(z.object({ error_description: text })).default([]) }))
        .default([])
        .catch([]),
    })
    .nullish()
    .catch(null),
});

/** What Meta says about the whole WhatsApp account: whether it may send, and whether it passed review. */
export async function accountLines(app: AppCredentials, { secrets }: Account): Promise<HealthLine[]> {
  const { accessToken: token, wabaId } = whatsappSecrets(secrets);
  const parameters = { fields: "id,account_review_status,health_status" };
  const call = { path: encodeURIComponent(wabaId), token, parameters, rows: whatsappErrorRows };
  const answer = await graph(app, call, AccountNode);
  const line = { id: "account", title: "WhatsApp account" };
  if (!answer.ok) return [faultLine(line.id, line.title, answer.error)];

  const { account_review_status: review, health_status: health } = answer.value.body;
  const why = health?.entities.flatMap(({ errors }) =>
    errors.flatMap((error) => error.error_description ?? []),
  );
  const because = why && why.length > 0 ? ` Meta says: ${why.join(" ")}` : "";
  const reason = troubleOf(review, health?.can_send_message);
  return reason
    ? [{ ...line, verdict: "warn", reason: `${reason}${because}` }]
    : [{ ...line, verdict: "good", reason: "Meta lets the account send." }];
}

function troubleOf(review: string | null | undefined, maySend: string | null | undefined): string | null {
  if (review === "REJECTED") {
    return "Meta has rejected the WhatsApp account. WhatsApp Manager says why and how to object.";
  }
  if (maySend === "BLOCKED") {
    return "Meta does not let the WhatsApp account send. Look at it in WhatsApp Manager.";
  }
  if (maySend === "LIMITED") {
    return "Meta lets the WhatsApp account send only in part. Look at it in WhatsApp Manager.";
  }
  return null;
}
