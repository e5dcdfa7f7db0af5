import { describe, expect, it } from "vitest";
import { explain, explainBug } from "../bot/explain.ts";
import { secretsIn, withoutSecrets } from "../bot/secrets.ts";

const listening = (code: string, port?: number) => Object.assign(new Error(code), { code, syscall: "listen", port });
const ports = { PORT: 3000, METRICS_PORT: 3001 };

describe("an operator reads", () => {
  it.each([
    [listening("EADDRINUSE", 3000), "Port 3000 is taken by another program: stop it, or set PORT."],
    [listening("EADDRINUSE", 3001), "Port 3001 is taken by another program: stop it, or set METRICS_PORT."],
    [listening("EACCES", 3000), "Port 3000 may not be opened by this account: set PORT to 1024 or more."],
    [
      listening("EADDRNOTAVAIL"),
      "HOST or METRICS_HOST names no address of this machine: take one of it, such as 127.0.0.1, or 0.0.0.0 for all.",
    ],
    [
      Object.assign(new Error("Can't reach database server"), { code: "P1001" }),
      "PostgreSQL does not answer any more: see that it runs, and start again.",
    ],
  ])("%s as a sentence", (error, sentence) => {
    expect(explain(error, ports)).toBe(sentence);
  });

  it("of a fault of the program its kind and reason, and nothing of what hangs on it", () => {
    const error = Object.assign(new TypeError("x is no function\n    at y"), { payload: { secret_token: "canary" } });
    expect(explain(error)).toBeUndefined();
    expect(explainBug(error)).toBe("A fault of the program itself: TypeError: x is no function");
    const prisma = new Error("\nInvalid `prisma.person.create()` invocation:\n\n\nUnique constraint failed");
    expect(explainBug(prisma)).toBe("A fault of the program itself: Error: Unique constraint failed");
  });
});

it("secrets are taken out wherever they stand: whole, and the parts that are secret by themselves", () => {
  const secrets = secretsIn({
    BOT_TOKEN: "123456:canary-token",
    WEBHOOK_SECRET: "canary-hook",
    DATABASE_URL: "postgresql://ishek:canary%21base@host:5432/ishek",
    ZOOM_CLIENT_SECRET: "canary-one, canary-two",
    PORT: "3000",
  });
  const text = "123456:canary-token canary-token canary-hook canary%21base canary!base canary-one,canary-two 3000 host";
  expect(withoutSecrets(text, secrets)).not.toContain("canary");
  expect(withoutSecrets("port 3000 on host", secrets)).toBe("port 3000 on host");
});
