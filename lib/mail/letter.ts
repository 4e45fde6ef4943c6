import type { Mail } from "./deliver-mail.ts";

/** A short mail: paragraphs, one link that matters, and a line in small print. */
export type Letter = {
  subject: string;
  paragraphs: readonly string[];
  action: { label: string; url: string };
  smallPrint: { text: string; label: string; url: string };
};

/** The same words as plain text and as HTML that every mail program shows alike. What goes in is text, never markup. */
export function letter({ subject, paragraphs, action, smallPrint }: Letter): Omit<Mail, "to" | "id"> {
  const text = [
    ...paragraphs,
    `${action.label}: ${action.url}`,
    `${smallPrint.text}\n${smallPrint.label}: ${smallPrint.url}`,
  ].join("\n\n");

  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f9;font-family:system-ui,sans-serif;color:#1a1d21">
<div style="max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px;line-height:1.5">
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`).join("\n")}
<p style="margin:24px 0"><a href="${escaped(action.url)}" style="padding:10px 16px;background:#2a3eb1;color:#ffffff;border-radius:6px;text-decoration:none">${escaped(action.label)}</a></p>
<p style="margin:0;font-size:13px;color:#5b6470">${escaped(smallPrint.text)} <a href="${escaped(smallPrint.url)}" style="color:#5b6470">${escaped(smallPrint.label)}</a></p>
</div></body></html>`;
  return { subject, text, html };
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
