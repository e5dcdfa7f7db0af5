import { describe, expect, it, onTestFinished } from "vitest";
import type { Lane } from "../../bot/delivery/delivery.ts";
import { accountOf } from "../../bot/doors/telegram/door.ts";
import { DeadlineError } from "../../bot/net/deadline.ts";
import { markBlocked } from "../../bot/people/address-store.ts";
import { escapeHtml } from "../../bot/words/html.ts";
import { administer } from "../support/administer.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import {
  fateOf,
  minutes,
  notes,
  openOffice,
  openStoppedOffice,
  post,
  resident,
  textsOf,
  wireTo,
} from "./post-office.ts";

const { database, url } = await testDatabase();
const open = (options?: { parallelism?: number }) => openStoppedOffice(database, options);

describe("the dispatcher sends", () => {
  it("what is due, in the person's language, and what is not due stays", async () => {
    const { clock, telegram, office } = await open();
    const alsu = await resident(database, telegram, "Алсу", "tt");
    const now = await post(database, clock, alsu, "Хәзер");
    const later = await post(database, clock, alsu, "Соңрак", { dueAt: new Date(clock.now().getTime() + minutes(5)) });
    await office.drain();
    alsu.sees("Хәзер (tt)");
    expect(await fateOf(database, now)).toMatchObject({
      state: "sent",
      attempts: 1,
      messageId: String(alsu.latest?.id),
    });
    expect((await fateOf(database, later)).state).toBe("pending");
    clock.advance({ seconds: 300 });
    await office.drain();
    alsu.sees("Соңрак");
  });

  it("the same key once, however often it is put in", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    await post(database, clock, ivan, "Раз", { dedupeKey: "once" });
    await post(database, clock, ivan, "Два", { dedupeKey: "once" });
    await office.drain();
    expect(textsOf(ivan)).toEqual(["Раз"]);
  });

  it("in the order in which messages were due", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const before = (count: number) => ({ dueAt: new Date(clock.now().getTime() - minutes(count)) });
    for (const count of [1, 3, 2]) await post(database, clock, ivan, String(count), before(count));
    await office.drain();
    expect(textsOf(ivan)).toEqual(["3", "2", "1"]);
  });

  it("urgent before bulk, and bulk in a flood of urgent", async () => {
    const { clock, telegram, office, settled } = await open({ parallelism: 1 });
    for (const lane of ["bulk", "urgent", "normal"] satisfies Lane[]) {
      for (let n = 0; n < 40; n += 1) {
        const person = await resident(database, telegram, `${lane} ${n}`);
        await post(database, clock, person, "…", { lane });
      }
    }
    await office.drain();
    const first = settled.slice(0, 60).map((line) => line.split(" ")[0]);
    expect(first.slice(0, 2)).toEqual(["urgent", "urgent"]);
    const count = (lane: Lane) => first.filter((each) => each === lane).length;
    expect([count("urgent"), count("normal"), count("bulk")]).toEqual([40, 10, 10]);
  });

  it("silently and protected where it was asked to, with buttons and without a preview", async () => {
    const { clock, telegram } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const office = openOffice({
      database,
      clock,
      messenger: wireTo(telegram),
      ticks: () => clock.now().getTime(),
      renderers: {
        link: async ({ payload }) => ({
          kind: "message",
          text: escapeHtml(`<${(payload as { text: string }).text}>`),
          keyboard: [[{ text: "Открыть", url: "https://example.org/" }]],
          isProtected: true,
        }),
      },
    });
    await post(database, clock, ivan, "Zoom", { kind: "link", silent: true });
    await database.$executeRaw`UPDATE "Lease" SET "until" = now() - interval '1 ms'`;
    await office.drain();
    ivan.sees("<Zoom>");
    ivan.sees("[Открыть]");
    expect(ivan.latest).toMatchObject({ isProtected: true });
    const call = telegram.calls.find(({ method }) => method === "sendMessage");
    expect(call?.payload).toMatchObject({ disable_notification: true, link_preview_options: { is_disabled: true } });
  });
});

describe("the dispatcher does not send", () => {
  it.each(["blocked", "deactivated", "never_started"] as const)(
    "to somebody %s: they are marked, and skipped until they come back",
    async (why) => {
      const { clock, telegram, office } = await open();
      const ivan = telegram.person("Иван", { hasStarted: why !== "never_started" });
      await database.person.create({ data: personRow(clock.now(), { telegramId: ivan.user.id }) });
      if (why === "blocked") void ivan.blocksBot();
      if (why === "deactivated") ivan.leavesTelegram();
      const first = await post(database, clock, ivan, "Раз");
      await office.drain();
      expect(await fateOf(database, first)).toMatchObject({ state: "failed", reason: why });
      const second = await post(database, clock, ivan, "Два");
      await office.drain();
      expect(await fateOf(database, second)).toMatchObject({ state: "pending", attempts: 0 });
      await markBlocked(database, accountOf(ivan.user), false, clock.now());
      if (why === "blocked") void ivan.unblocksBot();
      await office.drain();
      expect((await fateOf(database, second)).state).toBe(why === "blocked" ? "sent" : "failed");
    },
  );

  it("what has nothing to say, what is broken, what nobody writes; and goes on", async () => {
    const { clock, telegram, office, settled } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const silence = await post(database, clock, ivan, "", { kind: "silence" });
    const broken = await post(database, clock, ivan, "", { kind: "broken" });
    const unknown = await post(database, clock, ivan, "", { kind: "unheard-of" });
    await post(database, clock, ivan, "Дальше");
    await office.drain();
    expect(await fateOf(database, silence)).toMatchObject({
      state: "cancelled",
      reason: "the event is gone",
      attempts: 0,
    });
    expect(await fateOf(database, broken)).toMatchObject({
      state: "failed",
      reason: "not rendered: Error: a template is broken",
      attempts: 0,
    });
    expect(await fateOf(database, unknown)).toMatchObject({ state: "failed", reason: 'nobody writes "unheard-of"' });
    expect(textsOf(ivan)).toEqual(["Дальше"]);
    expect(settled.sort()).toEqual(["normal cancelled", "normal delivered", "normal failed", "normal failed"]);
  });

  it("what could not be written in time while the database was busy, but comes again half a minute later", async () => {
    const { clock, telegram } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const key = await post(database, clock, ivan, "Урок");
    let isBusy = true;
    const slow: typeof notes = {
      note: async (delivery, recipient) => {
        if (isBusy) throw new DeadlineError("took longer than 5 s");
        return notes["note"]?.(delivery, recipient) ?? { kind: "nothing", reason: "" };
      },
    };
    const office = openOffice({ database, clock, messenger: wireTo(telegram), renderers: slow });
    await office.drain();
    expect(await fateOf(database, key)).toMatchObject({ state: "pending", attempts: 0 });
    isBusy = false;
    clock.advance({ seconds: 30 });
    await office.drain();
    expect(textsOf(ivan)).toEqual(["Урок"]);
  });

  it("what fails with a long reason of emoji, whose end is cut through one of them", async () => {
    const { clock, telegram } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const key = await post(database, clock, ivan, "Урок");
    const broken: typeof notes = {
      note: async () => {
        throw new Error("😀".repeat(300));
      },
    };
    await openOffice({ database, clock, messenger: wireTo(telegram), renderers: broken }).drain();
    expect(await fateOf(database, key)).toMatchObject({ state: "failed" });
  });

  it("what is too late", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const key = await post(database, clock, ivan, "Поздно");
    clock.advance({ seconds: 3_600 });
    await office.drain();
    expect(await fateOf(database, key)).toMatchObject({ state: "expired", attempts: 0 });
    expect(ivan.chat).toEqual([]);
  });

  it("what Telegram refused a second time, and goes on with the next", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    telegram.fail({
      method: "sendMessage",
      times: 1,
      with: { code: 400, description: "Bad Request: BUTTON_URL_INVALID" },
    });
    const refused = await post(database, clock, ivan, "Плохая кнопка");
    await office.drain();
    await post(database, clock, ivan, "Хорошая");
    await office.drain();
    expect(await fateOf(database, refused)).toMatchObject({
      state: "failed",
      reason: "400 Bad Request: BUTTON_URL_INVALID",
    });
    expect(textsOf(ivan)).toEqual(["Хорошая"]);
  });
});

it("an outcome that PostgreSQL refused for a deadlock is written nevertheless, or nobody would send the rest", async () => {
  const { clock, telegram, office } = await open();
  const ivan = await resident(database, telegram, "Иван");
  const key = await post(database, clock, ivan, "Раз");
  // A sequence goes on although what used it is taken back: the first time fails, the second does not.
  await administer(
    url,
    `CREATE SEQUENCE tries;
     CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW."state" = 'sent' AND nextval('tries') = 1 THEN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF;
       RETURN NEW;
     END $$;
     CREATE TRIGGER fail_once BEFORE UPDATE ON "Delivery" FOR EACH ROW EXECUTE FUNCTION fail_once()`,
  );
  onTestFinished(() => administer(url, "DROP FUNCTION fail_once CASCADE; DROP SEQUENCE tries").then(() => {}));
  await office.drain();
  expect(await fateOf(database, key)).toMatchObject({ state: "sent", attempts: 1 });
  expect(textsOf(ivan)).toEqual(["Раз"]);
});
