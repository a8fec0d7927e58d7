// Administration: an organisation and people come and go, a table is corrected and added, settings take effect.
import { expectAccessible } from "../harness/axe.js";
import { signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const PAGES = ["/admin", "/admin/people", "/admin/people/new", "/admin/people/import", "/admin/organisations", "/admin/organisations/new", "/admin/settings", "/admin/mail"];

const WORDS = {
  en: { code: "Short code", nameEn: "Name in English", nameFr: "Name in French", add: "Add", added: "The organisation is added.", taken: "This exists already.", archive: "Archive", archiveDo: "Archive it", reason: "Reason", archived: "It is archived.", restore: "Restore", restored: "It is back in use.", name: "Name", email: "E-mail address", lead: "Lead", invited: "The person is added, and an invitation is on its way.", roles: "Give or take back a role", giveDo: "Give the role", given: "The role is given.", table: "Table", read: "See what will happen", noRole: "There is no such role", again: "Read it again", addTwo: "Add 2 people", addedAll: "The people and roles of your table are added.", instance: "Evaluation Branch", save: "Save changes", kept: "The settings are saved", links: "Sign in by a link sent by mail", passwords: "Sign in with a password", noWay: "Leave links or passwords on" },
  fr: { code: "Sigle", nameEn: "Nom en anglais", nameFr: "Nom en français", add: "Ajouter", added: "L’organisation est ajoutée.", taken: "Ceci existe déjà.", archive: "Archiver", archiveDo: "Archiver", reason: "Motif", archived: "L’archivage est fait.", restore: "Rétablir", restored: "Le rétablissement est fait.", name: "Nom", email: "Adresse de courriel", lead: "Responsable", invited: "La personne est ajoutée et une invitation est en route.", roles: "Donner ou retirer un rôle", giveDo: "Donner le rôle", given: "Le rôle est donné.", table: "Tableau", read: "Voir ce qui se passera", noRole: "Ce rôle n’existe pas", again: "Relire", addTwo: "Ajouter 2\u00a0personnes", addedAll: "Les personnes et les rôles de votre tableau sont ajoutés.", instance: "Direction de l’évaluation", save: "Enregistrer les changements", kept: "Les paramètres sont enregistrés", links: "Session par un lien envoyé par courriel", passwords: "Session par mot de passe", noWay: "Gardez les liens ou les mots de passe" },
};

inBothLanguages(WORDS, (language, words) => {
  // Both languages and both browsers write into the same instance.
  const own = (withJs: boolean) => `${language}${withJs ? "js" : ""}`;

  test("every page of administration is accessible, on a telephone too", async ({ page, withJs }) => {
    await signIn(page, "administrator");
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of PAGES) {
        await open(page, path, language);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page, withJs);
        if (!withJs) continue;
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });

  test("an organisation is added, archived with a reason and restored", async ({ page, withJs }) => {
    const code = `T${own(withJs)}`.toUpperCase();
    await signIn(page, "administrator");
    await open(page, "/admin/organisations/new", language);
    await page.getByLabel(words.code, { exact: true }).fill("grc");
    await page.getByLabel(words.nameEn).fill("Second one");
    await page.getByRole("button", { name: words.add, exact: true }).click();
    await expect(page.getByText(words.taken).first()).toBeVisible();
    await expect(page.getByLabel(words.nameEn)).toHaveValue("Second one");
    await expectAccessible(page, withJs);
    await page.getByLabel(words.code, { exact: true }).fill(code);
    await page.getByLabel(words.nameFr).fill("La seconde");
    await page.getByRole("button", { name: words.add, exact: true }).click();
    await expect(page.getByText(words.added)).toBeVisible();
    await page.getByRole("heading", { name: words.archive, exact: true }).click();
    await page.getByLabel(words.reason).fill("A trial");
    await page.getByRole("button", { name: words.archiveDo, exact: true }).click();
    await expect(page.getByText(words.archived)).toBeVisible();
    await expect(page.getByText("A trial").first()).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.reason).fill("In use again");
    await page.getByRole("button", { name: words.restore }).click();
    await expect(page.getByText(words.restored)).toBeVisible();
  });

  test("a person is invited by mail and given another role", async ({ page, suivi, withJs }) => {
    const email = `zoe.${own(withJs)}@example.org`;
    await signIn(page, "administrator");
    await open(page, "/admin/people/new", language);
    await page.getByLabel(words.name, { exact: true }).fill("Zoé Tremblay");
    await page.getByLabel(words.email).fill(email);
    await page.getByRole("checkbox", { name: words.lead, exact: true }).check();
    await page.getByRole("button", { name: words.add, exact: true }).click();
    await expect(page.getByText(words.invited)).toBeVisible();
    await expectAccessible(page, withJs);
    await expect.poll(async () => (await suivi.mails()).some((mail) => mail.includes(email)), { timeout: 15_000 }).toBe(true);
    await page.getByRole("link", { name: words.roles }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(/^(Role|Rôle)$/).selectOption("reader");
    await page.getByRole("button", { name: words.giveDo }).click();
    await expect(page.getByText(words.given)).toBeVisible();
  });

  test("a table is corrected and then added as a whole", async ({ page, withJs }) => {
    const row = (name: string, role: string) => `${name},${name}.${own(withJs)}@example.org,fr,SP,${role}`;
    const header = "nom,courriel,langue,organisation,rôle";
    await signIn(page, "administrator");
    await open(page, "/admin/people/import", language);
    await page.getByLabel(words.table, { exact: true }).fill([header, row("ada", "king"), row("bob", "lead")].join("\n"));
    await page.getByRole("button", { name: words.read, exact: true }).click();
    await expect(page.getByText(words.noRole).first()).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.table, { exact: true }).fill([header, row("ada", "reader"), row("bob", "lead")].join("\n"));
    await page.getByRole("button", { name: words.again }).click();
    await expectAccessible(page, withJs);
    await page.getByRole("button", { name: words.addTwo }).click();
    await expect(page.getByText(words.addedAll)).toBeVisible();
  });

  test("settings take effect, and never lock everybody out", async ({ page, withJs }) => {
    await signIn(page, "administrator");
    await open(page, "/admin/settings", language);
    await page.getByLabel(language === "en" ? words.nameEn : words.nameFr).fill(words.instance);
    await page.getByRole("button", { name: words.save }).first().click();
    await expect(page.getByText(words.kept)).toBeVisible();
    await expect(page.getByRole("banner")).toContainText(words.instance);
    await page.getByLabel(words.links).uncheck();
    await page.getByLabel(words.passwords).uncheck();
    await page.getByRole("button", { name: words.save }).nth(1).click();
    await expect(page.getByText(words.noWay).first()).toBeVisible();
    await expectAccessible(page, withJs);
  });
});
