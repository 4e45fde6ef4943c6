"use server";

import type { FormState } from "#lib/forms.ts";
import { requestMail } from "../request-mail.ts";

export async function requestReset(_: FormState, form: FormData): Promise<FormState> {
  return requestMail("recovery", form);
}
