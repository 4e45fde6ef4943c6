/** An error of Zoom's REST API, or of its token endpoint, which has a shape of its own. */
export class ZoomError extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: { code: number; message: string } | { error: string; reason: string }) {
    super("message" in body ? body.message : body.reason);
    this.status = status;
    this.body = body;
  }
}
