import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";

type PauseNoticeProps = { until: Date | null; providerName: string };

/** Says that our calls for this account rest, because the platform asked for fewer. */
export function PauseNotice({ until, providerName }: PauseNoticeProps) {
  if (until === null || until.getTime() <= Date.now()) return null;

  return (
    <Notice tone="idle" className="mb-4" title={`${providerName} asked for fewer calls`}>
      Ours for this account go on <Time value={until} />. Events still arrive, nothing is lost, and your other
      accounts are not held up.
    </Notice>
  );
}
