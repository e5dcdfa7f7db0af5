import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FeedRecord, ReadOptions } from "../../bot/feeds/feed-format.ts";
import { FeedError } from "../../bot/feeds/problem.ts";
import { readJsonFeed } from "../../bot/feeds/source/read-json-feed.ts";
import { formatProblem } from "../../bot/feeds/words.ts";
import { isPublicAddress } from "../../bot/net/public-address.ts";
import { words } from "../support/city.ts";
import { page, record } from "./kudago-records.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ishek-feeds-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, "feed.json");
  await writeFile(path, content);
  return path;
}

/** Reads to the end, or to the sentence that says why not. */
async function readAll(
  location: string,
  options: ReadOptions = {},
): Promise<{ records: FeedRecord[]; error?: string }> {
  const records: FeedRecord[] = [];
  try {
    for await (const one of readJsonFeed(location, options)) records.push(one);
    return { records };
  } catch (error) {
    return {
      records,
      error: error instanceof FeedError ? formatProblem(error.problem, words.for("en")) : String(error),
    };
  }
}

const values = (records: FeedRecord[]) =>
  records.map((one) => (one.kind === "record" ? one.value : "problem" in one && one.problem.code));

describe("a feed in a file", () => {
  it.each<[string, string | Uint8Array, unknown[]]>([
    ["a page of the API", page([{ id: 1 }, { id: 2 }]), [{ id: 1 }, { id: 2 }]],
    [
      "a bare array",
      '[{"id":1},{"a":[{"b":null}],"results":[3]}, 7, null]',
      [{ id: 1 }, { a: [{ b: null }], results: [3] }, 7, null],
    ],
    ["an empty list", "[]", []],
    ["a list after other things", '{"x":{"results":[1]},"y":[2],"results":[{"id":3}],"z":[4]}', [{ id: 3 }]],
    ["a byte order mark", "\ufeff[1]", [1]],
    ["gzip", gzipSync('[{"id":1}]'), [{ id: 1 }]],
    ["a key that would poison prototypes", '[{"__proto__":{"id":1}}]', [JSON.parse('{"__proto__":{"id":1}}')]],
  ])("may be %s", async (_, content, expected) => {
    expect(await readAll(await file(content))).toEqual({
      records: expected.map((value) => ({ kind: "record", value })),
    });
  });

  it.each<[string, string | Uint8Array, number, string]>([
    ["breaks off", '[{"id":1},{"id":2},{"id":', 2, "the JSON breaks off; records read: 2"],
    [
      "is broken in the middle",
      '[{"id":1},{"id":2},{id:3}]',
      2,
      "it is no valid JSON; records read: 2 (expected an object key)",
    ],
    ["is empty", "", 0, "the JSON breaks off; records read: 0"],
    ["is a web page", "<!doctype html>", 0, "it is no valid JSON; records read: 0 (expected a value)"],
    ["has no list", '{"detail":"Not found."}', 0, "there is no list of events in it"],
    [
      "is not UTF-8",
      new Uint8Array([0x5b, 0x22, 0xc3, 0x28, 0x22, 0x5d]),
      0,
      "it is no valid JSON; records read: 0 (it is not UTF-8)",
    ],
    ["goes on after its end", '[{"id":1}] [2]', 1, "it is no valid JSON; records read: 1 (unexpected characters)"],
    ["has a record without end", `[1,"${"x".repeat(5_000_000)}"]`, 1, "record 2 is longer than 4 MB"],
    ["is half a gzip", gzipSync(page([record()])).subarray(0, 200), 0, "is broken."],
  ])("that %s is read up to there, and says so", async (_, content, count, sentence) => {
    const { records, error } = await readAll(await file(content));
    expect(records.slice(0, count)).toHaveLength(count);
    expect(error).toContain(sentence);
  });

  it("passes over a record nested too deep and reads the next", async () => {
    const { records } = await readAll(await file(`[{"id":1},${"[".repeat(50_000)}${"]".repeat(50_000)},{"id":3}]`));
    expect(values(records)).toEqual([{ id: 1 }, "too_deep", { id: 3 }]);
  });

  it.each([
    ["nowhere.json", "There is no file"],
    [".", "is a folder"],
    ["ftp://example.org/feed.json", "ftp:// is not read, only http:// and https://"],
    ["file:///etc/passwd", "file:// is not read"],
    ["http://", "is no web address"],
  ])("at %j is answered with a sentence", async (location, sentence) => {
    expect((await readAll(location)).error).toContain(sentence);
  });

  it("of 40 MB goes through a program that has 24 MB, unless it keeps the records", async () => {
    const path = join(folder, "large.json");
    const body = "Слово за словом. ".repeat(200);
    const total = 7_000;
    const parts = function* () {
      yield '{"count":0,"next":null,"results":[';
      for (let id = 0; id < total; id += 1) yield (id ? "," : "") + JSON.stringify(record({ id, body_text: body }));
      yield "]}";
    };
    await pipeline(Readable.from(parts()), createWriteStream(path));

    const reader = (keep: string) => `
      import { readJsonFeed } from ${JSON.stringify(new URL("../../bot/feeds/source/read-json-feed.ts", import.meta.url).href)};
      const kept = [];
      let count = 0;
      for await (const one of readJsonFeed(${JSON.stringify(path)}, {})) { count += 1; ${keep} }
      console.log(count);`;
    const run = (keep: string) =>
      promisify(execFile)(process.execPath, ["--max-old-space-size=24", "--input-type=module", "-e", reader(keep)]);
    expect((await run("")).stdout).toBe(`${total}\n`);
    await expect(run("kept.push(one);")).rejects.toThrow("heap out of memory");
  });
});

describe("a feed on the web", () => {
  const closers: (() => void)[] = [];
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const allowed = { access: { alsoReach: ["127.0.0.1"], pace: 0 } };

  it("is read page by page", async () => {
    const asked: (string | undefined)[] = [];
    const root: string = await serve((request, response) => {
      asked.push(request.url);
      const number = Number(new URL(request.url ?? "", "http://x").searchParams.get("page") ?? 1);
      response.end(page([{ id: number }], number < 3 ? `${root}/events/?page=${number + 1}` : null));
    });
    expect(values((await readAll(`${root}/events/`, allowed)).records)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(asked).toEqual(["/events/", "/events/?page=2", "/events/?page=3"]);
  });

  it("may be gzipped and redirected", async () => {
    const root = await serve((request, response) => {
      if (request.url === "/old") return response.writeHead(301, { location: "/new" }).end();
      return response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(page([{ id: 1 }])));
    });
    expect(values((await readAll(`${root}/old`, allowed)).records)).toEqual([{ id: 1 }]);
  });

  it.each<[string, RequestListener, string]>([
    [
      "has its next page elsewhere",
      (_, response) => response.end(page([1], "http://example.org/2")),
      "on another host: http://example.org/2",
    ],
    ["has its next page in a file", (_, response) => response.end(page([1], "file:///etc/passwd")), "on another host"],
    ["leads back to itself", (_, response) => response.end(page([1], "/")), "leads back to itself"],
    [
      "redirects for ever",
      (_, response) => response.writeHead(302, { location: "/" }).end(),
      "redirects more than 5 times",
    ],
    [
      "redirects to a file",
      (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "file:// is not read",
    ],
    ["answers 503", (_, response) => response.writeHead(503).end(), "answered 503"],
    ["redirects nowhere", (_, response) => response.writeHead(304).end(), "answered 304"],
    ["hangs up", (_, response) => response.destroy(), "the connection broke"],
    [
      "hangs up in the middle",
      (_, response) => response.write('[{"id":1},', () => response.destroy()),
      "the connection broke",
    ],
  ])("that %s is refused with a sentence", async (_, answer, sentence) => {
    expect((await readAll(`${await serve(answer)}/`, allowed)).error).toContain(sentence);
  });

  it.each([
    "http://127.0.0.1:9/",
    "http://localhost:9/",
    "http://0x7f.1:9/",
    "http://[::1]:9/",
    "http://[::ffff:10.0.0.1]:9/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
  ])("at %s is not fetched: the address is inside", async (location) => {
    expect((await readAll(location)).error).toContain("an address inside a private network");
  });

  it.each(["http://169.254.169.254/", "http://[::1]/", "//0.0.0.0:1/"])(
    "redirected inside, to %s, is not followed",
    async (location) => {
      const root = await serve((_, response) => response.writeHead(302, { location }).end());
      expect((await readAll(`${root}/`, allowed)).error).toContain("an address inside a private network");
    },
  );

  it.each([
    ["8.8.8.8", true],
    ["2a00:1450:4010:c0f::8b", true],
    ["192.168.1.1", false],
    ["172.31.255.255", false],
    ["172.32.0.1", true],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["255.255.255.255", false],
    ["::", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["::ffff:127.0.0.1", false],
  ])("knows whether %s is public: %j", (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});
