"use client";

import { useEffect } from "react";
import { toast } from "sonner";
import type { FormState } from "#lib/forms.ts";

/** One toast each time the form was saved. What failed stays at the form, where it can be put right. */
export function useSavedToast(state: FormState) {
  useEffect(() => {
    if (state?.outcome === "saved" && state.message) toast.success(state.message);
  }, [state]);
}
