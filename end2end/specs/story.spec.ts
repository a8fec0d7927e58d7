// The whole story on an empty instance: the first link, a published plan, its lead, reminders, both reports.
import type { Page } from "@playwright/test";

import { expectAccessible } from "../harness/axe.js";
import { decoded, linkIn } from "../harness/mail.js";
import { PUBLISHED, SAMPLE } from "../harness/plan.js";
import { Suivi } from "../harness/server.js";
import { expect, inBothLanguages, test, type Language } from "../harness/test.js";

const WORDS = {
  en: { go: "Continue", code: "Short code", nameEn: "Name in English", nameFr: "Name in French", add: "Add", file: "File", upload: "Upload and read it", check: "Check what was understood", title: "Title of the plan", keep: "Keep corrections", kept: "Your corrections are kept.", create: "Create the plan", created: "The plan was created as a draft.", approve: "Approve the plan", approved: "The plan is approved", name: "Name", email: "E-mail address", lead: "Lead", invited: "The person is added, and an invitation is on its way.", out: "Sign out", welcome: /Welcome, /, later: "Not now", report: "Report progress", started: "In progress", done: "What was done since the last report", send: "Send the report", recorded: "Your update is recorded", meeting: "Status report for the next meeting", late: /\d,\d{3}\s+days/ },
  fr: { go: "Continuer", code: "Sigle", nameEn: "Nom en anglais", nameFr: "Nom en français", add: "Ajouter", file: "Fichier", upload: "Téléverser et lire", check: "Vérifier ce qui a été compris", title: "Titre du plan", keep: "Conserver les corrections", kept: "Vos corrections sont conservées.", create: "Créer le plan", created: "Le plan est créé à l’état d’ébauche.", approve: "Approuver le plan", approved: "Le plan est approuvé", name: "Nom", email: "Adresse de courriel", lead: "Responsable", invited: "La personne est ajoutée et une invitation est en route.", out: "Fermer la session", welcome: /Bienvenue, /, later: "Pas maintenant", report: "Rendre compte", started: "En cours", done: "Ce qui a été fait depuis la dernière mise à jour", send: "Envoyer la mise à jour", recorded: "mise à jour est consignée", meeting: "Rapport d’étape pour la prochaine réunion", late: /\d\s\d{3}\s+jours/ },
};
type Words = (typeof WORDS)["en"];

/** A page of one language on an instance of its own. */
class Reader {
  constructor(
    readonly page: Page,
    readonly suivi: Suivi,
    readonly language: Language,
    readonly words: Words,
    readonly withJs: boolean,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.suivi.url}${path}${path.includes("?") ? "&" : "?"}lang=${this.language}`);
  }

  async accessible(): Promise<void> {
    await expectAccessible(this.page, this.withJs);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Follows a link that signs somebody in, and says yes to it. */
  async enter(link: string): Promise<void> {
    await this.page.goto(link);
    await this.open(new URL(link).pathname);
    await this.accessible();
    await this.press(this.words.go);
  }

  /** The link that a new instance prints for its first person. */
  async enterFirst(): Promise<void> {
    const link = this.suivi.output.match(/http\S+\/sign-in\/link\/\S+/)?.[0];
    expect(link, this.suivi.output).toBeDefined();
    await this.enter(link ?? "");
    await this.open("/");
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
    await this.accessible();
  }

  async addOrganisation(): Promise<void> {
    await this.open("/admin/organisations/new");
    await this.page.getByLabel(this.words.code, { exact: true }).fill("SP");
    await this.page.getByLabel(this.words.nameEn).fill("Public Safety Canada");
    await this.page.getByLabel(this.words.nameFr).fill("Sécurité publique Canada");
    await this.press(this.words.add);
    await this.accessible();
  }

  /** Uploads a plan, corrects its preview and writes it; gives the path of the plan. */
  async importPlan(file: string | { name: string; mimeType: string; buffer: Buffer }, measures: number): Promise<string> {
    const { page, words } = this;
    await this.open("/import");
    await page.getByLabel(words.file, { exact: true }).setInputFiles(file);
    await this.press(words.upload);
    await expect(page.getByRole("heading", { name: words.check })).toBeVisible();
    await this.accessible();
    await page.getByLabel(words.title).fill("Plan d’action");
    for (let measure = 0; measure < measures; measure += 1) {
      await page.locator(`[name="measures[${measure}][lead]"]`).selectOption({ index: 1 });
    }
    await page.locator("#field-response-kind").selectOption("accepted");
    await page.locator('[name="recommendations[0][priority]"]').selectOption("high");
    await this.press(words.keep);
    await expect(page.getByText(words.kept)).toBeVisible();
    await expect(page.locator('[name="recommendations[0][priority]"]')).toHaveValue("high");
    await this.press(words.create);
    await expect(page.getByText(words.created)).toBeVisible();
    await this.accessible();
    return new URL(page.url()).pathname;
  }

  /** Invites the lead of the organisation; gives the link of the invitation. */
  async inviteLead(): Promise<string> {
    const { page, words } = this;
    const before = await this.suivi.mails();
    await this.open("/admin/people/new");
    await page.getByLabel(words.name, { exact: true }).fill("Zoé Tremblay");
    await page.getByLabel(words.email).fill("zoe@example.org");
    await page.locator("#field-person-lang").selectOption(this.language);
    await page.locator("#field-organisation").selectOption({ index: 1 });
    await page.getByRole("checkbox", { name: words.lead, exact: true }).check();
    await this.press(words.add);
    await expect(page.getByText(words.invited)).toBeVisible();
    await this.accessible();
    return linkIn(this.suivi, /http\S+\/sign-in\/link\/\S+/, before);
  }

  /** Fills the form of an update that is open. */
  async reportProgress(said: string): Promise<void> {
    const { page, words } = this;
    await expect(page).toHaveURL(/\/measures\/\d+\/report/);
    await this.accessible();
    await page.getByLabel(words.started, { exact: true }).check();
    await page.getByLabel(words.done).fill(said);
    await this.press(words.send);
    await expect(page.getByText(words.recorded)).toBeVisible();
    await expect(page.getByText(said).first()).toBeVisible();
    await this.accessible();
  }

  /** Reads a report on the page, on paper, and as each of its files. */
  async readReport(path: string): Promise<void> {
    const { page, words } = this;
    await this.open(path);
    await expect(page.locator("html")).toHaveAttribute("lang", this.language);
    await expect(page.getByRole("main").getByText(words.late).first()).toBeVisible();
    await this.accessible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".report-files")).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    const files = await page.locator("a[download]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(files).toHaveLength(3);
    for (const file of files) await this.fetchFile(file);
  }

  private async fetchFile(path: string): Promise<void> {
    const answer = await this.page.request.get(`${this.suivi.url}${path}`);
    expect(answer.status(), path).toBe(200);
    const text = await answer.text();
    if (/\/json(\?|$)/.test(path)) expect(JSON.parse(text)).toHaveProperty("lang", this.language);
    else if (/\/html(\?|$)/.test(path)) expect(text).toContain(`lang="${this.language}"`);
    else expect(text.split("\n").length, path).toBeGreaterThan(1);
  }
}

/** A Wednesday at least eight days ahead that is no holiday: a reminder then says something new, whatever went out today. */
function laterWednesday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 8);
  const isHoliday = () => /-(01-01|07-01|09-30|11-11|12-25|12-26)$/.test(day.toISOString().slice(0, 10));
  while (day.getUTCDay() !== 3 || isHoliday()) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

inBothLanguages(WORDS, (language, words) => {
  test("a published plan is followed from the first link to the reports", async ({ page, withJs }) => {
    test.setTimeout(300_000);
    const suivi = await Suivi.start({ demo: false });
    const reader = new Reader(page, suivi, language, words, withJs);
    try {
      await reader.enterFirst();
      await reader.addOrganisation();
      const file = { name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from(PUBLISHED) };
      const plan = await reader.importPlan(file, 4);
      await reader.press(words.approve);
      await expect(page.getByText(words.approved)).toBeVisible();
      await reader.accessible();
      const invitation = await reader.inviteLead();
      await reader.press(words.out);

      await reader.enter(invitation);
      await expect(page.getByRole("heading", { name: words.welcome })).toBeVisible();
      await reader.accessible();
      await page.getByRole("link", { name: words.later }).click();
      await reader.open("/");
      await reader.accessible();
      await page.getByRole("main").getByRole("link", { name: words.report }).first().click();
      await reader.reportProgress("Le comité s’est réuni deux fois.");

      const before = await suivi.mails();
      const on = laterWednesday();
      expect(await suivi.command("remind", "--dry-run", "--today", on)).toContain("zoe@example.org");
      await suivi.command("remind", "--today", on);
      const link = await linkIn(suivi, /http\S+\/measures\/\d+\/report/, before);
      const digest = (await suivi.mails()).filter((mail) => !before.includes(mail)).map(decoded).join("\n");
      expect(digest, "in the language of who reads it").toMatch(words.late);
      await page.goto(link);
      await reader.reportProgress("Les options sont rédigées.");

      for (const other of ["en", "fr"] as const) {
        const own = new Reader(page, suivi, other, WORDS[other], withJs);
        await own.open(plan);
        await page.getByRole("link", { name: own.words.meeting }).click();
        await own.readReport(new URL(page.url()).pathname);
        await own.readReport("/overdue");
      }
      expect(await suivi.command("audit", "verify")).not.toBe("");
    } finally {
      await suivi.stop();
    }
  });

  test("the plan that was really published comes out whole", async ({ page, withJs }) => {
    test.skip(SAMPLE === undefined, "the published plan does not lie beside the project");
    test.setTimeout(180_000);
    const suivi = await Suivi.start({ demo: false });
    const reader = new Reader(page, suivi, language, words, withJs);
    try {
      await reader.enterFirst();
      await reader.addOrganisation();
      await reader.importPlan(SAMPLE ?? "", 6);
      for (const month of language === "en" ? ["April 2018", "May 2018", "January 2018", "March 2018"] : ["avril 2018", "mai 2018", "janvier 2018", "mars 2018"]) {
        await expect(page.getByText(month).first()).toBeVisible();
      }
    } finally {
      await suivi.stop();
    }
  });
});
