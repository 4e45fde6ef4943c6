import { randomBytes } from "node:crypto";

/** A SID: two letters that say what it names, and 32 hexadecimal digits. */
export function newSid(prefix: "AC" | "AP" | "SK" | "XE" | "SM" | "MM" | "ME" | "PN" | "WH"): string {
  return prefix + newToken();
}

export function newToken(): string {
  return randomBytes(16).toString("hex");
}
