// Entering with the account of the organisation, at a real provider: in, out, unknown there and here.
import type { Page } from "@playwright/test";

import { expectAccessible } from "../harness/axe.js";
import { ADMINISTRATORS, Oidc } from "../harness/oidc.js";
import { Suivi } from "../harness/server.js";
import { expect, inBothLanguages, open, test as base } from "../harness/test.js";

const test = base.extend<object, { oidc: Oidc }>({
  oidc: [
    async ({}, use) => {
      const oidc = await Oidc.start();
      await use(oidc);
      await oidc.stop();
    },
    { scope: "worker" },
  ],
  suivi: [
    async ({ oidc }, use) => {
      const suivi = await Suivi.start({ env: oidc.settings });
      oidc.serve(suivi.url);
      await use(suivi);
      await suivi.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

const WORDS = {
  en: { button: "Sign in with your work account", work: "My work", unknown: "Suivi does not know you yet", denied: "You were not signed in", again: "Try again", other: "Other ways to sign in", title: "Sign in", people: "People", missing: "This page does not exist, or it is not yours to see" },
  fr: { button: "Ouvrir une session avec votre compte de travail", work: "Mon travail", unknown: "Suivi ne vous connaît pas encore", denied: "Votre session n’a pas été ouverte", again: "Réessayer", other: "Autres façons d’ouvrir une session", title: "Ouvrir une session", people: "Personnes", missing: "Cette page n’existe pas, ou vous ne pouvez pas la voir" },
};

/** Types an address into the provider's own page and agrees to everything. */
async function agree(page: Page, address: string): Promise<void> {
  await page.locator("input[name=login]").fill(address);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

inBothLanguages(WORDS, (language, words) => {
  test("the account of the organisation leads in, without a password of Suivi", async ({ page, suivi, oidc, withJs }) => {
    await open(page, "/sign-in", language);
    await expectAccessible(page, withJs);
    await page.getByRole("link", { name: words.button }).click();
    await expect(page).toHaveURL((url) => url.href.startsWith(oidc.issuer));
    await agree(page, await suivi.someAddress());
    await expect(page.getByRole("heading", { name: words.work, level: 1 })).toBeVisible();
    expect(new URL(page.url()).search, "neither the code nor the state stays in the address").toBe("");
  });

  test("a role follows a group of the provider, and goes with it", async ({ page, suivi, oidc, withJs }) => {
    const address = await suivi.someAddress();
    const enter = async (groups: string[]) => {
      // Out of Suivi and out of the provider: whoever signs in is asked again who they are.
      await page.context().clearCookies();
      oidc.groups = groups;
      await open(page, "/sign-in", language);
      await page.getByRole("link", { name: words.button }).click();
      await agree(page, address);
      await expect(page.getByRole("heading", { name: words.work, level: 1 })).toBeVisible();
      await open(page, "/admin/people", language);
    };
    await enter([ADMINISTRATORS]);
    await expect(page.getByRole("heading", { name: words.people, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await enter([]);
    await expect(page.getByRole("heading", { name: words.missing, level: 1 })).toBeVisible();
  });

  test("somebody whom only the provider knows is told what to do", async ({ page, withJs }) => {
    await open(page, "/sign-in", language);
    await page.getByRole("link", { name: words.button }).click();
    await agree(page, "unknown@example.org");
    await expect(page.getByRole("heading", { name: words.unknown, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByRole("link", { name: words.other }).click();
    await expect(page.getByRole("heading", { name: words.title, level: 1 })).toBeVisible();
  });

  test("who turns back at the provider may try again", async ({ page, oidc, withJs }) => {
    await open(page, "/sign-in", language);
    await page.getByRole("link", { name: words.button }).click();
    await page.getByRole("link", { name: /cancel/i }).click();
    await expect(page.getByRole("heading", { name: words.denied, level: 1 })).toBeVisible();
    await expectAccessible(page, withJs);
    await page.getByRole("link", { name: words.again }).click();
    await expect(page).toHaveURL((url) => url.href.startsWith(oidc.issuer));
  });
});
