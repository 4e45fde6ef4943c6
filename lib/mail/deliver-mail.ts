import "server-only";
import { createTransport } from "nodemailer";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for each copy of one mail: whoever has one already may drop another. */
  id?: string;
};

const patienceMs = 15_000;

/**
 * Hands a mail to the server that `SMTP_URL` names, and throws if that does not take it. An installation without one sends
 * none, which is noted and no error.
 */
export async function deliverMail({ to, subject, text, html, id }: Mail): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = env;
  if (!url || !from) {
    log().warn("a mail was not sent: SMTP_URL and MAIL_FROM are not both set");
    return;
  }
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.sendMail({
      from,
      ...(id && { messageId: `<${id}@${new URL(env.APP_URL).hostname}>` }),
      to: { name: "", address: to },
      subject: subject.replace(/\s+/g, " "),
      text,
      html,
    });
  } finally {
    transport.close();
  }
}
