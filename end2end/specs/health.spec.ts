// The server says that it lives, and that it is ready.
import { expect, test } from "../harness/test.js";

test("the server says that it lives and that it is ready", async ({ page }) => {
  for (const path of ["/healthz", "/readyz"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
  }
});
