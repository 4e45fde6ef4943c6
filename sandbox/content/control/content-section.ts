import { html } from "hono/html";
import { now } from "../../clock.ts";
import { selectField, textField } from "../../html/field.ts";
import { instagramOf } from "../../instagram/instagram-of.ts";
import type { Sandbox } from "../../sandbox.ts";
import { contentOf } from "../content-of.ts";
import { dateOf, dayMs } from "../days.ts";
import { publicAccounts, publicPages } from "../strangers.ts";

/** What accounts at Meta publish and how they do: the truth to compare with, and the switches. */
export function contentSection(sandbox: Sandbox) {
  const { refused, tiny, publicPages: readable } = contentOf(sandbox);
  const today = Math.floor(now() / dayMs);
  const all = accounts(sandbox);
  const account = (id: string, options = all) => selectField(id, "Account", "account", options);
  const refusals = Object.entries(refused).flatMap(([id, metrics]) =>
    metrics.map((metric) => `${metric} ${id === "*" ? "everywhere" : `for ${id}`}`),
  );

  return html`<section aria-labelledby="content">
    <h2 id="content">What accounts publish, and how they do</h2>
    <p class="muted">
      Refused now: ${refusals.join(", ") || "no metric"}. Fewer than 100 followers by switch: ${tiny.join(", ") || "nobody"}.
    </p>
    <form method="get" action="/control/content" class="row">
      ${account("truth-of")} ${textField("truth-from", "From", "from", dateOf(today - 28))}
      ${textField("truth-to", "To", "to", dateOf(today))} ${textField("truth-zone", "Time zone", "timeZone", "UTC")}
      <button>Tell the truth</button>
    </form>
    <form method="post" action="/control/content/refuse" class="row">
      ${account("refuse-for", [{ value: "*", text: "Every account" }, ...all])}
      ${textField("metric", "Metric, by the platform's name", "metric")}
      ${selectField("refused", "It is", "refused", [
        { value: "yes", text: "Refused" },
        { value: "no", text: "Told" },
      ])}
      <button>Refuse or tell it</button>
    </form>
    <form method="post" action="/control/content/tiny" class="row">
      ${account("tiny")}
      ${selectField("is-tiny", "It has", "tiny", [
        { value: "yes", text: "63 followers" },
        { value: "no", text: "Its followers" },
      ])}
      <button>Change its size</button>
    </form>
    <form method="post" action="/control/content/busy-day" class="row">
      ${account("busy")} ${textField("busy-date", "Day", "date", dateOf(today - 1))}
      <button>Make it six times as busy</button>
    </form>
    <form method="post" action="/control/content/edit-post" class="row">
      ${textField("edited-post", "Post, by its id", "post")} ${textField("edited-text", "What it says now", "text")}
      <button>Edit it</button>
    </form>
    <form method="post" action="/control/content/delete-post" class="row">
      ${textField("deleted-post", "Post, by its id", "post")}<button>Delete it</button>
    </form>
    <form method="post" action="/control/content/habits" class="row">
      ${selectField(
        "public-pages",
        "Of other businesses' Pages the app may read",
        "publicPages",
        (["nothing", "profile", "posts"] as const).map((value) => ({
          value,
          text: { nothing: "Nothing", profile: "The profile", posts: "The profile and posts" }[value],
          selected: value === readable,
        })),
      )}
      <button>Allow this</button>
    </form>
  </section>`;
}

/** Whoever the app may look at: accounts that let it in, and strangers. */
function accounts(sandbox: Sandbox) {
  const { facebook } = sandbox;
  const { accounts: onInstagram, grants } = instagramOf(sandbox);
  const granted = new Set(Object.values(facebook.grants).flatMap(({ pageIds }) => pageIds));
  const pages = [...Object.values(facebook.pages).filter(({ id }) => granted.has(id)), ...publicPages];
  const people = [...Object.values(onInstagram).filter(({ userId }) => grants[userId]), ...publicAccounts];
  return [
    ...pages.map(({ id, name }) => ({ value: id, text: `${name}, Facebook` })),
    ...people.map(({ userId, username }) => ({ value: userId, text: `@${username}, Instagram` })),
  ];
}
