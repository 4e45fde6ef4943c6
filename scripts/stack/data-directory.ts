import { resolve } from "node:path";

/** Where the embedded stack keeps everything: `.data` in the clone, or TRUNKLINE_DATA_DIR. Safe to delete. */
export function dataDirectory(): string {
  return resolve(process.env.TRUNKLINE_DATA_DIR || ".data");
}
