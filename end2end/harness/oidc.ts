// A real OpenID Connect provider on this machine (oidc-provider, certified), with its own sign-in and consent pages.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import Provider from "oidc-provider";

/** What Suivi is called there, and what it proves that with. */
const CLIENT = { id: "suivi", secret: "a secret of the browser tests" };

/** The group whose people administer Suivi. */
export const ADMINISTRATORS = "suivi-administrators";

/** A running provider. An account is whatever address is typed; `unknown@…` is one like any other. */
export class Oidc {
  /** The groups of whoever signs in next. */
  groups: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** Starts one. It answers once it knows where Suivi is. */
  static async start(): Promise<Oidc> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new Oidc(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** The settings with which Suivi uses it. */
  get settings(): Record<string, string> {
    return {
      SUIVI_OIDC_ISSUER: this.issuer,
      SUIVI_OIDC_CLIENT_ID: CLIENT.id,
      SUIVI_OIDC_CLIENT_SECRET: CLIENT.secret,
      SUIVI_OIDC_ROLES: `${ADMINISTRATORS}=administrator`,
    };
  }

  /** Knows where Suivi is from now on. */
  serve(suivi: string): void {
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [`${suivi}/sign-in/sso/callback`] }],
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "locale"], groups: ["groups"] },
      cookies: { keys: ["only for tests"] },
      findAccount: (_: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: id, email: id, email_verified: true, name: "Somebody", locale: "en-CA", groups: this.groups }),
      }),
    });
    this.server.on("request", provider.callback());
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
