// Two people on one form, the history of a record, and one's own account.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, firstLink, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: { done: "What was done since the last report", send: "Send the report", conflict: "Somebody else changed this while you had it open", theirs: "Saved now", keep: "Keep what is saved and drop what I wrote", recorded: "Your update is recorded. Thank you.", history: "History", account: "My account", weekly: "Once a week, on its first working day", reminders: "Reminders", save: "Save", zone: "Time zone", pacific: "Pacific (Vancouver)" },
  fr: { done: "Ce qui a été fait depuis la dernière mise à jour", send: "Envoyer la mise à jour", conflict: "Quelqu’un d’autre a modifié ceci pendant que vous l’aviez sous les yeux", theirs: "Enregistré maintenant", keep: "Garder ce qui est enregistré et laisser tomber ce que j’ai écrit", recorded: "mise à jour est consignée", history: "Historique", account: "Mon compte", weekly: "Une fois par semaine, le premier jour ouvrable", reminders: "Rappels", save: "Enregistrer", zone: "Fuseau horaire", pacific: "Pacifique (Vancouver)" },
};

inBothLanguages(WORDS, (language, words) => {
  test("the second of two reports stands beside the first, and either can be kept", async ({ page, browser, baseURL, withJs }) => {
    await signIn(page, "coordinator");
    const form = `${await firstLink(page, await demoPlan(page), /^\/measures\/\d+$/)}/report`;
    await open(page, form, language);
    const context = await browser.newContext({ javaScriptEnabled: withJs, ...(baseURL ? { baseURL } : {}) });
    const other = await context.newPage();
    await signIn(other, "coordinator");
    await open(other, form, language);

    await other.getByLabel(words.done).fill("The faster report.");
    await other.getByRole("button", { name: words.send }).click();
    await expect(other.getByText(words.recorded)).toBeVisible();
    await context.close();

    await page.getByLabel(words.done).fill("The slower report.");
    await page.getByRole("button", { name: words.send }).click();
    const told = page.getByRole("alert");
    await expect(told.getByRole("heading", { name: words.conflict })).toBeVisible();
    await expect(told.getByText(words.theirs).first()).toBeVisible();
    await expect(told.getByText("The faster report.")).toBeVisible();
    await expect(told.getByText("The slower report.")).toBeVisible();
    await expect(page.getByLabel(words.done)).toHaveValue("The slower report.");
    await expectAccessible(page, withJs);

    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.recorded)).toBeVisible();
    await page.getByRole("heading", { name: words.history, exact: true }).click();
    await expect(page.locator(".history-list > li").first()).toBeVisible();
    await expectAccessible(page, withJs);
  });

  test("what is saved can be kept instead", async ({ page, browser, baseURL, withJs }) => {
    await signIn(page, "coordinator");
    const form = `${await firstLink(page, await demoPlan(page), /^\/measures\/\d+$/)}/report`;
    await open(page, form, language);
    const context = await browser.newContext({ javaScriptEnabled: withJs, ...(baseURL ? { baseURL } : {}) });
    const other = await context.newPage();
    await signIn(other, "coordinator");
    await open(other, form, language);
    await other.getByLabel(words.done).fill("Already said.");
    await other.getByRole("button", { name: words.send }).click();
    await context.close();
    await page.getByLabel(words.done).fill("Said too late.");
    await page.getByRole("button", { name: words.send }).click();
    await page.getByRole("link", { name: words.keep }).click();
    await expect(page.getByLabel(words.done)).toHaveValue("");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("everybody has an account of their own to choose in", async ({ page, withJs }) => {
    await signIn(page, "reader");
    await open(page, "/account", language);
    await expect(page.getByRole("heading", { name: words.account, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.reminders).selectOption({ label: words.weekly });
    await page.getByLabel(words.zone).selectOption({ label: words.pacific });
    await page.locator("#field-person-lang").selectOption(language);
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByRole("status").first()).toBeVisible();
    await expect(page.getByLabel(words.zone)).toHaveValue("America/Vancouver");
    await expectAccessible(page, withJs);
  });
});
