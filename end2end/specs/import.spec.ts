// A published plan becomes a plan: pasted or uploaded, compared, corrected, written, approved.
import { expectAccessible } from "../harness/axe.js";
import { PASTED, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: { text: "Text of the plan", read: "Read it", file: "File", send: "Upload and read it", check: "Check what was understood", title: "Title of the plan", due: "Due", create: "Create the plan", keep: "Keep corrections", kept: "Your corrections are kept.", created: "The plan was created as a draft.", approve: "Approve the plan", approved: "The plan is approved", problem: "There is a problem", date: "April 2026", none: "No management response and action plan was found" },
  fr: { text: "Texte du plan", read: "Lire", file: "Fichier", send: "Téléverser et lire", check: "Vérifier ce qui a été compris", title: "Titre du plan", due: "Échéance", create: "Créer le plan", keep: "Conserver les corrections", kept: "Vos corrections sont conservées.", created: "Le plan est créé à l’état d’ébauche.", approve: "Approuver le plan", approved: "Le plan est approuvé", problem: "Il y a un problème", date: "avril 2026", none: "Aucune réponse et aucun plan d’action" },
};

inBothLanguages(WORDS, (language, words) => {
  test("a pasted plan is corrected, written as a draft and approved", async ({ page, withJs }) => {
    await signIn(page, "coordinator");
    await open(page, "/import", language);
    await expectAccessible(page, withJs);
    await page.getByLabel(words.text).fill(PASTED);
    await page.getByRole("button", { name: words.read, exact: true }).click();
    await expect(page.getByRole("heading", { name: words.check })).toBeVisible();
    await expectAccessible(page, withJs);

    await expect(page.getByText("Publish quarterly figures").first()).toBeVisible();
    const due = page.getByLabel(words.due, { exact: true });
    await page.getByLabel(words.title).fill("Service standards");
    await due.first().fill("the day after never");
    await page.getByRole("button", { name: words.create }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expect(page.getByLabel(words.title)).toHaveValue("Service standards");
    await expect(due.first()).toHaveValue("the day after never");
    await expectAccessible(page, withJs);

    await due.first().fill(words.date);
    await page.getByRole("button", { name: words.keep }).click();
    await expect(page.getByText(words.kept)).toBeVisible();
    await expect(page.getByLabel(words.title)).toHaveValue("Service standards");
    await page.getByRole("button", { name: words.create }).click();
    await expect(page.getByText(words.created)).toBeVisible();
    await expect(page.getByRole("heading", { name: "Service standards", level: 1 })).toBeVisible();
    await expect(page.getByText(words.date).first()).toBeVisible();
    await expectAccessible(page, withJs);

    await page.getByRole("button", { name: words.approve }).click();
    await expect(page.getByText(words.approved)).toBeVisible();
    await expect(page.getByRole("button", { name: words.approve })).toHaveCount(0);
  });

  test("a plan is read from a file just as well", async ({ page }) => {
    await signIn(page, "coordinator");
    await open(page, "/import", language);
    await page.getByLabel(words.file, { exact: true }).setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from(PASTED) });
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.check })).toBeVisible();
    await expect(page.getByText("Publish quarterly figures").first()).toBeVisible();
  });

  test("a text without a plan is refused in words, and is still there", async ({ page, withJs }) => {
    await signIn(page, "coordinator");
    await open(page, "/import", language);
    await page.getByLabel(words.text).fill("Dear colleagues,\nsee you on Monday.");
    await page.getByRole("button", { name: words.read, exact: true }).click();
    await expect(page.getByRole("alert")).toContainText(words.none);
    await expect(page.getByLabel(words.text)).toHaveValue("Dear colleagues,\nsee you on Monday.");
    await expectAccessible(page, withJs);
  });
});
