// Evidence: a file and a link are added, replaced and withdrawn; nothing too sensitive is kept.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: {
    title: "Title",
    marking: "Security marking",
    unclassified: "Unclassified",
    protectedB: "Protected B (cannot be kept here)",
    file: "File",
    send: "Add this file",
    sendLink: "Add this link",
    problem: "There is a problem",
    refused: "Nothing above Protected A may be kept here.",
    again: "Choose the file again",
    added: "The evidence is added.",
    instead: "Add a link instead",
    address: "Web address",
    version: "Version 2",
    newVersion: "Add a new version",
    withdraw: "Withdraw",
    why: "Why do you withdraw it?",
    withdrawn: "Withdrawn on",
  },
  fr: {
    title: "Titre",
    marking: "Cote de sécurité",
    unclassified: "Non classifié",
    protectedB: "Protégé B (ne peut pas être conservé ici)",
    file: "Fichier",
    send: "Ajouter ce fichier",
    sendLink: "Ajouter ce lien",
    problem: "Il y a un problème",
    refused: "Rien de plus sensible que Protégé A ne peut être conservé ici.",
    again: "Choisissez de nouveau le fichier",
    added: "La preuve est ajoutée.",
    instead: "Ajouter plutôt un lien",
    address: "Adresse Web",
    version: "Version 2",
    newVersion: "Ajouter une nouvelle version",
    withdraw: "Retirer",
    why: "Pourquoi la retirez-vous?",
    withdrawn: "Retirée le",
  },
};

inBothLanguages(WORDS, (language, words) => {
  test("evidence is added, replaced and withdrawn, and nothing too sensitive is kept", async ({ page, withJs }) => {
    await signIn(page, "coordinator");
    const plan = await demoPlan(page);
    await page.goto(plan);
    // A measure of its own for each telling, so that they do not meet.
    const label = { en: ["Measure 6", "Measure 7"], fr: ["Measure 11", "Measure 14"] }[language][withJs ? 0 : 1] ?? "Measure 6";
    const measure = await page.getByRole("link", { name: label, exact: true }).first().getAttribute("href");
    const path = `${measure}/evidence`;
    await open(page, path, language);
    await expectAccessible(page, withJs);

    const file = { name: "compte-rendu.txt", mimeType: "text/plain", buffer: Buffer.from("Réunion tenue.\n") };
    await page.getByLabel(words.title, { exact: true }).fill(`Preuve ${language}`);
    await page.getByLabel(words.marking).selectOption({ label: words.protectedB });
    await page.getByLabel(words.file, { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expect(page.getByText(words.refused).first()).toBeVisible();
    await expect(page.getByText(words.again)).toBeVisible();
    await expect(page.getByLabel(words.title, { exact: true })).toHaveValue(`Preuve ${language}`);
    await expectAccessible(page, withJs);

    await page.getByLabel(words.marking).selectOption({ label: words.unclassified });
    await page.getByLabel(words.file, { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.added)).toBeVisible();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: `Preuve ${language}`, exact: true }).click();
    expect((await download).suggestedFilename()).toBe("compte-rendu.txt");

    const piece = page.getByRole("listitem").filter({ hasText: `Preuve ${language}` }).first();
    await piece.getByRole("link", { name: words.newVersion }).click();
    await page.getByLabel(words.marking).selectOption({ label: words.unclassified });
    await page.getByLabel(words.file, { exact: true }).setInputFiles({ ...file, buffer: Buffer.from("Corrigé.\n") });
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.version).first()).toBeVisible();

    await page.getByRole("link", { name: words.instead }).click();
    await page.getByLabel(words.address).fill("https://www.canada.ca/");
    await page.getByLabel(words.title, { exact: true }).fill(`Site ${language}`);
    await page.getByLabel(words.marking).selectOption({ label: words.unclassified });
    await page.getByRole("button", { name: words.sendLink }).click();
    const link = page.getByRole("listitem").filter({ hasText: `Site ${language}` }).first();
    await expect(link).toContainText("www.canada.ca");

    await link.getByRole("link", { name: words.withdraw }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.why).fill("Mauvaise adresse");
    await page.getByRole("button", { name: words.withdraw }).click();
    await expect(page.getByText(words.withdrawn)).toBeVisible();
    await expectAccessible(page, withJs);
  });
});
