import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { Sandbox } from "../sandbox.ts";
import type { FacebookState, Person } from "../state/types.ts";
import { dialogAnswer } from "./dialog-answer.ts";
import { dialogPage, refusalPage } from "./dialog-page.ts";
import { readDialogRequest } from "./dialog-request.ts";
import { recordConsent } from "./grants.ts";
import { personCookie, rememberPerson } from "./remember-person.ts";

/** The login dialog under www.facebook.com. */
export function dialogRoutes({ config, facebook }: Sandbox): Hono {
  const routes = new Hono();

  routes.get("/:version/dialog/oauth", (context) => {
    const request = readDialogRequest(config, context.req.query());
    if ("title" in request) return context.html(refusalPage(request), 400);

    const person = whoIsHere(facebook, context);
    if (!person) return context.text("No one lives in this sandbox.", 500);
    rememberPerson(context, person.id);
    if (person.dialogError)
      return context.redirect(dialogAnswer(facebook, request, person.id, "refused-by-meta"));

    return context.html(dialogPage(facebook, request, person));
  });

  routes.post("/:version/dialog/oauth", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const request = readDialogRequest(config, Object.fromEntries(form));
    if ("title" in request) return context.html(refusalPage(request), 400);

    const person = facebook.people[form.get("person") ?? ""];
    if (!person) return context.text("There is no such person.", 400);
    rememberPerson(context, person.id);

    const decision = form.get("decision") ?? "cancel";
    if (["continue", "expired-code", "used-code", "other-state"].includes(decision)) {
      const granted = form.getAll("permission").filter((permission) => request.scopes.includes(permission));
      const declined = form.getAll("offered").filter((permission) => !granted.includes(permission));
      const pageIds = person.roles
        .map(({ pageId }) => pageId)
        .filter((id) => form.getAll("page").includes(id));
      recordConsent(facebook, person.id, { granted, declined, pageIds });
    }
    return context.redirect(dialogAnswer(facebook, request, person.id, decision));
  });

  return routes;
}

function whoIsHere({ people }: FacebookState, context: Context): Person | undefined {
  const asked = context.req.query("person") ?? getCookie(context, personCookie) ?? "";
  return people[asked] ?? Object.values(people)[0];
}
