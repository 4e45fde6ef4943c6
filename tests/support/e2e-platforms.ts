import type { BrowserContext } from "@playwright/test";
import { stackValue } from "./e2e-stack.ts";

type PageAtFacebook = string | { name: string; tasks?: string[]; viaPortfolio?: boolean };

export type FacebookPerson = { personId: string; pages: { id: string; name: string }[] };
export type Platforms = {
  /** Arranges or breaks something (`/control` in the sandbox's README). */
  control: <Answer>(path: string, body?: object) => Promise<Answer>;
  /** A person at Facebook with Pages of their own. */
  person: (pages: PageAtFacebook[], more?: object) => Promise<FacebookPerson>;
  /** This browser is signed in to Facebook as that person. */
  signIn: (context: BrowserContext, personId: string) => Promise<void>;
  /** A customer writes to a Page. Answers what the sandbox says of the delivery. */
  customerWrites: (pageId: string, text: string, customer?: string) => Promise<unknown>;
};

export const platforms: Platforms = {
  async control<Answer>(path: string, body: object = {}): Promise<Answer> {
    const response = await fetch(`${stackValue("PROVIDER_SANDBOX_URL")}/control/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  },
  person(pages, more = {}) {
    const name = `Person ${crypto.randomUUID().slice(0, 8)}`;
    const shaped = pages.map((page) => (typeof page === "string" ? { name: page } : page));
    return platforms.control("people", { name, pages: shaped, ...more });
  },
  async signIn(context, personId) {
    const url = `${stackValue("PROVIDER_SANDBOX_URL")}/control/login`;
    const response = await context.request.post(url, { data: { personId } });
    if (!response.ok()) throw new Error(`login: ${response.status()} ${await response.text()}`);
  },
  customerWrites: (pageId, text, customer = "Test Customer") =>
    platforms.control("events", { pageId, customer, kind: "message", text }),
};
