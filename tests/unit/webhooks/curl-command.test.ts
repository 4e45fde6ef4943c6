import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { curlCommand } from "#lib/webhooks/curl-command.ts";

/** What the shell makes of a command: its words, one by one, as curl would get them. */
function wordsOf(command: string | null): string[] {
  const shown = execFileSync("sh", ["-c", `printf '%s\\0' ${command}`], { encoding: "utf8" });
  return shown.split("\0").slice(0, -1);
}

const headers = {
  "content-type": "application/json",
  "content-length": "12",
  "x-forwarded-for": "192.0.2.1",
};

test("a copied request carries the body and the headers that matter, and says where its signature was", () => {
  const payload: Json = {
    object: "page",
    entry: [{ id: "1", text: "it's $(reboot) `now` \\ \"there\"\n'; rm" }],
  };

  expect(wordsOf(curlCommand({ provider: "facebook", payload, headers }, "https://app.example"))).toEqual([
    "curl",
    "-X",
    "POST",
    "https://app.example/api/webhooks/meta",
    "-H",
    "content-type: application/json",
    "-H",
    "x-hub-signature-256: <left out: the meta signature over this body>",
    "--data-raw",
    JSON.stringify(payload),
  ]);
});

test("a form is sent as a form again", () => {
  const command = curlCommand(
    {
      provider: "twilio_whatsapp",
      payload: { Body: "1 & 2 = 3?", MessageSid: "SM1" },
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    },
    "https://app.example",
  );
  expect(wordsOf(command).at(-1)).toBe("Body=1+%26+2+%3D+3%3F&MessageSid=SM1");
});

test("an event of a platform that is no longer known cannot be copied", () => {
  expect(curlCommand({ provider: "gone", payload: {}, headers }, "https://app.example")).toBeNull();
});
