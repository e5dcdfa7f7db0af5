import { expect, it } from "vitest";
import { cancel, confirm, pause, resume } from "../../bot/announcements/announcement-store.ts";
import { correct } from "../../bot/announcements/draft/correction-store.ts";
import { createDraft } from "../../bot/announcements/draft/draft-store.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { done, draftOf, openHall, text } from "./crowd.ts";

const { database } = await testDatabase();
const all = (said: string) => ({ ru: text(said), tt: text(said), en: text(said) });

it("a draft that somebody changes while another confirms it goes to no more people than were confirmed", async () => {
  const { actor } = await openHall(database, 3);
  const only = [{ kind: "languages" as const, languages: ["en" as const] }];
  const small = { kind: "people" as const, only, except: [] };
  await database.person.updateMany({ where: { id: { gt: 2n } }, data: { language: "ru" } });
  await database.person.create({ data: personRow(new Date(0), { id: 77n, language: "en" }) });
  const id = done(await createDraft(database, actor(), draftOf({ audience: small })));
  let confirmed: ReturnType<typeof confirm> | undefined;
  await database.$transaction(async (tx) => {
    await tx.announcement.update({ where: { id }, data: { audience: { kind: "people", only: [], except: [] } } });
    confirmed = confirm(database, actor(), { id, count: 1 });
    // The runner has got as far as it gets before this commit.
    await waiting();
  });
  expect(confirmed && done(await confirmed)).toEqual({ kind: "grown", count: 4 });
});

/** Resolves when somebody waits for a lock. */
async function waiting(): Promise<void> {
  for (;;) {
    const rows = await database.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
    if (rows.length > 0) return;
  }
}

it("a wrong text that comes every week is right the next time once it was corrected, and stops for good once it was stopped", async () => {
  const { actor, announce, deliver, move, clock, crowd } = await openHall(database, 1);
  const id = await announce({ startAt: clock.now(), isWeekly: true });
  await deliver();
  await correct(database, actor(), id, { kind: "edit", texts: all("Верно") });
  await deliver();
  clock.advance({ seconds: 7 * 86_400 });
  await deliver();
  expect(crowd[0]?.chat.map(({ text: said }) => said)).toEqual(["Верно", "Верно"]);
  clock.advance({ seconds: 7 * 86_400 });
  await move();
  const { id: third } = await database.announcement.findFirstOrThrow({ where: { state: "running" } });
  await cancel(database, actor(), third);
  await deliver();
  clock.advance({ seconds: 7 * 86_400 });
  await deliver();
  expect(crowd[0]?.chat).toHaveLength(2);
});

it("of two corrections the later one is the last, however long the first one takes", async () => {
  const { actor, announce, deliver, move, crowd, state } = await openHall(database, 2);
  const id = await announce();
  await deliver();
  const [first, second] = [
    done(await correct(database, actor(), id, { kind: "edit", texts: all("Первая") })),
    done(await correct(database, actor(), id, { kind: "edit", texts: all("Вторая") })),
  ];
  if (first.kind !== "correcting" || second.kind !== "correcting") throw new Error("not corrected");
  await move();
  expect([await state(first.id), await state(second.id)]).toEqual(["running", "scheduled"]);
  await pause(database, actor(), first.id);
  await deliver();
  await deliver();
  expect(crowd.map(({ chat }) => chat[0]?.text)).toEqual(["Вторая", "Вторая"]);
  expect(done(await resume(database, actor(), first.id))).toEqual({ kind: "elsewhere", state: "cancelled" });
});

it("one that cannot be put into the outbox holds up no other, and goes on when it can", async () => {
  const { announce, deliver, state } = await openHall(database, 2);
  const [broken, sound] = [await announce(), await announce()];
  await database.$executeRawUnsafe(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW."announcementId" = ${broken} THEN RAISE 'broken'; END IF; RETURN NEW; END $$`);
  await database.$executeRaw`
    CREATE TRIGGER "Delivery_refuse" BEFORE INSERT ON "Delivery" FOR EACH ROW EXECUTE FUNCTION refuse()`;
  await deliver();
  expect([await state(broken), await state(sound)]).toEqual(["preparing", "done"]);
  await database.$executeRaw`DROP TRIGGER "Delivery_refuse" ON "Delivery"`;
  await deliver();
  expect(await state(broken)).toBe("done");
});
