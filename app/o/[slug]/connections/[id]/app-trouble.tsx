import type { Route } from "next";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { diagnoseApp } from "#lib/connections/diagnose-app.ts";

/** Says when our app at the platform is what is wrong, which no reconnecting mends. Nothing while the app is well. */
export async function AppTrouble({ provider }: { provider: { id: string; name: string } }) {
  const diagnosis = await diagnoseApp(provider.id);
  if (diagnosis?.kind !== "lines") return null;
  const trouble = diagnosis.lines.find(({ verdict }) => verdict === "bad");
  if (!trouble) return null;

  return (
    <Notice
      tone="warn"
      className="mb-4"
      title={`The app at ${provider.name} is in the way, not this connection`}
    >
      {trouble.reason} Whoever runs this installation finds the steps in{" "}
      <TextLink href={`/going-live/${provider.id}` as Route}>Going live on {provider.name}</TextLink>.
    </Notice>
  );
}
