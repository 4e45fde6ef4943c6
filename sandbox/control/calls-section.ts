import { html } from "hono/html";
import { selectField, textField } from "../html/field.ts";
import type { StandIn } from "../stand-in.ts";

/** Makes calls fail, answers come late and quotas fill. */
export function callsSection(standIns: StandIn[]) {
  const hosts = standIns.flatMap((standIn) => Object.keys(standIn.hosts)).filter(isApi);
  const choices = [
    { value: "", text: "To any platform" },
    ...hosts.map((host) => ({ value: host, text: `To ${host}` })),
  ];
  return html`<section>
    <h2>Calls</h2>
    <form method="post" action="/control/fail" class="row">
      ${selectField("host", "Which calls", "host", choices)}
      ${textField("count", "How many of the next calls fail", "count", "1", "numeric")}
      ${textField("code", "Error code", "code", "2", "numeric")}
      ${textField("status", "HTTP status", "status", "500", "numeric")}
      <button>Make them fail</button>
    </form>
    <form method="post" action="/control/hold" class="row">
      ${selectField("held-host", "Which calls", "host", choices)}
      ${textField("held-count", "How many answers come late", "count", "1", "numeric")}
      ${textField("ms", "By how many milliseconds", "ms", "15000", "numeric")}
      <button>Hold them back</button>
    </form>
    <form method="post" action="/control/usage" class="row">
      ${textField("callCount", "Quota used at Meta, per cent", "callCount", "97", "numeric")}
      <button>Report this usage</button>
    </form>
    <form method="post" action="/control/fail/clear"><button>Let everything work again</button></form>
  </section>`;
}

function isApi(host: string): boolean {
  return !host.startsWith("scontent.") && !host.startsWith("www.");
}
