// What the working group and senior management read: the status report and the overdue summary, in both languages.
import { expectAccessible } from "../harness/axe.js";
import { demoPlan, signIn } from "../harness/people.js";
import { expect, inBothLanguages, open, test } from "../harness/test.js";

const WORDS = {
  en: { meeting: "Status report for the next meeting", overdue: "Overdue summary of this plan", menu: "Overdue summary" },
  fr: { meeting: "Rapport d’étape pour la prochaine réunion", overdue: "Sommaire des retards de ce plan", menu: "Sommaire des retards" },
};

inBothLanguages(WORDS, (language, words) => {
  test("the status report is one click from the plan, and names what is late", async ({ page, withJs }) => {
    await signIn(page, "member");
    await open(page, await demoPlan(page), language);
    await page.getByRole("link", { name: words.meeting }).click();
    await expect(page).toHaveURL(/\/plans\/\d+\/meeting-report/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("table").first()).toBeVisible();
    await expect(page.getByRole("main").getByText(language === "en" ? /days? late/ : /jours? de retard/).first()).toBeVisible();
    await expectAccessible(page, withJs);
  });

  test("an executive reaches the overdue summary from the menu", async ({ page, withJs }) => {
    await signIn(page, "executive");
    await open(page, "/", language);
    await page.getByRole("navigation").first().getByRole("link", { name: words.menu }).click();
    await expect(page).toHaveURL(/\/overdue/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("table").first()).toBeVisible();
    await expectAccessible(page, withJs);
  });

  test("the overdue summary of one plan is one click from the plan", async ({ page }) => {
    await signIn(page, "coordinator");
    await open(page, await demoPlan(page), language);
    await page.getByRole("link", { name: words.overdue }).click();
    await expect(page).toHaveURL(/\/overdue\?plan=\d+/);
    await expect(page.getByRole("table").first()).toBeVisible();
  });
});
