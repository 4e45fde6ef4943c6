import { type Gate, runProgram } from "./gate.ts";

const folders = [
  "app",
  "components",
  "lib",
  "drizzle",
  "scripts",
  "sandbox",
  "tests",
  "server.ts",
  "proxy.ts",
];

/** What can be told without running the product: steps of gates that run side by side, the quickest first. */
export const staticGates: Gate[][] = [
  [
    gate("format", "Format and lint", "biome", "check", "--error-on-warnings", "."),
    gate("routes", "Route types", "next", "typegen"),
  ],
  [
    gate("types", "Types", "tsc", "--noEmit"),
    gate("imports", "Import rules", "depcruise", ...folders),
    gate("unused", "Unused code", "knip", "--no-progress"),
  ],
];

function gate(name: string, title: string, command: string, ...args: string[]): Gate {
  return { name, title, run: (watched) => runProgram(command, args, watched) };
}
