import { randomBytes } from "node:crypto";
import twilio from "twilio";
import { expect, test } from "vitest";
import { twilioSignature } from "../../../sandbox/twilio/signature.ts";

const token = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
const hook = "https://app.example.com/api/webhooks/twilio";
const message =
  "SmsMessageSid=SM11111111111111111111111111111111&NumMedia=0&ProfileName=Ana&MessageType=text&SmsSid=SM11111111111111111111111111111111&WaId=5511987654321&SmsStatus=received&Body=Hello&To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=SM11111111111111111111111111111111&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B5511987654321&ApiVersion=2010-04-01";
const port = "Body=port&MessageSid=SM99999999999999999999999999999999";

// The vectors of the fact sheet, whose values the vendor's own library agrees with.
const vectors: [id: string, url: string, body: string, signature: string][] = [
  ["T1-text", hook, message, "Be6Tf8mpZFEvuMqUUWhQYy3pusg="],
  [
    "T2-unicode-emoji",
    hook,
    "Body=Ol%C3%A1+%F0%9F%91%8B%F0%9F%8F%BD+%C3%A7a+va%3F+%E4%BD%A0%E5%A5%BD+%E2%80%93+%CE%A9&From=whatsapp%3A%2B5511987654321&MessageSid=SM22222222222222222222222222222222&ProfileName=Zo%C3%AB+%F0%9F%A6%8A",
    "/zmcEgakn3QKSiENv1rbZofGIKs=",
  ],
  [
    "T3-plus-space-specials",
    hook,
    "Body=a+%2B+b++c+%26+d%3De+%2520+100%25+%22q%22+%27x%27&From=whatsapp%3A%2B5511987654321&MessageSid=SM33333333333333333333333333333333",
    "SnwC1/ZtveTPUd08FAK8GzMXdd4=",
  ],
  [
    "T4-whitespace-newlines",
    hook,
    "Body=++line1%0D%0Aline2%0A%09tab++&From=whatsapp%3A%2B5511987654321&MessageSid=SM44444444444444444444444444444444",
    "FdopwLYYM6SYQ63rfKsDKXfh9F0=",
  ],
  [
    "T5-empty-values",
    hook,
    "Body=&ErrorMessage=&MessageSid=SM55555555555555555555555555555555&NumMedia=0",
    "1f/Id0tXoEZ9jYXU6wm/8Dut6wI=",
  ],
  [
    "T6-duplicate-keys",
    hook,
    "MessageSid=SM66666666666666666666666666666666&Tag=b&Tag=a&Tag=b",
    "oCGlhMd/VCaiqUf3ghor1WMuMJA=",
  ],
  [
    "T7-case-sensitive-sort",
    hook,
    "body=lower&Body=upper&a=1&B=2&MessageSid=SM77777777777777777777777777777777",
    "dj7PpqyHJyHeKDvpfXO0kic4Ars=",
  ],
  ["T8-no-params", hook, "", "sRkKWD/Mu5xy9WfVior5c48CkL4="],
  [
    "T9-query-string",
    "https://app.example.com/api/webhooks/twilio?tenant=42&x=a%20b&empty=",
    message,
    "sF2mYH/5OzkPDWsCsefFS3NJf3k=",
  ],
  [
    "T10-query-apostrophe",
    "https://app.example.com/api/webhooks/twilio?name=O'Neil&p=(1)",
    "MessageSid=SM88888888888888888888888888888888&Body=hi",
    "ZVwkzOisxfpu3ojFIuEexJPot/Y=",
  ],
  ["T11a-https-noport", hook, port, "/UY9UgbLXbZrNYi/OU3STnrN208="],
  ["T11b-https-443", "https://app.example.com:443/api/webhooks/twilio", port, "E6hmr8uvVZvtRCsSFxrhw05AXdU="],
  [
    "T11c-https-8443",
    "https://app.example.com:8443/api/webhooks/twilio",
    port,
    "IfMhn1e2d3JVxAhA+NraVhT0ahI=",
  ],
  ["T12a-http-noport", "http://app.example.com/api/webhooks/twilio", port, "GLfvNU36JKe2KHWbHfLkakVaRQ0="],
  ["T12b-http-80", "http://app.example.com:80/api/webhooks/twilio", port, "dJw0GsCjOFkD3+GWvsi85tEtcd4="],
  ["T12c-http-8080", "http://app.example.com:8080/api/webhooks/twilio", port, "9Fuo+AnRIx+4UI39c89DVas4Sb4="],
  [
    "T13-basic-auth-url",
    "https://hook:s3cr3t@app.example.com/api/webhooks/twilio",
    port,
    "ynrJDd8iHwZnQwJiHDG+1Aw6OWE=",
  ],
  [
    "T14-status-read",
    "https://app.example.com/api/webhooks/twilio/status",
    "EventType=READ&SmsSid=SMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&SmsStatus=read&MessageStatus=read&ChannelToAddress=%2B5511987654321&To=whatsapp%3A%2B5511987654321&ChannelPrefix=whatsapp&MessageSid=SMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B14155238886&ApiVersion=2010-04-01&ChannelInstallSid=XEcccccccccccccccccccccccccccccccc",
    "fjiZU0ljYUErJGu92DpczO9cKfI=",
  ],
  [
    "T15-status-failed",
    "https://app.example.com/api/webhooks/twilio/status",
    "ErrorCode=63016&ErrorMessage=&ChannelStatusMessage=Failed+to+send+freeform+message&SmsSid=SMcccccccccccccccccccccccccccccccc&SmsStatus=failed&MessageStatus=failed&To=whatsapp%3A%2B5511987654321&MessageSid=SMcccccccccccccccccccccccccccccccc&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B14155238886&ApiVersion=2010-04-01",
    "Vql0hv7QZ/yYvK8XjCtWJXmh2qk=",
  ],
  [
    "T16-media",
    hook,
    "NumMedia=1&MediaContentType0=image%2Fjpeg&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FAccounts%2FACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%2FMessages%2FMMdddddddddddddddddddddddddddddddd%2FMedia%2FMEeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee&Body=&MessageSid=MMdddddddddddddddddddddddddddddddd&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "NCmU1TD0JB2bV7mwghhUQpdWYYw=",
  ],
  [
    "T17-bsuid",
    hook,
    "From=whatsapp%3ABR.1A2B3C4D5E6F&ExternalUserId=whatsapp%3ABR.1A2B3C4D5E6F&ProfileName=ana.dev&Body=oi&To=whatsapp%3A%2B14155238886&MessageSid=SMffffffffffffffffffffffffffffffff&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "wtin8n6aZBI/pYlFZ/tHuO7DQSM=",
  ],
  [
    "T18-json-in-value",
    hook,
    "ButtonPayload=%7B%22verify%22%3A%22a%40b.c%22%7D&ButtonText=Confirm+%E2%9C%85&ChannelMetadata=%7B%22type%22%3A%22whatsapp%22%2C%22data%22%3A%7B%22context%22%3A%7B%22ProfileName%22%3A%22Ana%22%7D%7D%7D&MessageSid=SM00000000000000000000000000000000",
    "ZPx1iTf7BEfC/3YyJ50UPOAwF/w=",
  ],
  [
    "T19-json-bodySHA256",
    "https://app.example.com/api/webhooks/twilio/events?sink=1&bodySHA256=5396cb7dc1dd1dc338c290c5c425147062069a0374cebbff4a827cf4ba958ca0",
    "",
    "0RZzJ6ufCa5M/3uWBhjEBH9gI6Q=",
  ],
];

test.each(vectors)("%s", (_id, url, body, signature) => {
  expect(twilioSignature(token, url, new URLSearchParams(body))).toBe(signature);
});

const call = { CallSid: "CA1234567890ABCDE", Digits: "1234", To: "+18005551212" };
const published: [url: string, caller: string, signature: string][] = [
  ["https://mycompany.com/myapp.php?foo=1&bar=2", "+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="],
  ["https://mycompany.com/myapp.php?foo=1&bar=2", "+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
  ["https://mycompany.com:443/myapp.php?foo=1&bar=2", "+14158675309", "kvajT1Ptam85bY51eRf/AJRuM3w="],
  ["http://mycompany.com:80/myapp.php?foo=1&bar=2", "+14158675309", "0ZXoZLH/DfblKGATFgpif+LLRf4="],
  ["http://mycompany.com:1234/myapp.php?foo=1&bar=2", "+14158675309", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="],
  ["https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "+14158675309", "CukzLTc1tT5dXEDIHm/tKBanW10="],
  ["https://example.com/myapp.php?foo=1&bar=2", "+14158675310", "L/OH5YylLD5NRKLltdqwSvS0BnU="],
];

test.each(published)("Twilio's own example: %s from %s", (url, caller, signature) => {
  const params = Object.entries({ ...call, Caller: caller, From: caller });
  expect(twilioSignature("12345", url, params)).toBe(signature);
});

test("Twilio's own examples of a JSON body are signed by the address alone", () => {
  const hash = "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  const base = "https://mycompany.com/myapp.php";
  expect(twilioSignature("12345", `${base}?foo=1&bar=2&${hash}`, [])).toBe("a9nBmqA0ju/hNViExpshrM61xv4=");
  expect(twilioSignature("12345", `${base}?${hash}`, [])).toBe("y77kIzt2vzLz71DgmJGsen2scGs=");
});

test("Twilio's own library accepts what the stand-in signs, and nothing that was changed since", () => {
  for (let round = 0; round < 300; round += 1) {
    const names = ["Body", "body", "From", "To", "Ünï", randomBytes(3).toString("hex")];
    const params = Object.fromEntries(
      names.map((name) => [name, `${randomBytes(6).toString("latin1")} ${name}`]),
    );
    const url = `${hook}?round=${round}&x=a%20b`;
    const signature = twilioSignature(token, url, Object.entries(params));

    expect(twilio.validateRequest(token, signature, url, params)).toBe(true);
    expect(twilio.validateRequest(token, signature, url, { ...params, Body: "changed" })).toBe(false);
  }
});
