import { expect } from "@playwright/test";
import { stackValue } from "./e2e-stack.ts";

export type Message = { subject: string; text: string; html: string; to: string[]; receivedAt: string };
export type Mail = {
  /** Waits for a mail to this address, of this subject if given; the newest one. */
  latest: (to: string, subject?: string | RegExp) => Promise<Message>;
  /** The address behind that mail's first link. */
  link: (to: string, subject?: string | RegExp) => Promise<string>;
};

export const mailCatcher: Mail = {
  async latest(to, subject = /./) {
    let found: Message | undefined;
    await expect
      .poll(async () => {
        found = (await list(to)).find((message) => message.subject.match(subject));
        return found?.subject;
      }, `a mail to ${to}`)
      .toBeDefined();
    if (!found) throw new Error(`No mail to ${to}.`);
    return found;
  },
  async link(to, subject) {
    const { html, text } = await mailCatcher.latest(to, subject);
    const address = /href="([^"]+)"/.exec(html)?.[1] ?? /https?:\/\/\S+/.exec(text)?.[0];
    if (!address) throw new Error(`The mail to ${to} has no link.`);
    return address.replaceAll("&amp;", "&");
  },
};

async function list(to: string): Promise<Message[]> {
  const response = await fetch(`${stackValue("MAIL_URL")}/messages?to=${encodeURIComponent(to)}`);
  return response.json();
}
