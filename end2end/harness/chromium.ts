// Which Chromium the tests use and how it starts: never one that Playwright downloads.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { userInfo } from "node:os";

const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Without these a browser on a closed network looks up its maker's hosts at every start. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The launch options of the browser named in SUIVI_CHROMIUM, else of the first on PATH. */
export function chromium(): { executablePath: string; args: string[] } {
  const root = userInfo().uid === 0;
  return { executablePath: program(), args: root ? ["--no-sandbox", ...QUIET] : QUIET };
}

function program(): string {
  const named = process.env.SUIVI_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  if (!found) throw new Error("no Chromium on PATH: install one, or name it in SUIVI_CHROMIUM");
  return found;
}
