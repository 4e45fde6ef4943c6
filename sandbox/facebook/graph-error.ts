import { randomBytes } from "node:crypto";

import type { Fault } from "../faults.ts";

type Details = {
  subcode?: number | undefined;
  type?: string | undefined;
  status?: number | undefined;
  transient?: boolean | undefined;
  errorData?: object | undefined;
  userTitle?: string | undefined;
  userMessage?: string | undefined;
};

/** An answer in Meta's error envelope. Meta uses HTTP 400 even for refused tokens and throttling. */
export class GraphError extends Error {
  readonly code: number;
  readonly details: Details;

  constructor(code: number, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return this.details.status ?? 400;
  }

  get body() {
    const { subcode, type = "OAuthException", transient, errorData, userTitle, userMessage } = this.details;
    return {
      error: {
        message: this.message,
        type,
        code: this.code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(transient === undefined ? {} : { is_transient: transient }),
        ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
        ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
        ...(errorData === undefined ? {} : { error_data: errorData }),
        fbtrace_id: `A${randomBytes(8).toString("base64url")}`,
      },
    };
  }
}

/** The failure that somebody asked for. */
export function faultError({ code, message, status, subcode, type, transient }: Fault): GraphError {
  return new GraphError(code, message, { status, subcode, type, transient });
}
