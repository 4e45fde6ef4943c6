import { z } from "zod";
import type { Account, Answer, FaultKind, Provider } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { healthReport } from "#lib/providers/health-report.ts";
import { callProvider } from "#lib/providers/http.ts";
import { noteLimit } from "#lib/providers/limits.ts";
import { providers } from "#lib/providers/registry.ts";
import { madeUpId } from "./id.ts";
import { madeUpSender } from "./sender.ts";
import { madeUpSync } from "./sync.ts";

export { madeUpId };

const kinds: Record<number, FaultKind> = {
  400: "reauthorize",
  401: "reauthorize",
  422: "rejected",
  429: "rate_limited",
};

async function call<Schema extends z.ZodType>(
  path: string,
  { schema, ...more }: { schema: Schema; authorization?: string; form?: Record<string, string> },
): Promise<Answer<z.output<Schema>>> {
  const { authorization, form } = more;
  const answer = await callProvider({
    host: "signal.example",
    path: `/${path}`,
    method: form ? "POST" : "GET",
    form,
    headers: authorization ? { authorization } : {},
  });
  const status = answer.ok ? answer.value.status : 503;
  const used = answer.ok ? answer.value.headers.get("x-usage-percent") : null;
  noteLimit({
    percentUsed: used === null ? null : Number(used),
    regainSeconds: null,
    isRefused: kinds[status] === "rate_limited",
  });
  if (answer.ok && status === 200) return { ok: true, value: schema.parse(answer.value.body) };

  const kind = kinds[status] ?? "temporary";
  return {
    ok: false,
    error: {
      kind,
      sentence: kind === "reauthorize" ? "Signal no longer accepts the access." : "Signal did not answer.",
      nextStep: kind === "reauthorize" ? "Reconnect it." : "Try again later.",
      code: String(status),
      traceId: null,
      retryAfterSeconds: answer.ok ? Number(answer.value.headers.get("retry-after")) || null : null,
    },
  };
}

const hourMs = 60 * 60_000;
const lasting = { scopes: [], refreshExpiresAt: null };
const Keys = z.object({ access: z.string(), refresh: z.string() });

const accountOf = ({ secrets }: Account) =>
  call("account", { schema: z.object({ id: z.string(), name: z.string() }), authorization: secrets.access });

/** A sixth platform, as its folder would hold it: connected by a form, with access that lasts an hour and is renewed. */
export const madeUpProvider: Provider = {
  id: madeUpId,
  name: "Signal",
  accountNoun: { one: "Signal account", many: "Signal accounts" },
  gives: "Messages to your Signal account.",
  scopes: [],
  app: () => ({ clientId: "", clientSecret: "", apiVersion: "", publicUrl: "http://localhost:3000" }),
  connect: {
    kind: "form",
    fields: [
      {
        name: "key",
        label: "Account key",
        foundAt: "Console, Keys",
        isSecret: true,
        isOptional: false,
        shape: "^key-[0-9a-f-]{36}$",
        shapeHint: "An account key begins with key-.",
      },
      {
        name: "nickname",
        label: "Nickname",
        foundAt: "wherever you like",
        isSecret: false,
        isOptional: true,
        shape: "^[A-Za-z ]{1,30}$",
        shapeHint: "A nickname is made of letters.",
      },
    ],
    async submit(_app, { key = "", nickname }) {
      const account = await call("account", {
        schema: z.object({ id: z.string(), name: z.string() }),
        authorization: key,
      });
      if (!account.ok) return account;
      const keys = await call("keys", { schema: Keys, authorization: key });
      if (!keys.ok) return keys;

      const { id, name } = account.value;
      const offer = {
        externalId: id,
        displayName: nickname ?? name,
        username: null,
        avatarUrl: null,
        category: null,
        obstacle: null,
        limits: [],
      };
      const secrets = { ...keys.value, signingKey: key };
      return {
        ok: true,
        value: { grant: { secrets: {}, authorizedBy: id }, account: { offer, secrets, details: null } },
      };
    },
  },
  async verify(_app, account) {
    const answer = await accountOf(account);
    return answer.ok
      ? { ok: true, value: { ...lasting, accessExpiresAt: new Date(Date.now() + hourMs) } }
      : answer;
  },
  roleLimits: null,
  renewal: {
    dueAt: ({ accessExpiresAt }) => accessExpiresAt && new Date(accessExpiresAt.getTime() - 5 * 60_000),
    async refresh(_app, { secrets }) {
      const answer = await call("token", { schema: Keys, form: { refresh: secrets.refresh ?? "" } });
      if (!answer.ok) return answer;
      const renewed = { ...secrets, ...answer.value };
      return {
        ok: true,
        value: { secrets: renewed, ...lasting, accessExpiresAt: new Date(Date.now() + hourMs) },
      };
    },
  },
  async subscribe(_app, { secrets }) {
    const answer = await call("subscribe", {
      schema: z.object({}),
      authorization: secrets.access,
      form: { want: "messages" },
    });
    return answer.ok ? { ok: true, value: { isComplete: true, missing: [] } } : answer;
  },
  unsubscribe: null,
  revokeGrant: null,
  async check(_app, account) {
    const answer = await accountOf(account);
    const reason = answer.ok ? "Signal accepts it." : `${answer.error.sentence} ${answer.error.nextStep}`;
    const verdict = answer.ok ? "good" : faultVerdict(answer.error.kind);
    return healthReport([{ id: "token", title: "Access", verdict, reason }], answer.ok ? [] : null, null);
  },
  pastedAddresses: [{ label: "Webhook address", path: "/api/webhooks/signal", foundAt: "Console, Webhooks" }],
  webhookSecrets: ({ secrets }) => [{ name: "signing-key", value: secrets.signingKey ?? "" }],
  sync: madeUpSync((access) => (path, schema) => call(path, { schema, authorization: access })),
  async catchUp(_app, { externalId, secrets }) {
    const Missed = z.object({ events: z.array(z.object({ id: z.string(), at: z.string() })) });
    const answer = await call("missed", { schema: Missed, authorization: secrets.access });
    if (!answer.ok) return answer;
    const events = answer.value.events.map(({ id, at }) => ({
      provider: madeUpId,
      accountExternalId: externalId,
      eventType: "message",
      externalId: id,
      occurredAt: new Date(at),
      payload: { id },
    }));
    return { ok: true, value: events };
  },
  eraseWithinDays: 10,
  checkApp: null,
  guide: { console: { name: "Signal", url: "https://signal.example" }, steps: [], review: [] },
  interpreter: {
    label: (eventType) => (eventType === "message" ? "Message received" : eventType),
    interpret: ({ eventType, payload }) => ({
      summary: "Something happened at Signal.",
      ...(eventType === "goodbye" && {
        effect: { kind: "grant_withdrawn", authorizedBy: String((payload as { account: string }).account) },
      }),
    }),
  },
  sender: madeUpSender,
};

/** Adds it to the registry of this process: the one entry a new platform needs. */
export function registerMadeUp(): void {
  if (!providers.includes(madeUpProvider)) (providers as Provider[]).push(madeUpProvider);
}
