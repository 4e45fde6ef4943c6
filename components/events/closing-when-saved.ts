import { toast } from "sonner";
import type { FormAction } from "#lib/forms.ts";

/** The action of a form in a dialog: once it is saved the dialog goes, so the toast is called here and not by the form. */
export function closingWhenSaved(action: FormAction, close: () => void): FormAction {
  return async (state, form) => {
    const next = await action(state, form);
    if (next?.outcome !== "saved") return next;
    toast.success(next.message);
    close();
    return null;
  };
}
