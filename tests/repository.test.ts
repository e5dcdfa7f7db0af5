import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig } from "../bot/config/config.ts";
import { asNpmStart } from "./load/bot-process.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFile(`${root}/${path}`, "utf8");

/** Paths of the files that match, from the root; what is generated is left out. */
async function find(pattern: string): Promise<string[]> {
  const generated = ["prisma/client/", "bot/words/keys.ts"];
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) {
    if (!generated.some((start) => path.startsWith(start))) found.push(path);
  }
  return found.sort();
}

/** The paths of those files whose code, comments left out, matches. */
async function filesWith(pattern: RegExp, paths: string[]): Promise<string[]> {
  const sources = await Promise.all(paths.map(async (path) => ({ path, source: await read(path) })));
  return sources.filter(({ source }) => pattern.test(withoutComments(source))).map(({ path }) => path);
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** Ways to ask the system what time it is; spelled so that this file asks in none of them. */
const asksTheSystem = /new Date\(\s*\)|Date\.now\b|DateTime\.(now|local|utc)\(\s*\)|toFake: \[[^\]]*"Date"/;

describe("a file of the repository", () => {
  it("has at most 250 lines", async () => {
    // Tables of data and cases, which do not read better in pieces.
    const tables = ["prisma/seed/events/", "tests/programme/search/queries.ts", "tests/feeds/kudago-parse.test.ts"];
    const paths = await find("{bot,flows,playground,prisma,scripts,tests}/**/*.{ts,js,css}");
    const lines = await Promise.all(paths.map(async (path) => (await read(path)).split("\n").length - 1));
    const long = paths.filter((path, index) => (lines[index] ?? 0) > 250 && !tables.some((t) => path.startsWith(t)));
    expect(long).toEqual([]);
    expect(paths.length).toBeGreaterThan(200);
  });

  it("reads the environment only where a program begins or starts another one", async () => {
    const allowed = ["bot/database/server/embedded.ts", "bot/foreign/start-reader.ts", "bot/main.ts", "scripts/"];
    const found = await filesWith(/process\.env\b/, await find("{bot,flows,playground,prisma,scripts}/**/*.ts"));
    expect(found).toContain("bot/main.ts");
    expect(found.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
  });

  it("names no folder that only one machine has, and measures nobody who did not ask", async () => {
    const paths = await find("{bot,flows,playground,prisma,scripts,tests,locales,cities}/**/*.{ts,mjs,yaml}");
    // Left there by somebody who looked for what is slow, such a flag slowed down every start that a test made.
    expect(await filesWith(/["'`= ]\/(?:tmp|home|Users|root)\/|--(?:cpu|heap)-prof/, paths)).toEqual([]);
    expect(paths.length).toBeGreaterThan(200);
  });

  it("exports no type under the name of another", async () => {
    const seen = new Map<string, string[]>();
    for (const path of await find("{bot,flows}/**/*.ts")) {
      for (const [, name = ""] of (await read(path)).matchAll(/^export (?:interface|type|class) (\w+)/gm))
        seen.set(name, [...(seen.get(name) ?? []), path]);
    }
    expect(seen.size).toBeGreaterThan(500);
    expect([...seen].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it("names a messenger only among the doors, and where people's addresses are told apart", async () => {
    const found = await filesWith(/["'`](?:telegram|max)(?:["'`]|:)/, await find("{bot,flows,scripts,prisma}/**/*.ts"));
    expect(found).toContain("bot/people/address.ts");
    const allowed = ["bot/doors/", "bot/people/"];
    expect(found.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
  });

  it("takes nobody's id at a messenger for their own", async () => {
    const paths = (await find("{bot,flows}/**/*.ts")).filter((path) => !path.startsWith("bot/doors/"));
    // Whether a contact is its sender's own is between the two of them and Telegram.
    expect(await filesWith(/\bfrom\??\.id\b/, paths)).toEqual([
      "flows/classes/enrolment/own-contact.ts",
      "flows/kit/ask/ask-contact.ts",
    ]);
    expect(await filesWith(/\bchat_?id\b[^,;\n]*\b(?:person|reader)\b/i, paths)).toEqual([]);
  });

  it("asks the system for the time only where the clock is made", async () => {
    const allowed = ["bot/schedule/clock.ts", "scripts/"];
    const found = await filesWith(asksTheSystem, await find("{bot,flows,playground,prisma,scripts}/**/*.ts"));
    expect(found).toContain("bot/schedule/clock.ts");
    expect(found.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
  });

  it("is a test of no real date, unless real processes, timers or browsers run in it", async () => {
    const tests = await find("tests/**/*.ts");
    expect(await filesWith(asksTheSystem, tests)).toEqual([]);
    const allowed = [
      // Real processes with a real clock are killed, measured and tortured; their cities are made around the real day.
      "tests/load/",
      "tests/crash/",
      // A page in a real browser shows real times.
      "tests/page/",
      // What rings by itself is due by the clock that timers go by.
      "tests/delivery/database-away.test.ts",
      "tests/delivery/dispatcher.test.ts",
      "tests/delivery/post-office.ts",
      "tests/schedule/alarm.test.ts",
      "tests/repository.test.ts",
    ];
    const found = await filesWith(/\bsystemClock\b/, tests);
    expect(found).toContain("tests/schedule/alarm.test.ts");
    expect(found.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
  });

  it("lets no dialogue end by the clock of the conversations plugin", async () => {
    expect(
      await filesWith(/maxMilliseconds|\b(dialogue|conversation)\.now\(/, await find("{bot,flows}/**/*.ts")),
    ).toEqual([]);
  });
});

describe("the schema", () => {
  it("takes no time from PostgreSQL or Prisma, except for plumbing", async () => {
    const schema = withoutComments(await read("prisma/schema.prisma"));
    const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
    const asking = models.flatMap(([, model, body = ""]) =>
      [...body.matchAll(/^ {2}(\w+) .*(?:@default\(.*(?:now\(\)|CURRENT_)|@updatedAt)/gm)].map(
        ([, field]) => `${model}.${field}`,
      ),
    );
    expect(models.length).toBeGreaterThan(30);
    expect(asking).toEqual(["UpdateReceipt.handledAt", "JobRun.startedAt"]);
  });
});

it("the image and `npm start` call one script, and measurements give V8 the flags that stand in it", async () => {
  const command = JSON.parse(await read("package.json")).scripts.start;
  expect(command).toBe("node --env-file-if-exists=.env scripts/start.mjs");
  expect(await read("Dockerfile")).toMatch(/^CMD \["node", "scripts\/start\.mjs"\]$/m);
  const flags = (await read("scripts/start.mjs")).match(/(?<=")--[a-z-]+(?:=\d+)?(?=")/g) ?? [];
  expect(flags).toEqual(expect.arrayContaining(asNpmStart.filter((flag) => /^--(max|wasm)-/.test(flag))));
  expect(flags).toContain("--memory-saver-mode");
});

it("the image has every folder that the program reads by its place", async () => {
  const named = new Set<string>();
  for (const path of await find("{bot,flows,scripts,playground,prisma/seed}/**/*.{ts,mjs}"))
    for (const [, folder = ""] of (await read(path)).matchAll(/new URL\("(?:\.\.\/)+([a-z]+)(?=[/"])/g))
      named.add(folder);
  expect([...named]).toEqual(expect.arrayContaining(["cities", "locales"]));
  const allowed = (await read(".dockerignore")).split("\n");
  expect([...named].filter((folder) => folder !== "bot" && !allowed.includes(`!${folder}`))).toEqual([]);
});

describe(".env.example", () => {
  it("lists the variables of bot/config/config.ts and no others, with their defaults", async () => {
    const variables = variablesIn(await read("bot/config/config.ts"));
    const listed = parseEnv(await read(".env.example"));
    expect(Object.keys(listed).sort()).toEqual([...variables.keys()].sort());
    for (const [name, value] of variables) expect({ [name]: listed[name] }).toEqual({ [name]: value ?? listed[name] });
  });

  it("starts the same bot as no environment at all", async () => {
    expect(readConfig(parseEnv(await read(".env.example")))).toEqual(readConfig({}));
  });

  it("names no variable that the README does not explain", async () => {
    const readme = await read("README.md");
    const names = Object.keys(parseEnv(await read(".env.example")));
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

/** The variables in the schema of bot/config/config.ts, with their default where it is written there. */
function variablesIn(source: string): Map<string, string | undefined> {
  const schema = source.slice(source.indexOf("const environment"), source.indexOf("\n});"));
  const variables = schema.split(/^ {2}(?=[A-Z_]+: )/m).slice(1);
  return new Map(
    variables.map((text) => {
      const value =
        /\.default\("([^"]*)"\)/.exec(text)?.[1] ?? /integer\(([\d_]+)/.exec(text)?.[1]?.replaceAll("_", "");
      return [text.slice(0, text.indexOf(":")), text.includes(".optional()") ? "" : value];
    }),
  );
}
