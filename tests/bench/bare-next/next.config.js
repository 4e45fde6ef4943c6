import { join } from "node:path";

/** @type {import("next").NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  // What it measures itself with is the app's own group commit.
  turbopack: { root: join(import.meta.dirname, "../../..") },
};
