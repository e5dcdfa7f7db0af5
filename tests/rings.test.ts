import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

/** Files whose import breaks a ring, and the beginning of the reason that the lint rule must give. */
const refused: [file: string, imports: string, reason: string][] = [
  ["bot/words/x.ts", "../programme/listing/list-query.ts", "Words know"],
  ["bot/words/x.ts", "grammy", "Words know"],
  ["bot/words/x.ts", "../database/database.ts", "Words know"],
  ["bot/when/x.ts", "../words/dates.ts", "The grammar of when"],
  ["bot/when/x.ts", "../programme/event.ts", "The grammar of when"],
  ["bot/when/x.ts", "grammy", "The grammar of when"],
  ["bot/programme/x.ts", "grammy", "Rules are pure"],
  ["bot/programme/x.ts", "./save-store.ts", "Rules are pure"],
  ["bot/programme/listing/x.ts", "../../words/time/when.ts", "Rules are pure"],
  ["bot/programme/listing/x.ts", "./words.ts", "Rules are pure"],
  ["bot/programme/search/x.ts", "../../../prisma/client/client.ts", "Rules are pure"],
  ["bot/programme/search/x.ts", "../../database/database.ts", "Rules are pure"],
  ["bot/programme/search/x.ts", "../../../flows/search.ts", "Imports point inward"],
  ["bot/classes/enrolments/x.ts", "./enrol-store.ts", "Rules are pure"],
  ["bot/classes/lessons/x.ts", "../../words/time/dates.ts", "Rules are pure"],
  ["bot/classes/lessons/x.ts", "./message-words.ts", "Rules are pure"],
  ["bot/announcements/audience/audience.ts", "../database/database.ts", "Rules are pure"],
  ["bot/staff/x.ts", "../../prisma/client/client.ts", "Rules are pure"],
  ["bot/zoom/x.ts", "../net/network-errors.ts", "Rules are pure"],
  ["bot/zoom/x.ts", "undici", "Rules are pure"],
  ["bot/zoom/x.ts", "../../flows/menu.ts", "Imports point inward"],
  ["bot/reports/counting/span.ts", "./people-store.ts", "Rules are pure"],
  ["bot/programme/card/words.ts", "./card-store.ts", "Words turn data"],
  ["bot/programme/card/words.ts", "grammy", "Words turn data"],
  ["bot/programme/card/card-store.ts", "../../words/time/when.ts", "Stores give data"],
  ["bot/programme/card/card-store.ts", "grammy", "Telegram is one door"],
  ["bot/people/person-store.ts", "../doors/telegram/screen/show.ts", "Telegram is one door"],
  ["bot/people/person-store.ts", "../../flows/menu.ts", "Imports point inward"],
  ["bot/database/x.ts", "../programme/event.ts", "The database is the ground floor"],
  ["bot/database/server/x.ts", "../../programme/event.ts", "The database is the ground floor"],
  ["bot/feeds/x.ts", "grammy/types", "Telegram is one door"],
  ["bot/feeds/x.ts", "pg", "Only stores"],
  ["bot/schedule/x.ts", "../../prisma/client/client.ts", "Only stores"],
  ["bot/schedule/x.ts", "../../playground/telegram.ts", "Imports point inward"],
  ["bot/doors/telegram/x.ts", "../../../prisma/client/client.ts", "Only stores"],
  ["bot/doors/telegram/x.ts", "../../main.ts", "Imports point inward"],
  ["bot/doors/telegram/x.ts", "../../web/server.ts", "Imports point inward"],
  ["bot/web/x.ts", "../../flows/menu.ts", "Imports point inward"],
  ["bot/log.ts", "./main.ts", "Imports point inward"],
  ["bot/main.ts", "../flows/menu.ts", "flows/bot.ts puts the screens"],
  ["flows/x.ts", "../prisma/client/client.ts", "Flows load and save"],
  ["flows/x.ts", "../bot/database/database.ts", "Flows load and save"],
  ["flows/x.ts", "./dialogues.ts", "A screen enters"],
  ["flows/kit/steps/x.ts", "../../../bot/main.ts", "Flows do not know"],
  ["flows/bot.ts", "../bot/web/server.ts", "Flows do not know"],
  ["flows/bot.ts", "../playground/telegram.ts", "Flows do not know"],
  ["scripts/develop/schema/x.ts", "../../../bot/database/migrate.ts", "The schema is compared"],
  ["playground/x.ts", "../bot/context.ts", "The playground is Telegram"],
  ["playground/x.ts", "grammy", "The playground is Telegram"],
  ["scripts/x.ts", "grammy", "Telegram is one door"],
];

/** Imports of the same kinds that the house is built with. */
const taken: [file: string, imports: string][] = [
  ["bot/words/x.ts", "../programme/event.ts"],
  ["bot/words/x.ts", "luxon"],
  ["bot/programme/listing/x.ts", "../event.ts"],
  ["bot/programme/listing/words.ts", "../../words/time/when.ts"],
  ["bot/programme/card/buttons.ts", "grammy/types"],
  ["bot/programme/card/card-store.ts", "../../../prisma/client/client.ts"],
  ["bot/classes/lessons/x.ts", "../../words/time/local-time.ts"],
  ["bot/programme/listing/x.ts", "../../words/time/local-time.ts"],
  ["bot/programme/card/card-store.ts", "../../words/time/local-time.ts"],
  ["bot/classes/enrolments/x-store.ts", "../../zoom/tasks/task-store.ts"],
  ["bot/zoom/client/session.ts", "../net/network-errors.ts"],
  ["bot/database/x.ts", "../../prisma/client/client.ts"],
  ["bot/doors/telegram/x.ts", "grammy"],
  ["bot/doors/telegram/x-store.ts", "@grammyjs/conversations"],
  ["bot/main.ts", "../flows/bot.ts"],
  ["bot/main.ts", "./web/server.ts"],
  ["flows/x.ts", "../bot/programme/card/card-store.ts"],
  ["flows/x.ts", "../bot/database/batch.ts"],
  ["flows/bot.ts", "./dialogues.ts"],
  ["playground/x.ts", "@grammyjs/types"],
  ["playground/start.ts", "../bot/database/database.ts"],
  ["tests/x.test.ts", "../playground/telegram.ts"],
];

const planted = Map.groupBy([...refused, ...taken], ([file]) => file);
let folder: string;
let diagnostics: Diagnostic[];

interface Diagnostic {
  message: string;
  category: string;
  location: { path: string; start: { line: number } };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ishek-rings-"));
  for (const name of ["biome.json", "biome.rings.json"]) await copyFile(join(root, name), join(folder, name));
  for (const [file, lines] of planted) await plant(file, lines.map(([, imports]) => `import "${imports}";`).join("\n"));
  await plant("bot/round/there.ts", 'import { back } from "./back.ts";\nexport const there = () => back;\n');
  await plant("bot/round/back.ts", 'import { there } from "./there.ts";\nexport const back = () => there;\n');
  diagnostics = await lint();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the import rule", () => {
  it.each(refused)("refuses in %s: import %s", (file, imports, reason) => {
    expect(reasonsAgainst(file, imports)).toEqual([expect.stringContaining(reason)]);
  });

  it.each(taken)("takes in %s: import %s", (file, imports) => {
    expect(reasonsAgainst(file, imports)).toEqual([]);
  });

  it("refuses a cycle", () => {
    const cycles = diagnostics.filter(({ category }) => category.endsWith("/noImportCycles"));
    expect(cycles.map(({ location }) => location.path).sort()).toEqual(["bot/round/back.ts", "bot/round/there.ts"]);
  });
});

async function plant(file: string, source: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), source);
}

/** What Biome says of the planted files; it ends with an error because there is much to say. */
async function lint(): Promise<Diagnostic[]> {
  const options = ["lint", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = await run(process.execPath, [biome, ...options], { cwd: folder }).catch(
    (failed: { stdout: string }) => failed,
  );
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

function reasonsAgainst(file: string, imports: string): string[] {
  const line = (planted.get(file) ?? []).findIndex((entry) => entry[1] === imports) + 1;
  return diagnostics
    .filter(({ category }) => category.endsWith("/noRestrictedImports"))
    .filter(({ location }) => location.path === file && location.start.line === line)
    .map(({ message }) => message);
}
