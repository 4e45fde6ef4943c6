import { GraphError } from "../facebook/graph-error.ts";

/** An object of a business the token does not reach. */
export function otherBusiness(): GraphError {
  return new GraphError(
    200,
    "(#200) You do not have the necessary permissions required to access this account.",
    {
      subcode: 1349174,
    },
  );
}

export function needsScope(scope: string): GraphError {
  return new GraphError(200, `(#200) Requires ${scope} permission to manage the object.`);
}

/** An error of the sending kind: its details say more than its message. */
export function sendError(code: number, title: string, details: string): GraphError {
  return new GraphError(code, `(#${code}) ${title}`, {
    errorData: { messaging_product: "whatsapp", details },
  });
}
