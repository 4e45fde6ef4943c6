import { randomUUID } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { z } from "zod";

const keptMessages = 500;

const Message = z.object({
  id: z.string(),
  receivedAt: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

export type Message = z.infer<typeof Message>;
export type Mailbox = {
  keep: (raw: Buffer, recipients: string[]) => Promise<void>;
  /** Newest first, those to one address or all. */
  list: (to?: string) => Message[];
  find: (id: string) => Message | undefined;
};

/** The last few hundred mails, each a file in the folder. */
export async function openMailbox(folder: string): Promise<Mailbox> {
  const messages = await readAll(folder);

  return {
    async keep(raw, recipients) {
      const message = await readMail(raw, recipients);
      await writeFile(join(folder, `${message.id}.json`), JSON.stringify(message));
      messages.push(message);
      for (const old of messages.splice(0, messages.length - keptMessages)) {
        await rm(join(folder, `${old.id}.json`), { force: true });
      }
    },
    list: (to) =>
      messages
        .filter((message) => !to || message.to.some((address) => sameAddress(address, to)))
        .toReversed(),
    find: (id) => messages.find((message) => message.id === id),
  };
}

async function readMail(raw: Buffer, recipients: string[]): Promise<Message> {
  const mail = await PostalMime.parse(raw);
  const receivedAt = new Date().toISOString();
  return {
    id: `${receivedAt.replace(/\D/g, "")}-${randomUUID().slice(0, 8)}`,
    receivedAt,
    to: recipients,
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
  };
}

async function readAll(folder: string): Promise<Message[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const messages = await Promise.all(names.slice(-keptMessages).map((name) => read(join(folder, name))));
  return messages.filter((message) => message !== null);
}

// A file may be cut short if the machine went down while it was written. It is not worth refusing to start.
async function read(file: string): Promise<Message | null> {
  try {
    return Message.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
