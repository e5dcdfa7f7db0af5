import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createProxy, type IncomingMessage } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMaxClient } from "../../../bot/doors/max/open.ts";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { causeCode } from "../../../bot/net/network-errors.ts";
import { wayOut } from "../../../bot/net/way-out.ts";

/** A root of certificates that nobody knows, as Node.js does not know that of MAX's host, and a server below it. */
const openssl = findOpenssl();
const folder = mkdtempSync(join(tmpdir(), "ishek-root-"));
const file = (name: string) => join(folder, name);

function findOpenssl(): boolean {
  try {
    return execFileSync("openssl", ["version"]).length > 0;
  } catch {
    console.warn("SKIPPED: roots of certificates are tried with openssl, which is not here.");
    return false;
  }
}

function makeCertificates(): void {
  const run = (...words: string[]) => execFileSync("openssl", words, { stdio: "pipe" });
  const key = ["-newkey", "rsa:2048", "-nodes", "-days", "2"];
  for (const root of ["root", "other"])
    run("req", "-x509", ...key, "-keyout", file(`${root}.key`), "-out", file(`${root}.pem`), "-subj", `/CN=${root}`);
  const names = ["-addext", "subjectAltName=DNS:localhost"];
  const signed = ["-CA", file("root.pem"), "-CAkey", file("root.key"), "-subj", "/CN=localhost"];
  run("req", "-x509", ...key, ...names, ...signed, "-keyout", file("max.key"), "-out", file("max.pem"));
}

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return (server.address() as AddressInfo).port;
};

describe.skipIf(!openssl)("the way out to MAX", () => {
  const servers: Server[] = [];
  /** Hosts that the proxy was asked for, and with which password. */
  const tunnels: { to: string | undefined; authorization: string | undefined }[] = [];
  let apiRoot = "";
  let proxy = "";

  beforeAll(async () => {
    makeCertificates();
    const max = createServer(
      { key: readFileSync(file("max.key")), cert: readFileSync(file("max.pem")) },
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" }).end('{"user_id":1,"ok":true,"result":true}');
      },
    );
    const middle = createProxy();
    middle.on("connect", (request: IncomingMessage, socket: Duplex) => {
      tunnels.push({ to: request.url, authorization: request.headers["proxy-authorization"] });
      const [host, port] = (request.url ?? "").split(":");
      const onward = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
      for (const end of [onward, socket]) end.on("error", () => {});
    });
    servers.push(max, middle);
    apiRoot = `https://localhost:${await listen(max)}`;
    proxy = `http://name:secret@localhost:${await listen(middle)}`;
  });

  afterAll(() => {
    for (const server of servers) {
      server.close();
      if ("closeAllConnections" in server && typeof server.closeAllConnections === "function")
        server.closeAllConnections();
    }
    rmSync(folder, { recursive: true });
  });

  const asks = (settings: { proxy?: string; caFile?: string }): Promise<number | string> =>
    createMaxClient({ token: "token", apiRoot, ...settings })
      .call({ method: "GET", path: "/me" })
      .then(
        ({ status }) => status,
        (error: unknown) => causeCode(error),
      );

  it.each([
    ["without the root, is refused", {}, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["with the root of somebody else, is refused", { caFile: "other.pem" }, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["with the root, is answered", { caFile: "root.pem" }, 200],
  ])("%s", async (_, { caFile }: { caFile?: string }, expected) => {
    expect(await asks(caFile === undefined ? {} : { caFile: file(caFile) })).toBe(expected);
  });

  it("through a proxy is a tunnel with its password, in which certificates are verified all the same", async () => {
    expect(await asks({ proxy })).toBe("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    expect(await asks({ proxy, caFile: file("root.pem") })).toBe(200);
    const authorization = `Basic ${Buffer.from("name:secret").toString("base64")}`;
    const to = new URL(apiRoot).host;
    expect(tunnels.slice(-2)).toEqual([
      { to, authorization },
      { to, authorization },
    ]);
  });

  it("is MAX's alone: the root is not trusted for Telegram, whose proxy is its own", async () => {
    const before = tunnels.length;
    await asks({ caFile: file("root.pem") });
    const telegram = createClientOptions(apiRoot, undefined, { by: wayOut({ proxy }), waitsOut429: false });
    const refusal = await telegram.fetch?.(`${apiRoot}/bot1:a/getMe`, { method: "POST" }).then(
      () => "answered",
      (error: unknown) => causeCode(error),
    );
    expect([refusal, tunnels.length - before]).toEqual(["UNABLE_TO_VERIFY_LEAF_SIGNATURE", 1]);
  });

  it("with a file that is not there is not opened", () => {
    expect(() => createMaxClient({ token: "token", apiRoot, caFile: file("nothing.pem") })).toThrow("ENOENT");
  });
});
