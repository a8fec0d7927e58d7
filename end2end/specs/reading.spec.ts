// Reading: every page, as each role, in both languages, in words that match and without a barrier.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, openImport, pagesOf, signIn } from "../harness/people.js";
import { expect, inBothLanguages, LANGUAGES, open, test } from "../harness/test.js";

const WORDS = {
  en: { work: "My work", overdue: "Overdue", filter: "Filter", lateness: "Dates and updates", late: "Overdue", other: "Français", all: "Show all" },
  fr: { work: "Mon travail", overdue: "retards", filter: "Filtrer", lateness: "Dates et mises à jour", late: "En retard", other: "English", all: "Tout afficher" },
};

test("every page is without a barrier for the coordination", async ({ page, withJs }) => {
  test.setTimeout(180_000);
  await signIn(page, "coordinator");
  const pages = [...(await pagesOf(page)), { name: "preview", path: await openImport(page) }];
  for (const { name, path } of pages) {
    for (const language of LANGUAGES) {
      const answer = await open(page, path, language);
      expect(answer?.status(), `${name} in ${language}`).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), name).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? /^en/ : /^fr/);
      await expectAccessible(page, withJs);
    }
  }
});

test("no page is wider than a telephone", async ({ page, withJs }) => {
  test.skip(!withJs, "measured by a script");
  test.setTimeout(120_000);
  await signIn(page, "coordinator");
  await page.setViewportSize({ width: 360, height: 740 });
  const pages = [...(await pagesOf(page)), { name: "preview", path: await openImport(page) }];
  for (const { name, path } of pages) {
    for (const language of LANGUAGES) {
      await open(page, path, language);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(excess, `${name} in ${language}`).toBeLessThanOrEqual(0);
    }
  }
});

test("what a role may not know of is not found", async ({ page }) => {
  await signIn(page, "reader");
  for (const path of ["/import", "/plans/999999", "/measures/999999", "/plans/x"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test("a stranger is asked to sign in, and comes to the page that was asked for", async ({ page }) => {
  await page.goto("/plans?lang=en");
  await page.getByRole("button", { name: /coordinator/i }).first().click();
  await expect(page.getByRole("heading", { name: "Plans", level: 1 })).toBeVisible();
});

inBothLanguages(WORDS, (language, words) => {
  test("a plan is narrowed to what is late, and widened again", async ({ page }) => {
    await signIn(page, "reader");
    const plan = await demoPlan(page);
    await open(page, plan, language);
    const measures = page.locator("main").getByRole("link").and(page.locator("[href^='/measures/']"));
    const all = await measures.count();
    await page.getByLabel(words.lateness).selectOption({ label: words.late });
    await page.getByRole("button", { name: words.filter, exact: true }).click();
    await expect(page.getByRole("status").first()).toContainText(/\d/);
    expect(await measures.count()).toBeLessThan(all);
    expect(await measures.count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: words.all }).click();
    await expect(measures).toHaveCount(all);
  });

  test("the other language is one click away, on the same page", async ({ page }) => {
    await signIn(page, "reader");
    const plan = await demoPlan(page);
    await open(page, plan, language);
    await page.getByRole("link", { name: words.other, exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(plan);
    await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? /^fr/ : /^en/);
    await page.goto("/plans");
    await expect(page.locator("html"), "the choice is kept").toHaveAttribute("lang", language === "en" ? /^fr/ : /^en/);
  });
});
