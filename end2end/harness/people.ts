// The people of the demo: signing in as one of each role, and the pages that role may open.
import type { Page } from "@playwright/test";

/** What the button on the English sign-in page says of each role. */
const BUTTONS = {
  administrator: /administrator/i,
  coordinator: /coordinator/i,
  lead: /lead/i,
  executive: /executive/i,
  member: /member/i,
  reader: /reader/i,
} as const;

export type Role = keyof typeof BUTTONS;
export const ROLES = Object.keys(BUTTONS) as Role[];

/** Enters as the first demo person of this role, or as the one of this name. */
export async function signIn(page: Page, who: Role | { name: string }): Promise<void> {
  await page.goto("/sign-in?lang=en");
  const name = typeof who === "string" ? BUTTONS[who] : who.name;
  await page.getByRole("button", { name }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** The pages that everybody may try, with a plan and a measure found by following links. */
export async function pagesOf(page: Page): Promise<{ name: string; path: string }[]> {
  const plan = await demoPlan(page);
  const measure = await firstLink(page, plan, /^\/measures\/\d+$/);
  return [
    { name: "my-work", path: "/" },
    { name: "plans", path: "/plans" },
    { name: "plan", path: plan },
    { name: "measure", path: measure },
    { name: "comment", path: "/comments/1" },
    { name: "report-progress", path: `${measure}/report` },
    { name: "meeting-report", path: `${plan}/meeting-report` },
    { name: "overdue", path: "/overdue" },
    { name: "import", path: "/import" },
  ];
}

/** The pages of administration, with a person and an organisation found by following links. */
export async function adminPagesOf(page: Page): Promise<{ name: string; path: string }[]> {
  const person = await firstLink(page, "/admin/people", /^\/admin\/people\/\d+$/);
  const organisation = await firstLink(page, "/admin/organisations", /^\/admin\/organisations\/\d+$/);
  return [
    { name: "admin", path: "/admin" },
    { name: "admin-people", path: "/admin/people" },
    { name: "admin-person-new", path: "/admin/people/new" },
    { name: "admin-person", path: person },
    { name: "admin-person-edit", path: `${person}/edit` },
    { name: "admin-person-roles", path: `${person}/roles` },
    { name: "admin-person-away", path: `${person}/away` },
    { name: "admin-import", path: "/admin/people/import" },
    { name: "admin-organisations", path: "/admin/organisations" },
    { name: "admin-organisation-new", path: "/admin/organisations/new" },
    { name: "admin-organisation", path: organisation },
    { name: "admin-settings", path: "/admin/settings" },
    { name: "admin-mail", path: "/admin/mail" },
  ];
}

/** The plan of the demo that is followed: the one with the most measures. */
export async function demoPlan(page: Page): Promise<string> {
  await page.goto("/plans?lang=en");
  const entry = page.getByRole("listitem").filter({ hasText: /Approved/ }).filter({ has: page.getByRole("heading") });
  const path = await entry.first().getByRole("heading").getByRole("link").getAttribute("href");
  if (!path) throw new Error("the demo has no approved plan");
  return path;
}

/** The first link of a page whose path looks like this. */
export async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(from);
  const links = await page.getByRole("link").all();
  for (const link of links) {
    const path = (await link.getAttribute("href")) ?? "";
    if (pattern.test(path)) return path;
  }
  throw new Error(`${from} has no link that looks like ${pattern}`);
}

/** Pastes a small plan into the import and gives the path of its preview. */
export async function openImport(page: Page): Promise<string> {
  await page.goto("/import?lang=en");
  await page.getByLabel("Text of the plan").fill(PASTED);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await page.waitForURL(/\/import\/\d+/);
  return new URL(page.url()).pathname;
}

/** A plan as somebody would paste it. */
export const PASTED = `Management Response and Action Plan

| Recommendation | Action | Responsible | Due date |
|---|---|---|---|
| 1. Publish the service standards | Agree on the standards with the regions | Director, Service | April 2026 |
| 2. Measure the delays | Publish quarterly figures | Director, Results | 2026-09-30 |
`;
