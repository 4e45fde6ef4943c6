import type { FormState } from "#lib/forms.ts";
import { Notice } from "./notice.tsx";

/**
 * What the form as a whole has to say about why it failed. That it was saved is a toast (`useSavedToast`), and
 * written out only where no script runs.
 */
export function FormMessage({ state }: { state: FormState }) {
  if (!state?.message) return null;
  if (state.outcome !== "saved") return <Notice tone="bad">{state.message}</Notice>;

  return (
    <noscript>
      <Notice tone="good">{state.message}</Notice>
    </noscript>
  );
}
