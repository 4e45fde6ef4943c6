import { Hono } from "hono";
import { z } from "zod";
import { dropOrphanedSubscriptions, grantOf, killTokens, removeGrant } from "../facebook/grants.ts";
import { rememberPerson } from "../facebook/remember-person.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Person } from "../state/types.ts";
import { addPerson, NewPerson } from "./add-person.ts";
import { GrantRequest, grant } from "./grant.ts";
import { postSignedRequest } from "./post-signed-request.ts";
import { readInput, refuse } from "./read-input.ts";
import { reply } from "./reply.ts";

const passwordChanged =
  "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.";

/** People, what they gave, and how they take it back. */
export function peopleRoutes({ facebook, config }: Sandbox): Hono {
  const routes = new Hono();
  const { meta, delivery } = config;

  routes.post("/people", async (context) => {
    const added = addPerson(facebook, await readInput(context, NewPerson));
    return reply(context, added, "Added.");
  });

  routes.post("/login", async (context) => {
    const { personId } = await readInput(context, z.object({ personId: z.string() }));
    const person = find(personId);
    rememberPerson(context, person.id);
    return reply(context, { ok: true }, `The dialog opens for ${person.name}.`);
  });

  routes.post("/grants", async (context) => {
    const granted = grant(facebook, await readInput(context, GrantRequest));
    return reply(context, granted, "Granted.");
  });

  routes.post("/people/:id/dialog-error", async (context) => {
    const person = find(context.req.param("id"));
    const schema = z.object({ code: z.coerce.number().optional(), message: z.string().default("") });
    const { code, message } = await readInput(context, schema);
    person.dialogError = code ? { code, message: message || "Something went wrong" } : null;
    return reply(context, { ok: true }, code ? "The dialog will refuse." : "The dialog works again.");
  });

  routes.post("/people/:id/revoke", async (context) => {
    const person = find(context.req.param("id"));
    const { permission } = await readInput(context, z.object({ permission: z.string().min(1) }));
    const { permissions } = grantOf(facebook, person.id);
    if (permissions[permission]) permissions[permission] = "declined";
    dropOrphanedSubscriptions(facebook);
    return reply(context, { ok: true }, `${person.name} took back ${permission}.`);
  });

  routes.post("/people/:id/withdraw-page", async (context) => {
    const person = find(context.req.param("id"));
    const { pageId } = await readInput(context, z.object({ pageId: z.string() }));
    const given = grantOf(facebook, person.id);
    given.pageIds = given.pageIds.filter((id) => id !== pageId);
    dropOrphanedSubscriptions(facebook);
    return reply(context, { ok: true }, `${person.name} unticked ${facebook.pages[pageId]?.name ?? pageId}.`);
  });

  routes.post("/people/:id/remove-role", async (context) => {
    const person = find(context.req.param("id"));
    const { pageId } = await readInput(context, z.object({ pageId: z.string() }));
    person.roles = person.roles.filter((role) => role.pageId !== pageId);
    return reply(
      context,
      { ok: true },
      `${person.name} lost the role on ${facebook.pages[pageId]?.name ?? pageId}.`,
    );
  });

  routes.post("/people/:id/change-password", (context) => {
    const person = find(context.req.param("id"));
    killTokens(facebook, person.id, 460, passwordChanged);
    return reply(context, { ok: true }, `${person.name} changed the password: every token is dead.`);
  });

  routes.post("/people/:id/remove-app", async (context) => {
    const person = find(context.req.param("id"));
    removeGrant(facebook, person.id, meta.appId);
    const callback = await postSignedRequest(
      meta.deauthorizeUrl,
      person.id,
      meta.appSecret,
      delivery.timeoutMs,
    );
    return reply(
      context,
      { callback },
      `${person.name} removed the app. The callback answered ${callback.status}.`,
    );
  });

  routes.post("/people/:id/request-deletion", async (context) => {
    const person = find(context.req.param("id"));
    const callback = await postSignedRequest(
      meta.dataDeletionUrl,
      person.id,
      meta.appSecret,
      delivery.timeoutMs,
    );
    return reply(context, { callback }, `The callback answered ${callback.status}: ${callback.body}`);
  });

  function find(id: string): Person {
    const person = facebook.people[id];
    if (!person) throw refuse("There is no such person", 404);
    return person;
  }

  return routes;
}
