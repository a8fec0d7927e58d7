// Starts the real `suivi` for the tests: a free port, a data directory of its own, mail into files, a fixed day.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The day that the demo takes for today. */
export const TODAY = "2026-01-15";

const PATIENCE_MS = 60_000;
const here = dirname(fileURLToPath(import.meta.url));
/** The workspace, seen from the sources as well as from `build/`. */
const workspace = [resolve(here, "../.."), resolve(here, "../../..")].find((folder) => existsSync(join(folder, "Cargo.toml"))) ?? here;

/** A running Suivi. */
export class Suivi {
  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly process: ChildProcess,
    private readonly lines: string[],
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Starts one and waits until it says that it is ready. */
  static async start(options: { demo?: boolean; env?: Record<string, string> } = {}): Promise<Suivi> {
    const folder = await mkdtemp(join(tmpdir(), "suivi-end2end-"));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const demo = options.demo ?? true;
    const env = {
      ...withoutSuivi(process.env),
      SUIVI_LISTEN: `127.0.0.1:${port}`,
      SUIVI_BASE_URL: url,
      SUIVI_DATA_DIR: join(folder, "data"),
      SUIVI_SITE_DIR: process.env.SUIVI_SITE_DIR ?? join(workspace, "target/site"),
      SUIVI_MAIL: "files",
      SUIVI_MAIL_DIR: join(folder, "mail"),
      SUIVI_MAIL_FROM: "suivi@example.org",
      SUIVI_TIME_ZONE: "America/Toronto",
      ...options.env,
    };
    const child = spawn(program(), ["serve", ...(demo ? ["--demo", "--today", TODAY] : [])], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env,
    });
    const lines: string[] = [];
    child.stdout.on("data", (data: Buffer) => lines.push(data.toString()));
    child.stderr.on("data", (data: Buffer) => lines.push(data.toString()));
    child.on("error", (error) => lines.push(String(error)));
    const suivi = new Suivi(url, folder, child, lines, env);
    try {
      await suivi.ready();
    } catch (error) {
      await suivi.stop();
      throw error;
    }
    return suivi;
  }

  /** Runs another command of the program on the same data, as somebody beside the server would; gives what it prints. */
  command(...args: string[]): Promise<string> {
    return new Promise((done, failed) => {
      execFile(program(), args, { cwd: this.folder, env: this.env }, (error, stdout, stderr) => {
        if (error) failed(new Error(`suivi ${args.join(" ")} failed:\n${stdout}${stderr}`));
        else done(stdout);
      });
    });
  }

  /** All that it has printed. */
  get output(): string {
    return this.lines.join("");
  }

  /** The mails it has sent so far, oldest first, as their sources. */
  async mails(): Promise<string[]> {
    const folder = join(this.folder, "mail");
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort() : [];
    return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  }

  /** The address of somebody of the demo: one that a reminder has gone to. */
  async someAddress(): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      // Contacts and people whom other specifications write to have addresses elsewhere.
      const found = (await this.mails()).map((mail) => mail.match(/^To:.*?([^\s<>"]+@[a-z-]+\.example)\b/m)?.[1]);
      const address = found.find((address) => address !== undefined);
      if (address) return address;
      await new Promise((later) => setTimeout(later, 200));
    }
    throw new Error("nobody was written to");
  }

  /** Asks it to end, waits until it has, and removes its folder. The exit status is null when it had to be killed. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => {
      if (this.process.exitCode !== null || this.process.pid === undefined) done(this.process.exitCode);
      else this.process.once("exit", (code) => done(code));
    });
    this.process.kill("SIGTERM");
    const late = setTimeout(() => this.process.kill("SIGKILL"), 15_000);
    const code = await ended;
    clearTimeout(late);
    await rm(this.folder, { recursive: true, force: true });
    return code;
  }

  private async ready(): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      if (this.process.exitCode !== null || this.process.pid === undefined) break;
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error(`suivi did not become ready. It printed:\n${this.output}`);
  }
}

function program(): string {
  const name = process.platform === "win32" ? "suivi.exe" : "suivi";
  const places = [process.env.SUIVI_BIN, join(workspace, "target/debug", name), join(workspace, "target/release", name)];
  const found = places.find((file) => file !== undefined && existsSync(file));
  if (!found) throw new Error("there is no suivi to test: run `cargo xtask test`, or name it in SUIVI_BIN");
  return found;
}

/** What the person has set for a Suivi of their own must not reach the one under test. */
function withoutSuivi(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("SUIVI_") || name === "SUIVI_LOG"));
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}
