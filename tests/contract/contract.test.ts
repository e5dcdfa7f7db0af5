import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../support/database.ts";
import { announcements } from "./announcements.ts";
import { articles } from "./articles.ts";
import { byHand } from "./by-hand.ts";
import { classes } from "./classes.ts";
import { collections } from "./collections.ts";
import { delivery } from "./delivery.ts";
import { following } from "./following.ts";
import { ideas } from "./ideas.ts";
import { linking } from "./linking.ts";
import { offers } from "./offers.ts";
import { planning } from "./planning.ts";
import { privacy } from "./privacy.ts";
import { programme } from "./programme.ts";
import { questions } from "./questions.ts";
import { runUndone } from "./record.ts";
import { reports } from "./reports.ts";
import { sources } from "./sources.ts";
import { staff } from "./staff.ts";
import { setStage } from "./stage.ts";
import { threads } from "./threads.ts";
import { voices } from "./voices.ts";
import { votes } from "./votes.ts";
import { wishes } from "./wishes.ts";
import { zoom } from "./zoom.ts";

/**
 * PostgreSQL alone knows whether a raw statement names tables and columns that there are. Each is sent once here, so that a
 * renamed column fails under the name of the file that says it; model calls are checked by their types.
 */
const calls = {
  ...announcements,
  ...classes,
  ...collections,
  ...delivery,
  ...ideas,
  ...questions,
  ...linking,
  ...articles,
  ...offers,
  ...planning,
  ...privacy,
  ...programme,
  ...reports,
  ...sources,
  ...staff,
  ...threads,
  ...voices,
  ...votes,
  ...wishes,
  ...byHand,
  ...following,
  ...zoom,
};

/** Raw statements that no call sends: the file, what stands on their line, and why. */
const elsewhere: readonly [file: string, line: RegExp, why: string][] = [
  ["main.ts", /SELECT 1`/, "names nothing"],
  ["database/server/start.ts", /SELECT 1"/, "names nothing"],
  ["database/joined.ts", /SAVEPOINT/, "names nothing"],
  ["digests/fan-out-store.ts", /ANALYZE "Delivery"/, "after thousands of digests"],
];

const { database } = await testDatabase({}, "city");
const stage = await setStage(database);
const recorded = { sites: new Set<string>(), lists: new Set<string>() };

describe("raw statements name what there is, in", () => {
  it.each(Object.entries(calls))("%s", async (_, call) => {
    await runUndone(database, recorded, (joined) => call(joined, stage));
  });
});

describe("the contract", () => {
  it("speaks of no file that is gone or has no raw statement", async () => {
    const files = await filesWithStatements();
    expect(Object.keys(calls).filter((file) => !files.has(file))).toEqual([]);
  });

  it("reaches every raw statement of the program", async () => {
    const missed: string[] = [];
    for (const [file, lines] of await filesWithStatements()) {
      const sent = [...recorded.sites]
        .filter((site) => site.startsWith(`${file}:`))
        .map((site) => Number(site.split(":")[1]));
      // A statement is sent from the line of its beginning, or a line or two below where its type is long.
      const reached = new Set(sent.map((line) => lines.findLast((beginning) => beginning <= line)));
      missed.push(...lines.filter((line) => !reached.has(line)).map((line) => `${file}:${line}`));
    }
    expect(missed).toEqual([]);
  });
});

/** Lists, what they are filtered by, search, and what is chosen or counted of what is shown: nobody writes by it. */
const readAtReplicas = [
  "collections/collection-store.ts",
  "collections/editing/rule-store.ts",
  "offers/index-store.ts",
  "planning/candidate-store.ts",
  "programme/listing/facet-store.ts",
  "programme/listing/institution-facet-store.ts",
  "programme/listing/list-store.ts",
  "programme/listing/overview-store.ts",
  "programme/search/index/refresh-store.ts",
  "programme/search/match/match-store.ts",
  "programme/search/match/spelling-store.ts",
  "programme/similar/similar-store.ts",
  "threads/about-store.ts",
  "wishes/wish-store.ts",
];

it("lists and search are what may be read at a replica, and nothing else is", () => {
  expect([...recorded.lists].sort()).toEqual(readAtReplicas);
});

/** Files of bot/ with raw statements, and the lines on which these begin; none where another file sends what is written there. */
async function filesWithStatements(): Promise<Map<string, number[]>> {
  const root = fileURLToPath(new URL("../../bot/", import.meta.url));
  const found = new Map<string, number[]>();
  for await (const file of glob("**/*.ts", { cwd: root })) {
    const source = await readFile(`${root}${file}`, "utf8");
    const lines = source.split("\n");
    const isElsewhere = (line: string) => elsewhere.some(([path, text]) => path === file && text.test(line));
    const beginnings = lines.flatMap((line, index) =>
      /\$(query|execute)Raw(Unsafe)?\b/.test(line) && !isElsewhere(line) ? [index + 1] : [],
    );
    if (beginnings.length > 0 || source.includes("Prisma.sql`")) found.set(file, beginnings);
  }
  return found;
}
