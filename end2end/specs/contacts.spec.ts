// Somebody without an account answers by a link, and the coordination publishes or declines the answer.
import { expectAccessible } from "../harness/axe.js";
import { linkIn } from "../harness/mail.js";
import { demoPlan, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: { ask: "Ask a contact by mail", name: "Name", email: "E-mail", lang: "Language of the mail", letter: "What they will read", send: "Send the mail", sent: "The mail with the link is on its way.", title: "Where does this measure stand?", done: "What was done since the last report", started: "In progress", percent: "Percent done", answer: "Send the answer", problem: "There is a problem", thanks: "Your answer has arrived.", closed: "This link opens nothing any more", waiting: "Answers to look at", look: "Look at the answer", reason: "Why it stays out of the record", decline: "Decline the answer", declined: "The answer stays out of the record.", publish: "Publish the answer", published: "The answer is part of the record.", said: "The agreement was signed in December." },
  fr: { ask: "Demander à un contact par courriel", name: "Nom", email: "Adresse", lang: "Langue du courriel", letter: "Ce qu’elle lira", send: "Envoyer le courriel", sent: "Le courriel avec le lien est en route.", title: "Où en est cette mesure?", done: "Ce qui a été fait depuis la dernière mise à jour", started: "En cours", percent: "Pourcentage réalisé", answer: "Envoyer la réponse", problem: "Il y a un problème", thanks: "Votre réponse est arrivée.", closed: "Ce lien n’ouvre plus rien", waiting: "Réponses à examiner", look: "Examiner la réponse", reason: "Pourquoi elle reste hors du dossier", decline: "Écarter la réponse", declined: "La réponse reste hors du dossier.", publish: "Publier la réponse", published: "La réponse fait partie du dossier.", said: "L’entente a été signée en décembre." },
};

inBothLanguages(WORDS, (language, words) => {
  for (const published of [false, true]) {
    test(`an answer without an account is ${published ? "published" : "declined"}`, async ({ page, suivi, withJs }) => {
      await signIn(page, "coordinator");
      const plan = await demoPlan(page);
      await open(page, `${plan}/reporting`, language);
      await page.getByRole("link", { name: words.ask }).first().click();
      await expect(page.getByRole("heading", { name: words.letter })).toBeVisible();
      await expectAccessible(page, withJs);
      const before = await suivi.mails();
      await page.getByLabel(words.name, { exact: true }).fill("Anne Roy");
      await page.locator("#field-email").fill("anne.roy@example.org");
      await page.getByLabel(words.lang).selectOption(language);
      await page.getByRole("button", { name: words.send }).click();
      await expect(page.getByText(words.sent)).toBeVisible();
      await expect(page.getByText("anne.roy@example.org").first()).toBeVisible();
      await expectAccessible(page, withJs);

      const link = await linkIn(suivi, /http:[^\s"<>]+\/answer\/[^\s"<>]+/, before);
      await page.context().clearCookies();
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1, name: words.title })).toBeVisible();
      await expectAccessible(page, withJs);
      await page.getByLabel(words.started, { exact: true }).check();
      await page.getByLabel(words.done).fill(words.said);
      await page.getByLabel(words.percent).fill("a lot");
      await page.getByRole("button", { name: words.answer }).click();
      await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
      await expect(page.getByLabel(words.done)).toHaveValue(words.said);
      await page.getByLabel(words.percent).fill("60");
      await page.getByRole("button", { name: words.answer }).click();
      await expect(page.getByText(words.thanks)).toBeVisible();
      await expectAccessible(page, withJs);
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1, name: words.closed })).toBeVisible();
      await expectAccessible(page, withJs);

      await signIn(page, "coordinator");
      await open(page, "/", language);
      await expect(page.getByRole("heading", { name: words.waiting })).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: words.look }).first().click();
      await expect(page.getByText(words.said)).toBeVisible();
      await expectAccessible(page, withJs);
      if (published) {
        await page.getByRole("button", { name: words.publish }).click();
        await expect(page.getByText(words.published)).toBeVisible();
        await expect(page.getByText(/Anne Roy(, [A-Z]+)? \(/).first()).toBeVisible();
      } else {
        await page.getByLabel(words.reason).fill("It is about another measure.");
        await page.getByRole("button", { name: words.decline }).click();
        await expect(page.getByText(words.declined)).toBeVisible();
      }
    });
  }

  test("a file is sent without an account and opened by the coordination", async ({ page, suivi, withJs }) => {
    await signIn(page, "coordinator");
    const plan = await demoPlan(page);
    await open(page, `${plan}/reporting`, language);
    await page.getByRole("link", { name: words.ask }).first().click();
    const before = await suivi.mails();
    await page.getByLabel(words.name, { exact: true }).fill("Anne Roy");
    await page.locator("#field-email").fill("anne.roy@example.org");
    await page.getByLabel(words.lang).selectOption(language);
    await page.locator("#field-purpose").selectOption("evidence");
    await page.getByRole("button", { name: words.send }).click();
    const link = await linkIn(suivi, /http:[^\s"<>]+\/answer\/[^\s"<>]+/, before);
    await page.context().clearCookies();
    await page.goto(link);
    await expectAccessible(page, withJs);
    await page.locator("#field-proof-title").fill("Minutes <b>");
    await page.locator("#field-proof-marking").selectOption("unclassified");
    await page.locator("#field-proof-document").setInputFiles({ name: "minutes.txt", mimeType: "text/plain", buffer: Buffer.from("Held.\n") });
    await page.getByRole("button", { name: words.answer }).click();
    await expect(page.getByText(words.thanks)).toBeVisible();

    await signIn(page, "coordinator");
    await open(page, "/", language);
    await page.getByRole("main").getByRole("link", { name: words.look }).first().click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: /minutes\.txt/ }).click();
    expect((await download).suggestedFilename()).toBe("minutes.txt");
    await expectAccessible(page, withJs);
    await page.getByLabel(words.reason).fill("It is about another measure.");
    await page.getByRole("button", { name: words.decline }).click();
    await expect(page.getByText(words.declined)).toBeVisible();
  });
});
