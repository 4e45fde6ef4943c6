import { defineConfig } from "vitest/config";

// `server-only` loads under this condition alone. The flag is for packages Node loads by itself, the setting for
// what Vite resolves.
const condition = "react-server";
const conditions = [condition, "node", "import", "module", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: [condition, "node"] } },
  test: {
    execArgv: [`--conditions=${condition}`],
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/support/test-environment.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/test-environment.ts", "tests/support/own-database.ts"],
          hookTimeout: 30_000,
          testTimeout: 15_000,
        },
      },
    ],
  },
});
