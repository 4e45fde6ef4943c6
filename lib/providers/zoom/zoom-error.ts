import { z } from "zod";

/** Zoom's refusal as its endpoints spell it. `text` is read for scope names and codes only: it changes, and may quote. */
export type ZoomError = {
  httpStatus: number;
  code: number | null;
  /** The OAuth word, such as `invalid_grant`; the token endpoint alone has one. */
  error: string | null;
  text: string;
  traceId: string | null;
};

const text = z.string().optional().catch(undefined);
const number = z.coerce.number().int().optional().catch(undefined);
const Body = z.object({
  code: number,
  // The contact centre's family of calls.
  errorCode: number,
  message: text,
  error: text,
  reason: text,
  error_description: text,
});

/** Null when the answer is none. A failing status with an unreadable body counts as an error without a code. */
export function readZoomError(httpStatus: number, headers: Headers, body: unknown): ZoomError | null {
  if (httpStatus < 400) return null;

  const fields = Body.safeParse(body).data;
  return {
    httpStatus,
    code: fields?.code ?? fields?.errorCode ?? null,
    error: fields?.error ?? null,
    text: [fields?.message, fields?.reason, fields?.error_description].filter(Boolean).join(" "),
    traceId: headers.get("x-zm-trackingid"),
  };
}
