/** What Twilio makes of the answer to an inbound message. */
export type Verdict = {
  outcome: string;
  /** Texts that are sent to the customer because of it. */
  replies: string[];
  /** The code under which the debugger complains. */
  alert: number | null;
};

/** Judges a 2xx answer: plain text goes to the customer word for word, JSON is refused, TwiML is obeyed. */
export function judgeAnswer(status: number, contentType: string | null, body: string): Verdict {
  if (status === 204 || body === "")
    return { outcome: `answered ${status}, empty`, replies: [], alert: null };

  const kind = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (kind === "") return { outcome: "answered without a content type (502)", replies: [], alert: 11200 };
  if (kind === "text/plain") {
    return {
      outcome: `answered in plain text: “${body}” was sent to the customer`,
      replies: [body],
      alert: null,
    };
  }
  if (!["text/xml", "application/xml", "text/html"].includes(kind)) {
    return { outcome: `answered ${kind} (12300, invalid content type)`, replies: [], alert: 12300 };
  }
  if (!/<Response\s*\/>|<Response[\s>][\s\S]*<\/Response>/.test(body)) {
    return { outcome: "answered what is no TwiML (12100)", replies: [], alert: 12100 };
  }
  const replies = [...body.matchAll(/<Message[^>]*>\s*(?:<Body>)?([^<]*)/g)].map(([, text = ""]) =>
    text.trim(),
  );
  return { outcome: replies.length > 0 ? "accepted, with a reply" : "accepted", replies, alert: null };
}
