import { ChecklistLine } from "#components/connections/checklist-line.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AppDiagnosis as Diagnosis } from "#lib/connections/diagnose-app.ts";

/** How the platform sees our app. What is wrong here is wrong for every connection, and none of them can mend it. */
export function AppDiagnosis({ diagnosis, name }: { diagnosis: Diagnosis; name: string }) {
  if (diagnosis.kind === "not-set-up") {
    return (
      <p className="text-muted">There is no app to ask about yet: the settings above are not all set.</p>
    );
  }
  const { lines, askedAt } = diagnosis;
  const isWell = lines.every(({ verdict }) => verdict === "good");

  return (
    <div className="grid gap-3">
      {lines.some(({ verdict }) => verdict === "bad" || verdict === "warn") && (
        <Notice tone="warn" title="The app itself is what is in the way">
          Reconnecting an account does not change what is marked below. Whoever runs this installation mends
          it at {name}.
        </Notice>
      )}
      {isWell && (
        <Notice tone="good">
          The app is in order. A connection that does not work has a reason of its own, which its page names.
        </Notice>
      )}
      <ul className="grid gap-2.5">
        {lines.map(({ id, ...line }) => (
          <ChecklistLine key={id} {...line} />
        ))}
      </ul>
      <p className="text-muted text-sm">
        {name} was asked <Time value={askedAt} />.
      </p>
    </div>
  );
}
