import { defineConfig } from "vitest/config";

// `server-only` loads under this condition alone: the flag is for packages that Node loads by itself. Vitest hands
// what stands here on to Node, so `import` or `module` must not: they would change what a package's own require finds.
const conditions = ["react-server", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    execArgv: ["--conditions=react-server"],
    // A process for each file would load the same packages over and over, which takes longer than many tests.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    // Left to itself, Vitest keeps a core free for a person, and half of a small machine idle. One more than such a machine
    // has cores: tests also wait, for the database or for each other.
    maxWorkers: 3,
    // Generous, since a machine that runs something else beside the tests is no fault of theirs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
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
        },
      },
    ],
  },
});
