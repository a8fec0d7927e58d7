// The people of the demo: signing in as one of each role, and the pages that role may open.
import type { Page } from "@playwright/test";

/** One demo person of each; the value is what the button on the sign-in page says of the role, in English. */
const BUTTONS = {
  coordinator: /coordinator/i,
  lead: /lead/i,
  executive: /executive/i,
  reader: /reader/i,
} as const;

export type Role = keyof typeof BUTTONS;
export const ROLES = Object.keys(BUTTONS) as Role[];

/** Enters as the first demo person of this role. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto("/sign-in?lang=en");
  await page.getByRole("button", { name: BUTTONS[role] }).first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** The pages that everybody may try, with a plan and a measure found by following links. */
export async function pagesOf(page: Page): Promise<{ name: string; path: string }[]> {
  const plan = await firstLink(page, "/plans", /^\/plans\/\d+$/);
  const measure = await firstLink(page, plan, /^\/measures\/\d+$/);
  return [
    { name: "my-work", path: "/" },
    { name: "plans", path: "/plans" },
    { name: "plan", path: plan },
    { name: "measure", path: measure },
    { name: "report-progress", path: `${measure}/report` },
    { name: "meeting-report", path: `${plan}/meeting-report` },
    { name: "overdue", path: "/overdue" },
    { name: "import", path: "/import" },
  ];
}

/** The first link of a page whose path looks like this. */
export async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(from);
  const found = await page.getByRole("link").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const path = found.find((path) => pattern.test(path));
  if (!path) throw new Error(`${from} has no link that looks like ${pattern}`);
  return path;
}

/** Pastes a small plan into the import and gives the path of its preview. */
export async function openImport(page: Page): Promise<string> {
  await page.goto("/import?lang=en");
  await page.getByRole("textbox").first().fill(PASTED);
  await page.getByRole("button", { name: /preview/i }).click();
  await page.waitForURL(/\/import\/\d+/);
  return new URL(page.url()).pathname;
}

/** A plan as somebody would paste it. */
export const PASTED = `Recommendation | Action | Responsible | Due date
1. Publish the service standards | a) Agree on the standards with the regions | Director, Service | April 2026
2. Measure the delays | Publish quarterly figures | Director, Results | 2026-09-30
`;
