// Entering: by a link in a mail that works once, or not at all.
import { expectAccessible } from "../harness/axe.js";
import { linkIn } from "../harness/mail.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: { title: "Sign in", email: "E-mail address", send: "Send me the link", sent: "Look at your mail", go: "Continue", work: "My work", problem: "There is a problem", out: "Sign out", used: "This sign-in link can no longer be used" },
  fr: { title: "Ouvrir une session", email: "Adresse de courriel", send: "M’envoyer le lien", sent: "Consultez votre courriel", go: "Continuer", work: "Mon travail", problem: "Il y a un problème", out: "Fermer la session", used: "Ce lien d’ouverture de session ne peut plus servir" },
};

inBothLanguages(WORDS, (language, words) => {
  test("a link in a mail signs in once, and only once", async ({ page, suivi, withJs }) => {
    await open(page, "/sign-in", language);
    await expect(page.getByRole("heading", { name: words.title, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    const before = await suivi.mails();
    await page.getByLabel(words.email).fill(await suivi.someAddress());
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.sent })).toBeVisible();
    await expectAccessible(page, withJs);

    const link = await linkIn(suivi, /\/sign-in\/link\/\S+/, before);
    await page.goto(link);
    await expectAccessible(page, withJs);
    await page.getByRole("button", { name: words.go }).click();
    await expect(page.getByRole("heading", { name: words.work, level: 1 })).toBeVisible();
    await page.getByRole("button", { name: words.out }).click();

    await page.goto(link);
    const go = page.getByRole("button", { name: words.go });
    if (await go.isVisible()) await go.click();
    await expect(page.getByText(words.used)).toBeVisible();
  });

  test("an unknown address is answered like a known one", async ({ page, suivi }) => {
    const before = (await suivi.mails()).length;
    await open(page, "/sign-in", language);
    await page.getByLabel(words.email).fill("nobody@example.org");
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.sent })).toBeVisible();
    expect(await suivi.mails()).toHaveLength(before);
  });

  test("what is not an address comes back as it was typed", async ({ page }) => {
    await open(page, "/sign-in", language);
    const field = page.getByLabel(words.email);
    await field.evaluate((input: HTMLInputElement) => input.setAttribute("type", "text"));
    await field.fill("not an address");
    await page.getByRole("button", { name: words.send }).click();
    await expect(field).toHaveValue("not an address");
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await page.getByRole("link", { name: words.email }).click();
    await expect(page, "the summary leads to the field").toHaveURL(/#field-email$/);
    await expect(page).toHaveTitle(language === "en" ? /^Error: / : /^Erreur/);
  });
});
