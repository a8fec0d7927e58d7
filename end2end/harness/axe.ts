// Accessibility: no page may break a rule of WCAG 2.1 A or AA that a program can check.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** Asserts that axe finds nothing. axe is itself JavaScript: without it there is nothing to run. */
export async function expectAccessible(page: Page, withJs: boolean): Promise<void> {
  if (!withJs) return;
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.map((rule) => ({
    rule: rule.id,
    help: rule.help,
    where: rule.nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  }));
  expect(told, `accessibility of ${page.url()}`).toEqual([]);
}
