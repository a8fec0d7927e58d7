// A member proposes a decision in a comment, the coordinator finds it, decides, and sets another one aside: with and
// without scripts, in both languages. A reader sees nothing of it.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, signIn } from "../harness/people.js";
import { Suivi } from "../harness/server.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: {
    comments: "Comments", comment: "Comment", proposes: "Do you propose a decision?", drop: "No longer to be done", other: "Another decision", send: "Add the comment",
    problem: "There is a problem", added: "Your comment is added.", why: "The regions do this <b> already.", second: "Meet in Halifax for once.",
    answer: "Answer the proposal", decide: "Decide about the measure", dropped: "It is no longer to be done", reason: "Why?", record: "Record the decision", decided: "The decision is recorded",
    aside: "Set it aside", recordAnswer: "Record the answer", answered: "Your answer is recorded", because: "Too far for most.",
    follows: "This decision follows it",
    followed: /Followed by Nathalie Bergeron on/, setAside: /Set aside by Nathalie Bergeron on/,
  },
  fr: {
    comments: "Commentaires", comment: "Commentaire", proposes: "Proposez-vous une décision?", drop: "N’est plus à faire", other: "Une autre décision", send: "Ajouter le commentaire",
    problem: "Il y a un problème", added: "Votre commentaire est ajouté.", why: "Les régions le font <b> déjà.", second: "Se réunir une fois à Halifax.",
    answer: "Répondre à la proposition", decide: "Décider du sort de la mesure", dropped: "Elle n’est plus à faire", reason: "Pourquoi?", record: "Consigner la décision", decided: "La décision est consignée",
    aside: "L’écarter", recordAnswer: "Consigner la réponse", answered: "Votre réponse est consignée", because: "Trop loin pour la plupart.",
    follows: "Cette décision la suit",
    followed: /Suivie par Nathalie Bergeron le/, setAside: /Écartée par Nathalie Bergeron le/,
  },
};

inBothLanguages(WORDS, (language, words) => {
  test("a member proposes, the coordinator decides one proposal and sets another aside", async ({ browser, withJs }) => {
    // What is decided ends a measure of the demo: this story has a Suivi of its own.
    const own = await Suivi.start();
    const context = await browser.newContext({ javaScriptEnabled: withJs, baseURL: own.url });
    const page = await context.newPage();
    await signIn(page, "member");
    await open(page, await demoPlan(page), language);
    const measure = (await page.locator("a.measure-link").filter({ hasText: /\s9$/ }).first().getAttribute("href")) ?? "";
    const section = page.getByRole("region", { name: words.comments });
    const say = async (text: string, proposed: string) => {
      await section.getByLabel(words.comment, { exact: true }).fill(text);
      await section.getByLabel(words.proposes).selectOption({ label: proposed });
      await section.getByRole("button", { name: words.send }).click();
    };
    await open(page, measure, language);
    await expectAccessible(page, withJs);
    await say("", words.drop);
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expectAccessible(page, withJs);
    await say(words.why, words.drop);
    await expect(page.getByText(words.added)).toBeVisible();
    await say(words.second, words.other);
    await expect(section.getByText(words.second)).toBeVisible();
    await expect(section.getByText(words.why)).toBeVisible();
    await expectAccessible(page, withJs);

    await signIn(page, "reader");
    await open(page, measure, language);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(section).toHaveCount(0);

    await signIn(page, { name: "Nathalie Bergeron" });
    await open(page, "/", language);
    const asked = page.getByRole("listitem").filter({ has: page.locator(`a[href="${measure}"]`) });
    await asked.getByRole("link", { name: words.answer }).first().click();
    await expect(page.getByText(words.why).first()).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByRole("link", { name: words.decide }).click();
    await expect(page.getByLabel(words.dropped)).toBeChecked();
    await expect(page.getByLabel(words.follows)).not.toHaveCount(0);
    await expect(page.getByLabel(words.follows).first()).not.toBeChecked();
    await expect(page.getByText(words.why).first()).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.reason).fill("OK");
    await page.getByRole("button", { name: words.record }).click();
    await expect(page.getByText(words.decided)).toBeVisible();
    await expect(section.getByText(words.followed)).toBeVisible();

    await section.getByRole("link", { name: words.answer }).click();
    await page.getByLabel(words.aside).check();
    await page.getByRole("button", { name: words.recordAnswer }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.reason).first().fill(words.because);
    await page.getByRole("button", { name: words.recordAnswer }).click();
    await expect(page.getByText(words.answered)).toBeVisible();
    await expect(section.getByText(words.setAside)).toBeVisible();
    await expect(section.getByText(words.because)).toBeVisible();
    await context.close();
    await own.stop();
  });
});
