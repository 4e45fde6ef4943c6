/** Token `f0e1…`: requests as Twilio signs them, made with Python's hmac and agreed to by the SDK's 5.9 and 6.2. */
export const vectorToken = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

export type Vector = { id: string; url: string; body: string; signature: string };

export const vectors: readonly Vector[] = [
  {
    id: "T1-text",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "SmsMessageSid=SM11111111111111111111111111111111&NumMedia=0&ProfileName=Ana&MessageType=text&SmsSid=SM11111111111111111111111111111111&WaId=5511987654321&SmsStatus=received&Body=Hello&To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=SM11111111111111111111111111111111&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B5511987654321&ApiVersion=2010-04-01",
    signature: "Be6Tf8mpZFEvuMqUUWhQYy3pusg=",
  },
  {
    id: "T2-unicode-emoji",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "Body=Ol%C3%A1+%F0%9F%91%8B%F0%9F%8F%BD+%C3%A7a+va%3F+%E4%BD%A0%E5%A5%BD+%E2%80%93+%CE%A9&From=whatsapp%3A%2B5511987654321&MessageSid=SM22222222222222222222222222222222&ProfileName=Zo%C3%AB+%F0%9F%A6%8A",
    signature: "/zmcEgakn3QKSiENv1rbZofGIKs=",
  },
  {
    id: "T3-plus-space-specials",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "Body=a+%2B+b++c+%26+d%3De+%2520+100%25+%22q%22+%27x%27&From=whatsapp%3A%2B5511987654321&MessageSid=SM33333333333333333333333333333333",
    signature: "SnwC1/ZtveTPUd08FAK8GzMXdd4=",
  },
  {
    id: "T4-whitespace-newlines",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "Body=++line1%0D%0Aline2%0A%09tab++&From=whatsapp%3A%2B5511987654321&MessageSid=SM44444444444444444444444444444444",
    signature: "FdopwLYYM6SYQ63rfKsDKXfh9F0=",
  },
  {
    id: "T5-empty-values",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "Body=&ErrorMessage=&MessageSid=SM55555555555555555555555555555555&NumMedia=0",
    signature: "1f/Id0tXoEZ9jYXU6wm/8Dut6wI=",
  },
  {
    id: "T6-duplicate-keys",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "MessageSid=SM66666666666666666666666666666666&Tag=b&Tag=a&Tag=b",
    signature: "oCGlhMd/VCaiqUf3ghor1WMuMJA=",
  },
  {
    id: "T7-case-sensitive-sort",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "body=lower&Body=upper&a=1&B=2&MessageSid=SM77777777777777777777777777777777",
    signature: "dj7PpqyHJyHeKDvpfXO0kic4Ars=",
  },
  {
    id: "T8-no-params",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "",
    signature: "sRkKWD/Mu5xy9WfVior5c48CkL4=",
  },
  {
    id: "T9-query-string",
    url: "https://app.example.com/api/webhooks/twilio?tenant=42&x=a%20b&empty=",
    body: "SmsMessageSid=SM11111111111111111111111111111111&NumMedia=0&ProfileName=Ana&MessageType=text&SmsSid=SM11111111111111111111111111111111&WaId=5511987654321&SmsStatus=received&Body=Hello&To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=SM11111111111111111111111111111111&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B5511987654321&ApiVersion=2010-04-01",
    signature: "sF2mYH/5OzkPDWsCsefFS3NJf3k=",
  },
  {
    id: "T10-query-apostrophe",
    url: "https://app.example.com/api/webhooks/twilio?name=O'Neil&p=(1)",
    body: "MessageSid=SM88888888888888888888888888888888&Body=hi",
    signature: "ZVwkzOisxfpu3ojFIuEexJPot/Y=",
  },
  {
    id: "T11a-https-noport",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "/UY9UgbLXbZrNYi/OU3STnrN208=",
  },
  {
    id: "T11b-https-443",
    url: "https://app.example.com:443/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "E6hmr8uvVZvtRCsSFxrhw05AXdU=",
  },
  {
    id: "T11c-https-8443",
    url: "https://app.example.com:8443/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "IfMhn1e2d3JVxAhA+NraVhT0ahI=",
  },
  {
    id: "T12a-http-noport",
    url: "http://app.example.com/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "GLfvNU36JKe2KHWbHfLkakVaRQ0=",
  },
  {
    id: "T12b-http-80",
    url: "http://app.example.com:80/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "dJw0GsCjOFkD3+GWvsi85tEtcd4=",
  },
  {
    id: "T12c-http-8080",
    url: "http://app.example.com:8080/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "9Fuo+AnRIx+4UI39c89DVas4Sb4=",
  },
  {
    id: "T13-basic-auth-url",
    url: "https://hook:s3cr3t@app.example.com/api/webhooks/twilio",
    body: "Body=port&MessageSid=SM99999999999999999999999999999999",
    signature: "ynrJDd8iHwZnQwJiHDG+1Aw6OWE=",
  },
  {
    id: "T14-status-read",
    url: "https://app.example.com/api/webhooks/twilio/status",
    body: "EventType=READ&SmsSid=SMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&SmsStatus=read&MessageStatus=read&ChannelToAddress=%2B5511987654321&To=whatsapp%3A%2B5511987654321&ChannelPrefix=whatsapp&MessageSid=SMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B14155238886&ApiVersion=2010-04-01&ChannelInstallSid=XEcccccccccccccccccccccccccccccccc",
    signature: "fjiZU0ljYUErJGu92DpczO9cKfI=",
  },
  {
    id: "T15-status-failed",
    url: "https://app.example.com/api/webhooks/twilio/status",
    body: "ErrorCode=63016&ErrorMessage=&ChannelStatusMessage=Failed+to+send+freeform+message&SmsSid=SMcccccccccccccccccccccccccccccccc&SmsStatus=failed&MessageStatus=failed&To=whatsapp%3A%2B5511987654321&MessageSid=SMcccccccccccccccccccccccccccccccc&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&From=whatsapp%3A%2B14155238886&ApiVersion=2010-04-01",
    signature: "Vql0hv7QZ/yYvK8XjCtWJXmh2qk=",
  },
  {
    id: "T16-media",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "NumMedia=1&MediaContentType0=image%2Fjpeg&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FAccounts%2FACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%2FMessages%2FMMdddddddddddddddddddddddddddddddd%2FMedia%2FMEeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee&Body=&MessageSid=MMdddddddddddddddddddddddddddddddd&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    signature: "NCmU1TD0JB2bV7mwghhUQpdWYYw=",
  },
  {
    id: "T17-bsuid",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "From=whatsapp%3ABR.1A2B3C4D5E6F&ExternalUserId=whatsapp%3ABR.1A2B3C4D5E6F&ProfileName=ana.dev&Body=oi&To=whatsapp%3A%2B14155238886&MessageSid=SMffffffffffffffffffffffffffffffff&AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    signature: "wtin8n6aZBI/pYlFZ/tHuO7DQSM=",
  },
  {
    id: "T18-json-in-value",
    url: "https://app.example.com/api/webhooks/twilio",
    body: "ButtonPayload=%7B%22verify%22%3A%22a%40b.c%22%7D&ButtonText=Confirm+%E2%9C%85&ChannelMetadata=%7B%22type%22%3A%22whatsapp%22%2C%22data%22%3A%7B%22context%22%3A%7B%22ProfileName%22%3A%22Ana%22%7D%7D%7D&MessageSid=SM00000000000000000000000000000000",
    signature: "ZPx1iTf7BEfC/3YyJ50UPOAwF/w=",
  },
  {
    id: "T19-json-bodySHA256",
    url: "https://app.example.com/api/webhooks/twilio/events?sink=1&bodySHA256=5396cb7dc1dd1dc338c290c5c425147062069a0374cebbff4a827cf4ba958ca0",
    body: '{"specversion":"1.0","type":"com.twilio.messaging.message.read","data":{"messageSid":"SM11111111111111111111111111111111","text":"olá 👋"}}',
    signature: "0RZzJ6ufCa5M/3uWBhjEBH9gI6Q=",
  },
];

/** One of them by the beginning of its id, such as `T1-`. */
export function vector(id: string): Vector {
  const found = vectors.find((one) => one.id.startsWith(id));
  if (!found) throw new Error(id);
  return found;
}
