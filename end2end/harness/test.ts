// Playwright's `test` with a Suivi of its own for each worker, so that specifications may write.
import { test as base, type Page, type Response } from "@playwright/test";

import { LANGUAGES, type Language } from "./languages.js";
import { Suivi } from "./server.js";

export { expect } from "@playwright/test";
export { LANGUAGES, type Language } from "./languages.js";

type Shared = { suivi: Suivi };
type Own = { withJs: boolean; told: void };

export const test = base.extend<Own, Shared>({
  suivi: [
    async ({}, use) => {
      const suivi = await Suivi.start();
      await use(suivi);
      await suivi.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ suivi }, use) => use(suivi.url),
  withJs: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),
  // Where pictures cannot be looked at, the words of the page and of the program tell what went wrong.
  told: [
    async ({ page, suivi }, use, testInfo) => {
      await use();
      if (testInfo.status === testInfo.expectedStatus) return;
      const words = await page.locator("body").innerText({ timeout: 2_000 }).catch(() => "(no page)");
      console.log(`${testInfo.titlePath.join(" › ")}\n  at ${page.url()}\n${words}\n--- suivi ---\n${suivi.output.slice(-4_000)}`);
    },
    { auto: true },
  ],
});

/** Tells one story twice, in English and in French, each with its own words. */
export function inBothLanguages<Words>(words: Record<Language, Words>, story: (language: Language, words: Words) => void): void {
  for (const language of LANGUAGES) {
    test.describe(language === "en" ? "in English" : "in French", () => story(language, words[language]));
  }
}

/** Opens a page in a language, as the switch at the top right does. */
export function open(page: Page, path: string, language: Language): Promise<Response | null> {
  return page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
}
