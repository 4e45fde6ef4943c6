import { applyStatus } from "./apply-status.ts";
import { postStatus } from "./post-status.ts";
import type { Twilio } from "./twilio.ts";
import type { Manner, Message } from "./types.ts";

type Course = { manner: Manner; failure: number | null; sendsReceipts: boolean };

/** Lets the statuses of a message come back, one after the other. Resolves when the first has been told. */
export async function runStatuses(twilio: Twilio, message: Message, course: Course): Promise<void> {
  if (course.manner !== "before the answer") await wait(twilio);
  // An account that was suspended while the message was queued does not send it.
  const isActive = twilio.state.accounts[message.accountSid]?.status === "active";
  const failure = isActive ? course.failure : 30002;
  const [first, ...others] = statuses({ ...course, failure });
  if (!first) return;

  const tell = async (status: string) => {
    const code = status === "failed" ? failure : null;
    applyStatus(message, status, code);
    await postStatus(twilio, message, status, code);
  };
  await tell(first);
  void (async () => {
    for (const status of others) {
      await wait(twilio);
      await tell(status);
    }
  })();
}

function statuses({ manner, failure, sendsReceipts }: Course): string[] {
  if (failure !== null) return manner === "repeated" ? ["failed", "failed"] : ["failed"];

  const usual = sendsReceipts ? ["sent", "delivered", "read"] : ["sent", "delivered"];
  switch (manner) {
    case "reversed":
      return usual.toReversed();
    case "repeated":
      return usual.flatMap((status) => [status, status]);
    case "without delivered":
      return usual.filter((status) => status !== "delivered");
    default:
      return usual;
  }
}

function wait({ state }: Twilio): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, state.timing.statusMs).unref());
}
