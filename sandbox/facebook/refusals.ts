import { GraphError } from "./graph-error.ts";

/** Meta does not tell apart what does not exist from what the token may not see. */
export function noSuchObject(method: string, id: string): GraphError {
  return new GraphError(
    100,
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { subcode: 33, type: "GraphMethodException" },
  );
}

export function noSuchField(field: string, node: string): GraphError {
  return new GraphError(100, `(#100) Tried accessing nonexisting field (${field}) on node type (${node})`);
}

export function needsPermission(permission: string): GraphError {
  return new GraphError(200, `(#200) Requires ${permission} permission to manage the object.`);
}

export function needsPageToken(): GraphError {
  return new GraphError(190, "(#190) This method must be called with a Page Access Token");
}

export function lacksRole(): GraphError {
  return new GraphError(
    200,
    "(#200) User does not have sufficient administrative permission for this action on this page. If the page business requires Two Factor Authentication, the user also needs to enable Two Factor Authentication.",
  );
}
