// An extension is asked for and decided, a claim is verified, and a measure's dates are drawn: by mail, with and
// without scripts, in both languages.
import { expectAccessible } from "../harness/axe.js";
import { decoded } from "../harness/mail.js";
import { demoPlan, signIn } from "../harness/people.js";
import { Suivi } from "../harness/server.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: {
    ask: "Ask for an extension", date: "New date", why: "Why is more time needed?", send: "Ask for the extension", problem: "There is a problem",
    asked: "The extension is asked for.", reason: "Two provinces answer late <b>.", subject: /Extension asked for|Prolongation demand/,
    decide: "Decide the extension", other: "Grant another date", granted: "Date granted", record: "Record the decision", decided: "The decision is recorded",
    impact: "What follows from the delay?", waits: "The guide waits.",
    deliverable: "Profile approved and in use", tooLate: "A deliverable cannot be due after its measure", moves: "Deliverables that move with the measure",
    later: "January 2032", sooner: "September 2031", originally: /originally\s[A-Z][a-z]+\s20\d\d/, moved: /new date:\sSeptember\s2031/,
    until: "December 2031", before: "October 2031", verify: "Verify the claim", accept: /It is done: close the measure/, notes: "Notes",
    answer: "Record the answer", answered: "Your answer is recorded", closed: "Verified and closed", timeline: "Timeline", table: "The same dates in a table",
    drop: "Drop, replace or hand over", dropped: "It is no longer to be done", dropWhy: "Why?", ended: "No longer applicable", toDrop: /10$/,
  },
  fr: {
    ask: "Demander une prolongation", date: "Nouvelle date", why: "Pourquoi faut-il plus de temps?", send: "Demander la prolongation", problem: "Il y a un problème",
    asked: "La prolongation est demandée.", reason: "Deux provinces tardent à répondre <b>.", subject: /Extension asked for|Prolongation demand/,
    decide: "Décider de la prolongation", other: "Accorder une autre date", granted: "Date accordée", record: "Consigner la décision", decided: "La décision est consignée",
    impact: "Quelles sont les conséquences du retard?", waits: "Le guide attend.",
    deliverable: "Profil approuvé et en usage", tooLate: "Un livrable ne peut pas être attendu après sa mesure", moves: "Livrables qui suivent la mesure",
    later: "janvier 2034", sooner: "septembre 2033", originally: /à l’origine\s\p{L}+\s20\d\d/u, moved: /nouvelle date\s:\sseptembre\s2033/,
    until: "décembre 2033", before: "octobre 2033", verify: "Vérifier la déclaration", accept: /Tout est fait/, notes: "Notes",
    answer: "Consigner la réponse", answered: "Votre réponse est consignée", closed: "Vérifiée et fermée", timeline: "Ligne du temps", table: "Les mêmes dates en tableau",
    drop: "Abandonner, remplacer ou transférer", dropped: "Elle n’est plus à faire", dropWhy: "Pourquoi?", ended: "Sans objet", toDrop: /\s8$/,
  },
};

inBothLanguages(WORDS, (language, words) => {
  test("an extension goes from its lead to somebody else and back", async ({ page, suivi, withJs }) => {
    await signIn(page, { name: "Thomas MacIsaac" });
    await open(page, await demoPlan(page), language);
    const measure = (await page.locator("a.measure-link").filter({ hasText: /21$/ }).first().getAttribute("href")) ?? "";
    await open(page, measure, language);
    await expect(page.getByRole("heading", { name: words.timeline })).toBeVisible();
    await page.getByText(words.table).click();
    await expectAccessible(page, withJs);
    await page.getByRole("link", { name: words.ask }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.why).fill(words.reason);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expect(page.getByLabel(words.why)).toHaveValue(words.reason);
    await page.getByLabel(words.date).fill(words.until);
    await page.getByLabel(words.impact).fill(words.waits);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.asked)).toBeVisible();
    await expect
      .poll(async () => (await suivi.mails()).map(decoded).some((mail) => mail.includes("tardent") || mail.includes("answer late")))
      .toBe(true);

    await signIn(page, "executive");
    await open(page, measure, language);
    await page.getByRole("link", { name: words.decide }).click();
    await expect(page.getByText(words.reason).first()).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.other).check();
    await page.getByLabel(words.granted).fill(words.before);
    await page.getByRole("button", { name: words.record }).click();
    await expect(page.getByText(words.decided)).toBeVisible();
    await expect(page.getByText(words.before.replace(" ", "\u00a0")).or(page.getByText(words.before)).first()).toBeVisible();
    await expectAccessible(page, withJs);
  });

  test("a deliverable with a date of its own moves with its measure, and its first date stays", async ({ page, withJs }) => {
    await signIn(page, { name: "Aminata Diallo" });
    await open(page, await demoPlan(page), language);
    const measure = (await page.locator("a.measure-link").filter({ hasText: /\s5$/ }).first().getAttribute("href")) ?? "";
    await open(page, `${measure}/extension`, language);
    await page.getByLabel(words.date, { exact: true }).fill(words.until);
    await page.getByLabel(words.deliverable).fill(words.later);
    await page.getByLabel(words.why).fill(words.reason);
    await page.getByLabel(words.impact).fill(words.waits);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.tooLate).first()).toBeVisible();
    await expect(page.getByLabel(words.deliverable)).toHaveValue(words.later);
    await expectAccessible(page, withJs);
    await page.getByLabel(words.deliverable).fill(words.until);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.asked)).toBeVisible();

    await signIn(page, "executive");
    await open(page, measure, language);
    await page.getByRole("link", { name: words.decide }).click();
    await expect(page.getByText(words.moves).first()).toBeVisible();
    await page.getByLabel(words.other).check();
    await expect(page.getByLabel(words.deliverable)).toHaveValue(new RegExp(words.until.replace(" ", "\\s")));
    await expectAccessible(page, withJs);
    await page.getByLabel(words.granted, { exact: true }).fill(words.before);
    await page.getByRole("button", { name: words.record }).click();
    await expect(page.getByText(words.tooLate).first()).toBeVisible();
    await expect(page.getByLabel(words.granted, { exact: true })).toHaveValue(words.before);
    await page.getByLabel(words.deliverable).fill(words.sooner);
    await page.getByRole("button", { name: words.record }).click();
    await expect(page.getByText(words.decided)).toBeVisible();
    await expect(page.getByText(words.moved).first()).toBeVisible();
    await expect(page.locator("section", { has: page.locator("#deliverables") }).getByText(words.originally)).toBeVisible();
    await expectAccessible(page, withJs);
  });

  test("a coordinator verifies a claim, and an executive drops what is no longer needed", async ({ browser, withJs }) => {
    // The demo has one claim that waits: whoever answers it has a Suivi of their own.
    const own = await Suivi.start();
    const context = await browser.newContext({ javaScriptEnabled: withJs, baseURL: own.url });
    const page = await context.newPage();
    await signIn(page, "coordinator");
    await open(page, "/", language);
    await page.getByRole("link", { name: words.verify }).first().click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.accept).check();
    await page.getByLabel(words.notes).fill("OK");
    await page.getByRole("button", { name: words.answer }).click();
    await expect(page.getByText(words.answered)).toBeVisible();
    await expect(page.getByText(words.closed).first()).toBeVisible();

    await signIn(page, "executive");
    const plan = await demoPlan(page);
    await open(page, plan, language);
    await page.locator("a.measure-link").filter({ hasText: words.toDrop }).first().click();
    await page.getByRole("link", { name: words.drop }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.dropped).check();
    await page.getByLabel(words.dropWhy).fill("OK");
    await page.getByRole("button", { name: words.record }).click();
    await expect(page.getByText(words.ended).first()).toBeVisible();
    await expectAccessible(page, withJs);
    await context.close();
    await own.stop();
  });
});
