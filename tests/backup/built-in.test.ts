import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startEmbedded } from "../../bot/database/server/embedded.ts";
import { startBot } from "../load/bot-process.ts";
import { words } from "../support/city.ts";
import { endCleanly } from "../support/end-cleanly.ts";
import { runScript } from "../support/run-script.ts";
import { openTelegram } from "../support/telegram.ts";

it("a bot with a PostgreSQL of its own is backed up while people talk to it, lost, restored, and knows them again", async () => {
  const root = await mkdtemp(join(tmpdir(), "ishek-backup-"));
  // PostgreSQL may run under another account than ours, which has to come through.
  await chmod(root, 0o755);
  const DATA_DIR = join(root, "data");
  const to = join(root, "backups");
  const telegram = await openTelegram();
  const env = {
    DATA_DIR,
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    PORT: "0",
    PERSON_BURST: "0",
  };
  let bot = await startBot(env);
  onTestFinished(async () => {
    await bot.kill();
    // A test that failed may have left its server behind.
    await startEmbedded(DATA_DIR).then(
      (server) => server.stop(),
      () => {},
    );
    await rm(root, { recursive: true, force: true });
  });
  const sasha = telegram.person("Саша", { languageCode: "ru" });
  // Polling confirms an update once it is kept, which may be before it is answered.
  const sees = (text: string) => expect.poll(() => sasha.screen).toContain(text);
  await sasha.says("/language");
  await sees("Татарча");
  await sasha.taps("Татарча");
  await sees(words.for("tt")("language.set"));
  await mkdir(join(DATA_DIR, "posters"));
  await writeFile(join(DATA_DIR, "posters", "1.jpg"), "a picture");

  let isOver = false;
  const talking = (async () => {
    const other = telegram.person("Булат", { languageCode: "ru" });
    for (; !isOver; ) await other.says("/tonight");
  })();
  const backup = await runScript("scripts/backup.ts", ["--to", to], env);
  isOver = true;
  await talking;
  expect(backup).toMatchObject({ code: 0, complaint: "" });
  expect(backup.output).toMatch(/^\S+ishek-\d{8}T\d{6}Z: \d+ rows of \d+ tables, 1 files, loaded and compared\.\n$/);
  const made = backup.output.slice(0, backup.output.indexOf(": "));

  const refused = await runScript("scripts/restore.ts", [made], env);
  expect(refused).toMatchObject({
    code: 1,
    complaint: expect.stringContaining("Another Ishek is running on the folder"),
  });
  await endCleanly(bot);
  // A database that needed longer than the bot waited ends by itself.
  await expect.poll(() => existsSync(join(DATA_DIR, "postgres", "postmaster.pid"))).toBe(false);
  const people = await runScript("scripts/restore.ts", [made], env);
  expect(people).toMatchObject({ code: 1, complaint: expect.stringContaining("say --into-existing") });

  await rm(DATA_DIR, { recursive: true });
  const restored = await runScript("scripts/restore.ts", [made], env);
  expect(restored).toMatchObject({ code: 0, complaint: "" });
  expect(restored.output).toMatch(/^\d+ rows of \S+ are back, 1 files too\. Start the bot now\.\n$/);
  expect(await readFile(join(DATA_DIR, "posters", "1.jpg"), "utf8")).toBe("a picture");
  bot = await startBot(env);
  await sasha.says("/tonight");
  await sees("Бүген кич");
  await endCleanly(bot);
});

it.each([
  ["scripts/backup.ts", ["--keep", "0"], "--keep is a whole number from 1 on"],
  ["scripts/backup.ts", ["--kep", "3"], "Usage: npm run backup"],
  ["scripts/restore.ts", [], "Say which backup: one folder."],
])("%s %j says how it is used", async (script, args, complaint) => {
  expect(await runScript(script, args, {})).toMatchObject({ code: 2, complaint: expect.stringContaining(complaint) });
});
