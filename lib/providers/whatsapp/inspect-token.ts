import type { Answer, AppCredentials } from "../connect-contract.ts";
import { debugToken, type TokenDescription } from "../meta/debug-token.ts";
import { whatsappErrorRows } from "./error-rows.ts";
import { faultOf } from "./fault-of.ts";
import { managementScope } from "./scopes.ts";
import type { WhatsappSecrets } from "./secrets.ts";

const wrong = (sentence: string, nextStep: string): Answer<never> => ({
  ok: false,
  error: faultOf("wrong_token", sentence, nextStep),
});

const ofAnotherApp = ({ clientId }: AppCredentials) =>
  wrong(
    "The access token was made for another Meta app.",
    `When you generate it, choose the app with the id ${clientId}.`,
  );

/** What Meta says of a typed token: whether it lives, is our app's, is a user's, and reaches the WhatsApp account. */
export async function inspectToken(
  app: AppCredentials,
  { accessToken, wabaId }: WhatsappSecrets,
): Promise<Answer<TokenDescription>> {
  const described = await debugToken(app, accessToken, whatsappErrorRows);
  if (!described.ok) return described.error.kind === "wrong_token" ? ofAnotherApp(app) : described;

  const token = described.value;
  if (token.appId !== null && token.appId !== app.clientId) return ofAnotherApp(app);
  if (token.type === "PAGE" || token.type === "APP") {
    return wrong(
      "The access token is not a system user's.",
      "Generate one under System users in Meta's business settings.",
    );
  }
  const reached = token.targets.get(managementScope);
  if (reached && !reached.includes(wabaId)) {
    return wrong(
      `The access token does not reach the WhatsApp account ${wabaId}.`,
      "Compare the WhatsApp Business Account ID, or give the system user this account with full control and make a new token.",
    );
  }
  return described;
}
