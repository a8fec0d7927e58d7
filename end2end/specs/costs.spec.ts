// Costs: totals with what is not in them, a line added and archived, the table for spreadsheets.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: {
    total: "$7,306,000",
    shared: "of which $2,030,000 shared by several organisations",
    untracked: "Not tracked",
    add: "Add a line",
    activity: "Activity, in English",
    year: "Fiscal year",
    amount: "Amount",
    save: "Save the line",
    problem: "There is a problem",
    change: "Change “Translation en”",
    why: "Why do you archive it?",
    archive: "Archive the line",
    archived: "The line is archived.",
    csv: /table for spreadsheets/,
  },
  fr: {
    total: "7 306 000 $",
    shared: "dont 2 030 000 $ partagés entre plusieurs organisations",
    untracked: "Non suivi",
    add: "Ajouter une ligne",
    activity: "Activité, en anglais",
    year: "Exercice",
    amount: "Montant",
    save: "Enregistrer la ligne",
    problem: "Il y a un problème",
    change: "Modifier « Translation fr »",
    why: "Pourquoi l’archivez-vous?",
    archive: "Archiver la ligne",
    archived: "La ligne est archivée.",
    csv: /tableau pour tableur/,
  },
};

inBothLanguages(WORDS, (language, words) => {
  test("costs say what is not in a total, and a line is recorded and archived", async ({ page, withJs }) => {
    await signIn(page, "coordinator");
    const costs = `${await demoPlan(page)}/costs`;
    await open(page, costs, language);
    await expect(page.getByText(words.total).first()).toBeVisible();
    await expect(page.getByText(words.shared).first()).toBeVisible();
    await expect(page.getByText(words.untracked, { exact: true }).first()).toBeVisible();
    await expectAccessible(page, withJs);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: words.csv }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);

    await page.getByRole("link", { name: words.add, exact: true }).click();
    await page.getByLabel(words.activity).fill(`Translation ${language}`);
    await page.getByLabel(words.amount, { exact: true }).or(page.getByLabel(new RegExp(`^${words.amount}\\s\\(`))).fill("12 345");
    await page.getByRole("button", { name: words.save }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.year).fill("2026-27");
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: words.save }).click();
    await page.getByRole("link", { name: words.change }).click();
    await page.getByLabel(words.why).fill("Essai");
    await page.getByRole("button", { name: words.archive }).click();
    await expect(page.getByText(words.archived)).toBeVisible();
  });

  test("the tables fit on a telephone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await signIn(page, "reader");
    await open(page, `${await demoPlan(page)}/costs`, language);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
