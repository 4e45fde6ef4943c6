import { Hono } from "hono";
import { html } from "hono/html";
import { publicPages } from "../content/strangers.ts";
import type { Sandbox } from "../sandbox.ts";
import { avatar } from "./avatar.ts";
import { layout } from "./layout.ts";
import { picture } from "./picture.ts";

/** The front page, and the pictures that Graph answers point to. */
export function homeRoutes({ facebook }: Sandbox): Hono {
  const routes = new Hono();

  routes.get("/", (context) =>
    context.html(
      layout(
        "Provider sandbox",
        "Sandbox: this stands in for the platforms",
        html`<section>
            <p>
              Connect accounts, receive messages and break things here, without an app at any platform and without anyone
              outside noticing. Nothing on this server leaves this computer.
            </p>
            <ul>
              <li><a href="/customer">Be a customer</a>: write to a business and watch the webhook arrive.</li>
              <li><a href="/control">Break things</a>: expire tokens, change passwords, make calls fail.</li>
            </ul>
          </section>`,
      ),
    ),
  );

  routes.get("/scontent.fbcdn.net/posts/:file{\\d+\\.svg}", (context) =>
    context.body(picture(context.req.param("file")), 200, { "content-type": "image/svg+xml" }),
  );
  routes.get("/scontent.fbcdn.net/:kind{pages|people|customers}/:file{\\d+\\.svg}", (context) => {
    const id = context.req.param("file").replace(".svg", "");
    const stranger = publicPages.find((page) => page.id === id);
    const name =
      stranger?.name ??
      facebook.pages[id]?.name ??
      facebook.people[id]?.name ??
      facebook.threads[id]?.customerName ??
      "?";
    return context.body(avatar(name), 200, { "content-type": "image/svg+xml" });
  });

  return routes;
}
