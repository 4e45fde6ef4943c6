import { join } from "node:path";

/** How one of our own TypeScript files is run: by this Node, which erases the types, under the condition `server-only` asks for. */
export function nodeProgram(file: string, options: { watch: boolean }): { command: string; args: string[] } {
  const flags = [
    "--conditions=react-server",
    "--disable-warning=ExperimentalWarning",
    "--enable-source-maps",
  ];
  return { command: process.execPath, args: [...flags, ...(options.watch ? ["--watch"] : []), file] };
}

/** How Next's own command is run. It sets its conditions itself. */
export function nextProgram(...args: string[]): { command: string; args: string[] } {
  return { command: process.execPath, args: [join("node_modules", "next", "dist", "bin", "next"), ...args] };
}
