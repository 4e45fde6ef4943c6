import type { Account, HealthLine } from "../connect-contract.ts";

/** The checklist of Twilio's sandbox number: nobody can read where it sends its events, so one that came is the proof. */
export function sandboxLines({ lastEventAt }: Account): HealthLine[] {
  return [
    {
      id: "sender",
      verdict: "good",
      title: "WhatsApp number",
      reason: "It is Twilio's sandbox number. It reaches people who joined it, for three days each.",
    },
    eventsLine(lastEventAt),
  ];
}

function eventsLine(lastEventAt: Account["lastEventAt"]): HealthLine {
  const line = { id: "webhook", title: "Events" };
  if (lastEventAt) return { ...line, verdict: "good", reason: "Events come: the addresses were pasted." };

  const advice =
    "Paste both addresses in the Twilio Console, under Sandbox settings, then write to the number.";
  return lastEventAt === null
    ? { ...line, verdict: "warn", reason: `No event has come yet. ${advice}` }
    : { ...line, verdict: "good", reason: "Where Twilio sends the sandbox's events, nobody can read." };
}
