// Getting in by a password, a second factor on top of it, and seeing to one's own sessions.
import type { Page } from "@playwright/test";

import { expectAccessible } from "../harness/axe.js";
import { codesOfMinute } from "../harness/codes.js";
import { linkIn } from "../harness/mail.js";
import { signIn } from "../harness/people.js";
import { TODAY } from "../harness/server.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: {
    forgot: "I forgot my password", email: "E-mail address", send: "Send me the link", newTitle: "Choose a new password", fresh: "New password", repeat: "The same password again", save: "Save the new password", short: "fewer characters", saved: "Your new password is saved",
    password: "Password", enter: "Sign in", refused: "do not go together", work: "My work", security: "Sign-in and security", here: "This device", everywhere: "Sign out everywhere", out: "Sign out", outEverywhere: "signed out on all devices",
    factor: "Second factor", begin: "Begin", firstCode: "Code from the app", on: "Turn it on", codes: "Recovery codes", step: "One more step", code: "Code", go: "Continue", wrong: "This code is wrong", off: "Turn the second factor off", isOff: "The second factor is turned off",
    sentence: "four horses under the rain",
  },
  fr: {
    forgot: "J’ai oublié mon mot de passe", email: "Adresse de courriel", send: "M’envoyer le lien", newTitle: "Choisir un nouveau mot de passe", fresh: "Nouveau mot de passe", repeat: "Le même mot de passe, encore une fois", save: "Enregistrer le nouveau mot de passe", short: "moins de caractères", saved: "Votre nouveau mot de passe est enregistré",
    password: "Mot de passe", enter: "Ouvrir une session", refused: "ne vont pas ensemble", work: "Mon travail", security: "Ouverture de session et sécurité", here: "Cet appareil", everywhere: "Fermer toutes les sessions", out: "Fermer la session", outEverywhere: "fermées sur tous les appareils",
    factor: "Second facteur", begin: "Commencer", firstCode: "Code de l’application", on: "Mettre en service", codes: "Codes de secours", step: "Encore une étape", code: "Code", go: "Continuer", wrong: "Ce code est erroné", off: "Désactiver le second facteur", isOff: "Le second facteur est désactivé",
    sentence: "quatre chevaux sous la pluie",
  },
};

/** Somebody of the demo whom no other specification enters as. */
const WHO = { name: "Amélie Fontaine" };

/** The minute at which this session began, by the clock of the demo: noon in winter is 17:00 UTC. */
async function minuteOfSession(page: Page): Promise<number> {
  await page.goto("/account/security?lang=en");
  const times = await page.getByRole("listitem").filter({ hasText: "This device" }).innerText();
  const [, hour = "12", minute = "00"] = times.match(/last seen .*?(\d\d):(\d\d)/) ?? [];
  return Date.parse(`${TODAY}T00:00:00Z`) + ((Number(hour) + 5) * 60 + Number(minute)) * 60_000;
}

inBothLanguages(WORDS, (language, words) => {
  test("a forgotten password is replaced by a link, and opens the door", async ({ page, suivi, withJs }) => {
    const address = await suivi.someAddress();
    const before = await suivi.mails();
    await open(page, "/sign-in", language);
    await page.getByRole("link", { name: words.forgot }).click();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.email).fill(address);
    await page.getByRole("button", { name: words.send }).click();
    const link = await linkIn(suivi, /\/sign-in\/reset\/\S+/, before);

    await page.goto(link);
    await expect(page.getByRole("heading", { name: words.newTitle, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.fresh).fill("short");
    await page.getByLabel(words.repeat).fill("short");
    await page.getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.short).first()).toBeVisible();
    await expect(page.getByLabel(words.fresh)).toHaveValue("");
    await expectAccessible(page, withJs);
    await page.getByLabel(words.fresh).fill(words.sentence);
    await page.getByLabel(words.repeat).fill(words.sentence);
    await page.getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();

    await page.getByLabel(words.email).fill(address);
    await page.getByLabel(words.password, { exact: true }).fill("not this one, surely");
    await page.getByRole("button", { name: words.enter, exact: true }).click();
    await expect(page.getByRole("heading", { name: words.refused })).toBeVisible();
    await expect(page.getByLabel(words.email)).toHaveValue(address);
    await expect(page.getByLabel(words.password, { exact: true })).toHaveValue("");
    await expectAccessible(page, withJs);
    await page.getByLabel(words.password, { exact: true }).fill(words.sentence);
    await page.getByLabel(words.password, { exact: true }).press("Enter");
    await expect(page.getByRole("heading", { name: words.work, level: 1 })).toBeVisible();
  });

  test("people see where they are signed in, and sign out everywhere", async ({ page, browser, suivi, withJs }) => {
    await signIn(page, "member");
    const elsewhere = await browser.newPage({ baseURL: suivi.url });
    await signIn(elsewhere, "member");
    await open(page, "/account/security", language);
    await expect(page.getByRole("heading", { name: words.security, level: 1 })).toBeVisible();
    await expect(page.getByText(words.here)).toHaveCount(1);
    await expectAccessible(page, withJs);
    await page.getByRole("button", { name: words.everywhere }).click();
    await expect(page.getByText(words.outEverywhere)).toBeVisible();
    await elsewhere.goto("/plans");
    await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);
    await elsewhere.close();
  });

  test("a second factor is set up, asked for, and turned off", async ({ page, withJs }) => {
    await signIn(page, WHO);
    const minute = await minuteOfSession(page);
    await open(page, "/account/security/second-factor", language);
    await expect(page.getByRole("heading", { name: words.factor, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByRole("button", { name: words.begin }).click();
    const secret = await page.locator("code").innerText();
    await expect(page.getByRole("img")).toBeVisible();
    await expectAccessible(page, withJs);
    for (const code of codesOfMinute(secret, minute)) {
      if (!page.url().endsWith("/second-factor")) break;
      await page.getByLabel(words.firstCode).fill(code);
      await page.getByRole("button", { name: words.on }).click();
    }
    await expect(page.getByRole("heading", { name: words.codes, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    const codes = await page.locator("code").allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.reload();
    await expect(page.locator("code"), "shown once").toHaveCount(0);

    await page.getByRole("button", { name: words.out, exact: true }).click();
    await page.getByRole("button", { name: WHO.name }).click();
    await expect(page.getByRole("heading", { name: words.step, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByLabel(words.code).fill("000000");
    await page.getByRole("button", { name: words.go }).click();
    await expect(page.getByText(words.wrong).first()).toBeVisible();
    await page.getByLabel(words.code).fill(codes[0] ?? "");
    await page.getByRole("button", { name: words.go }).click();
    // Inside it is the profile that says the language, until another one is chosen.
    await expect(page.getByRole("button", { name: /^(Sign out|Fermer la session)$/ })).toBeVisible();

    await open(page, "/account/security/second-factor", language);
    await expectAccessible(page, withJs);
    await page.getByLabel(words.code).fill(codes[1] ?? "");
    await page.getByRole("button", { name: words.off }).click();
    await expect(page.getByText(words.isOff)).toBeVisible();
    await expectAccessible(page, withJs);
  });
});
