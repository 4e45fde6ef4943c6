import type { AccountOutcome } from "./attempt-outcome.ts";
import type { AttemptView } from "./describe-attempt.ts";

type Told = { title: string; text: string };

/** An attempt to connect, as its page tells it: what is the case, whether anything changed, and what to do. */
export function attemptTexts({ stage, outcome, provider, reconnect }: AttemptView): Told {
  const account = reconnect?.name ?? provider.name;
  const unchanged = reconnect
    ? `Nothing was changed: ${reconnect.name} is as it was.`
    : "Nothing was changed.";

  switch (stage) {
    case "choosing":
      return {
        title: `Choose ${provider.accountNoun.many}`,
        text: "Tick what should arrive here. You can add others later.",
      };
    case "waiting":
      return {
        title: `${provider.name}'s window is still open`,
        text: `Finish there, or start again here. ${unchanged}`,
      };
    case "working":
      return {
        title: `${provider.name} is answering`,
        text: "This takes a few seconds. The page continues by itself.",
      };
    case "expired":
      return {
        title: "That took longer than ten minutes",
        text: `For safety an attempt to connect lasts ten minutes. ${unchanged} Start again; it is quicker the second time.`,
      };
    case "interrupted":
      return { title: "It was interrupted", text: `${unchanged} Start again.` };
    case "lapsed":
      return {
        title: "The choice has lapsed",
        text: `What ${provider.name} allowed is kept for an hour and then forgotten. ${unchanged} Start again.`,
      };
    case "ended":
      break;
  }

  if (outcome?.kind === "refused") {
    return {
      title: `${account} was not connected`,
      text: `${outcome.sentence} ${outcome.nextStep}`,
    };
  }
  if (outcome?.kind === "finished") return finishedTexts(outcome.accounts, provider.accountNoun);
  return {
    title: `${account} was not connected`,
    text: `You closed ${provider.name}'s window before allowing anything. ${unchanged}`,
  };
}

function finishedTexts(accounts: AccountOutcome[], noun: { one: string; many: string }): Told {
  const all = accounts.length;
  const failed = accounts.filter(({ state }) => state === "failed").length;
  if (failed === all)
    return { title: "Nothing was connected", text: "What was connected before is as it was." };

  const title =
    failed > 0
      ? `${all - failed} of ${all} ${noun.many} are connected`
      : all === 1
        ? `Your ${noun.one} is connected`
        : `${all} ${noun.many} are connected`;
  const isWhole = accounts.every(({ state }) => state === "connected");
  return {
    title,
    text: isWhole
      ? "New messages and events arrive here from now on."
      : "Below is what does not work yet, and how to mend it.",
  };
}
