import { defineConfig } from "@playwright/test";

// Without a sandbox of its own, since root in a container cannot have one; without calls home, since tests must not
// depend on whether they get through.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/e2e.json" }],
  ],
  projects: [
    { name: "stories", testMatch: "*.spec.ts", teardown: "aftermath" },
    // Looks through what all stories have left behind.
    { name: "aftermath", testMatch: "*.after.ts" },
  ],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    actionTimeout: 15_000,
    // Recording every step takes a tenth of the machine from every story, so it is asked for.
    trace: process.env.KEEP_TRACES ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    viewport: { width: 1440, height: 900 },
    // What turns for as long as one waits is drawn by the processor here, frame by frame.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH, args: quiet },
  },
});
