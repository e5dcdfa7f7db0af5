import { once } from "node:events";
import { expect, it } from "vitest";
import type { FeedFormat } from "../../../../bot/feeds/feed-format.ts";
import { RunningImports } from "../../../../bot/feeds/preview/running.ts";
import { awaitLook, beginLook, findLook } from "../../../../flows/staff/importing/looks.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

/** A source of which nothing comes, as of a server that has gone to sleep; tells when somebody waits for it. */
function silence(fileId = "a") {
  const waiting = Promise.withResolvers<void>();
  const format: FeedFormat = {
    source: "sheet",
    async *records(_, { signal }) {
      waiting.resolve();
      if (signal && !signal.aborted) await once(signal, "abort");
      signal?.throwIfAborted();
      yield* [];
    },
  };
  return { file: { fileId, format, bytes: new Uint8Array() }, isWaitedFor: waiting.promise };
}

/** A source that is empty as soon as it is let go. */
function gate(fileId: string) {
  const opened = Promise.withResolvers<void>();
  const format: FeedFormat = {
    source: "sheet",
    async *records() {
      await opened.promise;
      yield* [];
    },
  };
  return { file: { fileId, format, bytes: new Uint8Array() }, open: opened.resolve };
}

const impatient = () => new RunningImports({ patience: 0 });
const aborted = { kind: "done", value: { read: 0, stopped: { kind: "asked" } } };
const actorOf = async () => {
  const admin = await colleague(city, "en", "admin");
  return { by: await idOf(city.services.database, admin), now: city.clock.now() };
};

it("a look at a file that takes for ever ends by itself", async () => {
  expect(await beginLook(city.services, await actorOf(), silence().file, 0).seen).toMatchObject(aborted);
});

it("a look at a file ends when the same person has one looked through again, and not by anybody else's", async () => {
  const [alsu, timur] = [await actorOf(), await actorOf()];
  const looks = [silence(), silence(), silence()] as const;
  const first = beginLook(city.services, alsu, looks[0].file);
  await looks[0].isWaitedFor;
  const other = beginLook(city.services, timur, looks[1].file);
  await looks[1].isWaitedFor;
  const again = beginLook(city.services, alsu, looks[2].file);
  expect(await first.seen).toMatchObject(aborted);
  await looks[2].isWaitedFor;
  const last = [beginLook(city.services, alsu, silence().file, 0), beginLook(city.services, timur, silence().file, 0)];
  const all = [again, other, ...last].map(({ seen }) => seen);
  expect(await Promise.all(all)).toMatchObject([aborted, aborted, aborted, aborted]);
});

it("a look at a file ends with the program", async () => {
  const stop = new AbortController();
  const look = silence();
  const imports = new RunningImports({ signal: stop.signal });
  const { seen } = beginLook({ ...city.services, imports }, await actorOf(), look.file);
  await look.isWaitedFor;
  stop.abort();
  expect(await seen).toMatchObject(aborted);
});

it("a look that takes longer than its chat waits tells its end once, and is shown to whoever asks then", async () => {
  const services = { ...city.services, imports: impatient() };
  const actor = await actorOf();
  const { file, open } = gate("slow");
  const look = beginLook(services, actor, file);
  let told = 0;
  const onEnd = async () => {
    told += 1;
  };
  expect(await awaitLook(services, actor.by, look, onEnd)).toBe("late");
  expect(await awaitLook(services, actor.by, look, onEnd)).toBe("late");
  open();
  await services.imports.idle();
  expect(told).toBe(1);
  expect(findLook(actor.by, "slow")).toBe(look);
  const end = await awaitLook(city.services, actor.by, look, onEnd);
  expect(end).toMatchObject({ kind: "done", value: { read: 0 } });
  expect(findLook(actor.by, "slow")).toBeUndefined();
});

it("the end of a look is not told where another file is looked through by then", async () => {
  const services = { ...city.services, imports: impatient() };
  const actor = await actorOf();
  let told = 0;
  const onEnd = async () => {
    told += 1;
  };
  const left = silence("left");
  const look = beginLook(services, actor, left.file);
  expect(await awaitLook(services, actor.by, look, onEnd)).toBe("late");
  beginLook(services, actor, silence("taken").file, 0);
  await services.imports.idle();
  expect(told).toBe(0);
});

it("staff reads that it takes longer, is told when it is over, and sees what came of it at a press", async () => {
  const t = words.for("ru");
  const { services } = city;
  const usual = services.imports;
  const admin = await colleague(city, "ru", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  await admin.taps(t("importing.button"));
  await admin.taps(t("importing.send"));
  services.imports = impatient();
  await admin.sendsDocument("a.csv", "Название;Начало;Место\nРапсодия;05.12.2026 18:30;Большой зал");
  await services.imports.idle();
  services.imports = usual;
  const said = admin.chat.map(({ text }) => text);
  expect(said).toContain(t("importing.looking"));
  expect(said.at(-1)).toBe(t("importing.looked"));
  await admin.taps(t("importing.show"));
  // In place of the question, which stands above the word that it has ended.
  expect(admin.chat.at(-2)?.text).toContain(t("importing.created", { count: 1 }));
});
