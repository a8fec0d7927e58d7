// Pictures of every page, as each role, in both languages, at the width of a telephone and of a desk.
// npm run shots -- FOLDER [ROLE…]
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { chromium as browsers, type Browser, type Page } from "@playwright/test";

import { chromium } from "./harness/chromium.js";
import { Suivi } from "./harness/server.js";
import { LANGUAGES, type Language } from "./harness/languages.js";
import { adminPagesOf, openImport, pagesOf, ROLES, signIn, type Role } from "./harness/people.js";

const WIDTHS = [360, 1280];

const [folder = "shots", ...only] = process.argv.slice(2);
const roles = ROLES.filter((role) => only.length === 0 || only.includes(role));

const suivi = await Suivi.start();
const browser = await browsers.launch(chromium());
try {
  await mkdir(folder, { recursive: true });
  await stranger(browser);
  for (const role of roles) await visit(browser, role);
} finally {
  await browser.close();
  await suivi.stop();
}

/** What a stranger sees. */
async function stranger(browser: Browser): Promise<void> {
  const page = await browser.newPage({ baseURL: suivi.url });
  for (const language of LANGUAGES) await shoot(page, "stranger", "sign-in", "/sign-in", language);
  await page.close();
}

/** Every page that this role may open. */
async function visit(browser: Browser, role: Role): Promise<void> {
  const page = await browser.newPage({ baseURL: suivi.url });
  await signIn(page, role);
  const pages = await pagesOf(page);
  if (role === "coordinator") pages.push({ name: "import-preview", path: await openImport(page) });
  if (role === "administrator") pages.push(...(await adminPagesOf(page)));
  for (const { name, path } of pages) {
    for (const language of LANGUAGES) await shoot(page, role, name, path, language);
  }
  await page.close();
}

async function shoot(page: Page, who: string, name: string, path: string, language: Language): Promise<void> {
  const answer = await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
  if (answer && answer.status() >= 400) {
    console.log(`${who} ${name}: ${answer.status()}`);
    return;
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) console.log(`${who} ${name} ${language}: ${overflow} px too wide at ${width} px`);
    await page.screenshot({ path: join(folder, `${who}-${name}-${language}-${width}.png`), fullPage: true });
  }
}
