// The coordination puts a draft right, approves it, amends it beside its baseline, names an owner and sees what is open.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, openImport, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: {
    create: "Create the plan", title: "Title of the plan", edit: "Edit the plan", titleFr: "Title (French)", save: "Save", saved: "The plan is saved.", url: "Where to read the report", problem: "There is a problem", missing: "See which", add: /Add it/, textFr: "Text (French)", measureSaved: "The measure is saved.", approve: "Approve the plan", approved: "The plan is approved", amend: "Amend this measure", textEn: "Text (English)", why: "Why this is changed", saveAmendment: "Save the amendment", change: /change since the approval/, wording: /Approved wording/, close: "Close the plan", open: "Some are still open", owner: "Name the owner", words: "Owner in words", name: "Name the owner", named: "The owner is named.", editRecommendation: /Edit the recommendation/, reasonEn: "Reason (English)", recommendationSaved: "The recommendation is saved.",
  },
  fr: {
    create: "Créer le plan", title: "Titre du plan", edit: "Modifier le plan", titleFr: "Titre (français)", save: "Enregistrer", saved: "Le plan est enregistré.", url: "Où lire le rapport", problem: "Il y a un problème", missing: "Voir lesquels", add: /L’ajouter/, textFr: "Texte (français)", measureSaved: "La mesure est enregistrée.", approve: "Approuver le plan", approved: "Le plan est approuvé", amend: "Modifier cette mesure approuvée", textEn: "Texte (anglais)", why: "Motif de la modification", saveAmendment: "Enregistrer la modification", change: /modification depuis l’approbation/, wording: /Texte approuvé/, close: "Fermer le plan", open: "Certaines sont encore ouvertes", owner: "Nommer une personne responsable", words: "Responsable en toutes lettres", name: "Nommer une personne responsable", named: "La personne responsable est nommée.", editRecommendation: /Modifier la recommandation/, reasonEn: "Motif (anglais)", recommendationSaved: "La recommandation est enregistrée.",
  },
};

inBothLanguages(WORDS, (language, words) => {
  test("a draft is put right, approved and amended beside its baseline", async ({ page, withJs }) => {
    await signIn(page, "coordinator");
    await open(page, await openImport(page), language);
    await page.getByLabel(words.title).fill("Service standards");
    await page.getByRole("button", { name: words.create }).click();
    const plan = new URL(page.url()).pathname;

    await page.getByRole("link", { name: words.edit, exact: true }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.titleFr).fill("Normes de service");
    await page.getByLabel(words.url).fill("not a link");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expect(page.getByLabel(words.titleFr)).toHaveValue("Normes de service");
    await expect(page.getByLabel(words.titleFr)).toHaveAttribute("lang", "fr");
    await expectAccessible(page, withJs);
    await page.getByLabel(words.url).fill("https://example.gc.ca/report");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await expectAccessible(page, withJs);

    await page.getByRole("link", { name: words.editRecommendation }).first().click();
    await page.locator("#field-answer-kind").selectOption("rejected");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByRole("heading", { name: words.problem })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.reasonEn).fill("Done already.");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByText(words.recommendationSaved)).toBeVisible();

    await page.getByRole("link", { name: words.missing }).click();
    await expectAccessible(page, withJs);
    await page.locator("a[href*='/measures/']").first().click();
    await expect(page.getByLabel(words.textFr)).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.textFr).fill("Convenir des normes avec les régions");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByText(words.measureSaved)).toBeVisible();
    const measure = new URL(page.url()).pathname;

    await open(page, plan, language);
    await page.getByRole("button", { name: words.approve }).click();
    await expect(page.getByText(words.approved)).toBeVisible();
    await open(page, measure, language);
    await page.getByRole("link", { name: words.amend }).click();
    await page.getByLabel(words.textEn).fill("Agree on the standards with every region");
    await page.getByRole("button", { name: words.saveAmendment }).click();
    await expect(page.getByLabel(words.why)).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page, withJs);
    await page.getByLabel(words.why).fill("Clearer");
    await page.getByRole("button", { name: words.saveAmendment }).click();
    await page.getByText(words.change).click();
    await expect(page.getByText(words.wording).first()).toBeVisible();
    await expect(page.getByText("Agree on the standards with the regions").first()).toBeVisible();
    await expectAccessible(page, withJs);

    await page.getByRole("link", { name: words.owner }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.words).fill("Director, Service");
    await page.getByRole("button", { name: words.name }).click();
    await expect(page.getByText(words.named)).toBeVisible();
  });

  test("a plan with open measures does not close, and says which are open", async ({ page, withJs }) => {
    await signIn(page, "coordinator");
    await open(page, await demoPlan(page), language);
    await page.getByText(words.close, { exact: true }).first().click();
    await page.getByRole("button", { name: words.close }).click();
    await expect(page.getByRole("alert")).toContainText(words.open);
    await expectAccessible(page, withJs);
  });
});
