import type { ProviderFault } from "../connect-contract.ts";
import type { Json } from "../contract.ts";
import { at, listIn, objectIn, textIn } from "../json-values.ts";
import { metaFault } from "../meta/errors.ts";
import { whatsappErrorRows } from "./error-rows.ts";

/** What the first of a webhook's errors means, if its code is one we know. */
export function faultIn(errors: Json | undefined): ProviderFault | null {
  const code = Number(textIn(at(objectIn(listIn(errors)[0]), "code")) ?? Number.NaN);
  const isKnown = whatsappErrorRows.some(({ codes, subcodes }) =>
    codes.some(([from, to]) => !subcodes && code >= from && code <= to),
  );
  if (!isKnown) return null;
  const error = { code, subcode: null, isTransient: false, traceId: null, httpStatus: 400 };
  return metaFault(error, null, whatsappErrorRows);
}
