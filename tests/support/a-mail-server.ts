import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export type ReceivedMail = { id: string; to: string; subject: string; text: string; html: string };

/** A mail server of this test file's own; the app under test finds it in its environment. */
export async function aMailServer() {
  const received: ReceivedMail[] = [];
  const state: {
    isFull: boolean;
    /** Done while a mail is being taken, before its sender hears that it was. */
    meanwhile: (() => Promise<unknown>) | null;
  } = { isFull: false, meanwhile: null };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(state.isFull ? new Error("mailbox full") : undefined),
    onData(stream, session, done) {
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then(async ({ subject = "", text = "", html = "", messageId: id = "" }) => {
          for (const { address } of session.envelope.rcptTo)
            received.push({ id, to: address, subject, text, html });
          await state.meanwhile?.();
        })
        .then(() => done(), done);
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const mailTo = (address: string) => received.filter(({ to }) => to === address);
  return { received, state, mailTo };
}
