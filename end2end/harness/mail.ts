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

/** Every part of a mail as text, whichever way it was encoded. */
export function decoded(mail: string): string {
  const parts = mail.split(/\r?\n--[^\r\n]+/);
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
