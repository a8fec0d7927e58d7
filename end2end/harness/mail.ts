// What the mails say: the transport writes each as an .eml file.
import type { Suivi } from "./server.js";

/** The address that a mail written since `before` leads to. Waits for the mail, since sending is the work of a job. */
export async function linkIn(suivi: Suivi, pattern: RegExp, before: string[]): Promise<string> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    for (const mail of (await suivi.mails()).filter((mail) => !before.includes(mail))) {
      const found = decoded(mail).match(pattern);
      if (found) return found[0].replace(/[)>."]+$/, "");
    }
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`no mail holds ${pattern}`);
}

/** What stands between two parts: nothing that a mail holds. */
const BREAK = "\u0000";

/** Every part of a mail as text, whichever way it was encoded. */
export function decoded(mail: string): string {
  // Only the boundaries that the mail names: a line may begin with "--" where a token was broken over two lines.
  const boundaries = [...mail.matchAll(/boundary="?([^";\r\n]+)"?/gi)].map(([, boundary = ""]) => `--${boundary}`);
  const lines = mail.split(/\r?\n/).map((line) => (boundaries.some((start) => line === start || line === `${start}--`) ? BREAK : line));
  const parts = lines.join("\r\n").split(BREAK);
  return parts.map((part) => (/quoted-printable/i.test(part) ? quotedPrintable(part) : base64(part))).join("\n");
}

function quotedPrintable(part: string): string {
  const joined = part.replace(/=\r?\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function base64(part: string): string {
  const [head = "", ...body] = part.split(/\r?\n\r?\n/);
  return /base64/i.test(head) ? Buffer.from(body.join(""), "base64").toString("utf8") : part;
}
