import type { IncomingMessage, ServerResponse } from "node:http";
import type { Mailbox, Message } from "./mailbox.ts";

/** `/` lists the mails, `/mail/<id>` shows one, `/messages?to=` gives them as JSON, newest first. */
export function answerMailRequest(
  mailbox: Mailbox,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? "/", "http://mail");
  const to = url.searchParams.get("to") ?? undefined;
  const id = url.pathname.startsWith("/mail/") ? url.pathname.slice("/mail/".length) : null;
  const message = id === null ? undefined : mailbox.find(id);

  if (url.pathname === "/messages") send(response, 200, "application/json", JSON.stringify(mailbox.list(to)));
  else if (url.pathname === "/") send(response, 200, "text/html", listPage(mailbox.list(to)));
  else if (message) send(response, 200, "text/html", messagePage(message));
  else send(response, 404, "text/html", page("Not found", "<p>There is no such mail.</p>"));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" })
    .end(body);
}

function listPage(messages: Message[]): string {
  if (messages.length === 0)
    return page("Mail", "<p>No mail yet. What Trunkline sends arrives here and goes nowhere else.</p>");
  const rows = messages.map(
    ({ id, to, subject, receivedAt }) =>
      `<tr><td><a href="/mail/${id}">${escapeHtml(subject)}</a></td><td>${escapeHtml(to.join(", "))}</td><td>${receivedAt}</td></tr>`,
  );
  return page("Mail", `<table><tr><th>Subject</th><th>To</th><th>Received</th></tr>${rows.join("")}</table>`);
}

// The mail's own HTML runs no script: it stands in a sandboxed frame, whose links open in a tab of their own.
function messagePage({ subject, to, from, html, text, receivedAt }: Message): string {
  const content = `<base target="_blank">${html || `<pre>${escapeHtml(text)}</pre>`}`;
  const frame = `<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(content)}"></iframe>`;
  return page(
    subject,
    `<p>From ${escapeHtml(from)} to ${escapeHtml(to.join(", "))}, ${receivedAt}</p>${frame}<p><a href="/">All mail</a></p>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>
  :root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .5rem; border-bottom: 1px solid #8884 }
  iframe { width: 100%; height: 24rem; border: 1px solid #8884; border-radius: .5rem; background: #fff }
</style><h1>${escapeHtml(title)}</h1>${body}</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
