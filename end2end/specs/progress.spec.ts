// A lead says where a measure stands: wrong at first, then right, and everybody sees it.
import { expectAccessible } from "../harness/axe.js";
import { signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: { report: "Report progress", percent: "Percent done", done: "What was done since the last report", obstacles: "What is in the way", complete: "Completed – to be verified", started: "In progress", send: "Send the report", problem: "There is a problem", error: /^Error: /, recorded: "Your update is recorded. Thank you.", said: "The liaison table met twice and agreed on its terms." },
  fr: { report: "Rendre compte", percent: "Pourcentage réalisé", done: "Ce qui a été fait depuis la dernière mise à jour", obstacles: "Ce qui fait obstacle", complete: "Terminée – à vérifier", started: "En cours", send: "Envoyer la mise à jour", problem: "Il y a un problème", error: /^Erreur/, recorded: "mise à jour est consignée", said: "La table de liaison s’est réunie deux fois et a convenu de son mandat." },
};

inBothLanguages(WORDS, (language, words) => {
  test("a lead reports progress from what is asked, and nothing typed is lost on the way", async ({ page, withJs }) => {
    await signIn(page, "lead");
    await open(page, "/", language);
    await page.getByRole("main").getByRole("link", { name: words.report }).first().click();
    await expect(page).toHaveURL(/\/measures\/\d+\/report/);
    await expectAccessible(page, withJs);

    await page.getByLabel(words.started, { exact: true }).check();
    await page.getByLabel(words.done).fill(words.said);
    await page.getByLabel(words.obstacles).fill("<b>&amp; “café”");
    await page.getByLabel(words.percent).fill("a lot");
    await page.getByRole("button", { name: words.send }).click();

    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expect(page).toHaveTitle(words.error);
    await expect(page.getByLabel(words.done)).toHaveValue(words.said);
    await expect(page.getByLabel(words.obstacles)).toHaveValue("<b>&amp; “café”");
    await expect(page.getByLabel(words.percent)).toHaveValue("a lot");
    await expect(page.getByLabel(words.percent)).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page, withJs);

    await page.getByLabel(words.percent).fill("40");
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.recorded)).toBeVisible();
    await expect(page.getByText(words.said).first()).toBeVisible();
    await expect(page.getByText("<b>&amp; “café”").first()).toBeVisible();
    await expectAccessible(page, withJs);

    const measure = new URL(page.url()).pathname;
    await signIn(page, "reader");
    await open(page, measure, language);
    await expect(page.getByText(words.said).first()).toBeVisible();
  });

  test("what was typed and not sent is there again, where scripts run", async ({ page, withJs }) => {
    test.skip(!withJs, "kept by a script");
    await signIn(page, "lead");
    await open(page, "/", language);
    await page.getByRole("main").getByRole("link", { name: words.report }).first().click();
    const form = page.url();
    await page.waitForLoadState("networkidle");
    await page.getByLabel(words.obstacles).fill("A vacant position");
    await page.goto("/plans");
    await page.goto(form);
    await expect(page.getByLabel(words.obstacles)).toHaveValue("A vacant position");
  });
});
