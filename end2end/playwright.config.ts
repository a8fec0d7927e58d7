// Every specification runs twice: as a browser with JavaScript sees Suivi, and as one without.
import { defineConfig } from "@playwright/test";

import { chromium } from "./harness/chromium.js";

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  reporter: "list",
  workers: 2,
  // A machine that does other things may be too slow once. What fails twice is broken; what passed only at the second
  // try is told as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: chromium(),
    screenshot: "only-on-failure",
    viewport: { width: 1280, height: 900 },
  },
  projects: [
    { name: "with-js", use: { javaScriptEnabled: true } },
    { name: "without-js", use: { javaScriptEnabled: false } },
  ],
});
