import { html, raw } from "hono/html";
import { styles } from "./styles.ts";

type Content = ReturnType<typeof html>;

/** The frame of every page of the sandbox. It says what this is, so that nobody mistakes it for the real thing. */
export function layout(title: string, notice: string, content: Content): Content {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Provider sandbox</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body>
        <header class="notice">
          <p>${notice}</p>
          <nav aria-label="Sandbox"><a href="/">About</a> <a href="/customer">Customer</a> <a href="/control">Control</a></nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
