import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { claimPort, releasePort } from "./claim-port.ts";
import { answerMailRequest } from "./mail-pages.ts";
import { openMailbox } from "./mailbox.ts";
import type { Part } from "./part.ts";

export type MailCatcher = Part & { url: string; smtpUrl: string };

/** Takes every mail the app sends, delivers none, and shows them on a page (and as JSON under `/messages?to=`). */
export async function startMailCatcher(directory: string, preferredPort: number): Promise<MailCatcher> {
  const folder = join(directory, "mail");
  mkdirSync(folder, { recursive: true });
  const mailbox = await openMailbox(folder);

  const webPort = await claimPort(preferredPort);
  const smtpPort = await claimPort(preferredPort + 1);
  const smtp = new SMTPServer({
    // It listens on loopback only and keeps what it gets: there is nothing to sign in to.
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
      buffer(stream)
        .then((raw) => mailbox.keep(raw, recipients))
        .then(() => done(), done);
    },
  });
  const web = createServer((request, response) => answerMailRequest(mailbox, request, response));
  await Promise.all([listen(smtp, smtpPort), listen(web, webPort)]);

  const stop = async () => {
    await Promise.all([
      new Promise<void>((resolve) => smtp.close(() => resolve())),
      new Promise<void>((resolve) => {
        web.close(() => resolve());
        web.closeAllConnections();
      }),
    ]);
    releasePort(webPort);
    releasePort(smtpPort);
  };
  return { url: `http://127.0.0.1:${webPort}`, smtpUrl: `smtp://127.0.0.1:${smtpPort}`, stop };
}

type Listener = {
  listen: (port: number, host: string, ready: () => void) => unknown;
  once: (event: "error", listener: (error: Error) => void) => unknown;
};

function listen(server: Listener, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
