import { describe, expect, it } from "vitest";
import { feedCallback } from "../../../../bot/feeds/scheduled/callbacks.ts";
import { runDueFeeds } from "../../../../bot/feeds/scheduled/feeds-job.ts";
import type { Language } from "../../../../bot/words/language.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { page, record } from "../../../feeds/kudago-records.ts";
import { serve } from "../../../feeds/sources/server.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { forges, labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });
const ways = { alsoReach: ["127.0.0.1"], pace: 0 };
const day = 86_400_000;

const inDays = (days: number): number => Math.floor((city.clock.now().getTime() + days * day) / 1000);
const recordsOf = (ids: readonly number[]) =>
  ids.map((id) => record({ id, title: `концерт номер ${id}`, dates: [{ start: inDays(id) }] }));

async function open(records: unknown[]) {
  const state = { records };
  const root = await serve((_, response) => response.end(page(state.records)));
  return { state, address: `${root}/events/?secret=1` };
}

/** Walks an admin through the questions of a new feed. */
async function makeFeed(admin: Person, language: Language, address: string): Promise<void> {
  const t = words.for(language);
  await admin.says("/staff");
  await admin.taps(t("feed.title"));
  await admin.taps(t("feed.button.new"));
  await admin.says("скоро");
  admin.sees(t("feed.ask.address_again"));
  await admin.says(address);
  admin.sees(t("feed.ask.kind"));
  await admin.taps(t("feed.kind.kudago"));
  await admin.taps(t("programme.button.no_institution"));
  admin.sees(t("feed.ask.action"));
  await admin.taps(t("feed.button.review"));
  admin.sees(t("feed.ask.hour"));
  await admin.taps("05:00");
  admin.sees(t("feed.made"));
}

const runAll = () => {
  const { services } = city;
  return runDueFeeds({ ...services, ways, signal: services.imports.signal }, city.clock.now());
};

describe.each(["ru", "tt", "en"] as const)("feeds in %s", (language) => {
  const t = words.for(language);

  it("are made by one question at a time, read, paused, put to another hour and deleted", async () => {
    const { database } = city.services;
    city.services.feedWays = ways;
    await database.feed.deleteMany();
    const admin = await colleague(city, language, "admin");
    const { state, address } = await open(recordsOf([1, 2, 3]));
    await makeFeed(admin, language, address);
    // What stands behind the question mark may be a key.
    expect(admin.screen).not.toContain("secret");
    expect(await database.feed.findFirst()).toMatchObject({ kind: "kudago", hour: 5, action: "review", key: null });

    await admin.taps(t("feed.button.run"));
    admin.sees(t("feed.outcome.done", { created: 3, updated: 0, unchanged: 0, refused: 0, vanished: 0 }));
    admin.sees(t("feed.drafts", { count: 3 }));
    expect(labels(admin)).toContain("Концерт номер 1");

    // Less than half is left: nothing is changed, the maker is told once, and takes it all the same.
    state.records = recordsOf([1]);
    await admin.taps(t("feed.button.run"));
    admin.sees(t("feed.outcome.held_fewer", { expected: 3, kept: 1 }));
    await admin.taps(t("feed.button.force"));
    admin.sees(t("feed.missing", { count: 2 }));
    expect(labels(admin)).toContain(t("feed.gone_event", { title: "Концерт номер 2" }));
    expect(labels(admin)).not.toContain(t("feed.button.force"));

    await admin.taps(t("feed.button.pause"));
    admin.sees(t("feed.paused"));
    await admin.taps(t("feed.button.resume"));
    await admin.taps(t("feed.button.hour"));
    await admin.taps("23:00");
    admin.sees(t("feed.hour", { hour: "23:00" }));
    await admin.taps(t("feed.button.delete"));
    await admin.taps(t("button.back"));
    await admin.taps(t("feed.button.delete"));
    await admin.taps(t("feed.button.yes_delete"));
    admin.sees(t("feed.deleted"));
    expect(await database.feed.count()).toBe(0);
    expect(await database.eventText.count()).toBeGreaterThanOrEqual(3);
    await database.event.deleteMany();
  });
});

it("of news gives them to an editor one by one", async () => {
  const t = words.for("ru");
  city.services.feedWays = ways;
  const item = (id: number) =>
    `<item><guid>${id}</guid><title>Новость ${id}</title><description>Текст</description></item>`;
  const root = await serve((_, response) => response.end(`<rss><channel>${item(1)}${item(2)}</channel></rss>`));
  const admin = await colleague(city, "ru", "admin");
  await admin.says("/staff");
  await admin.taps(t("feed.title"));
  await admin.taps(t("feed.button.new"));
  await admin.says(`${root}/rss`);
  await admin.taps(t("programme.button.no_institution"));
  await admin.taps("05:00");
  await admin.taps(t("feed.button.run"));
  await admin.taps(t("feed.button.hints", { count: 2 }));
  admin.sees("Новость 1");
  await admin.taps(t("feed.button.settle"));
  admin.sees("Новость 2");
  await admin.taps(t("feed.button.settle"));
  admin.sees(t("feed.no_hints"));
});

it("of a key ask for it, and show it to nobody", async () => {
  const t = words.for("ru");
  const admin = await colleague(city, "ru", "admin");
  await admin.says("/staff");
  await admin.taps(t("feed.title"));
  await admin.taps(t("feed.button.new"));
  await admin.says("https://pro.culture.ru/api/2.5/events?locales=20");
  admin.sees(t("feed.ask.key"));
  await admin.says("very-secret-key");
  await admin.taps(t("programme.button.no_institution"));
  await admin.taps(t("feed.button.draft"));
  await admin.taps("05:00");
  admin.sees(t("feed.made_with_key"));
  expect(admin.screen).not.toContain("very-secret-key");
});

it("are an editor's own alone, and tell their maker of trouble once", async () => {
  const t = words.for("ru");
  const { database } = city.services;
  await database.feed.deleteMany();
  const house = (name: string) =>
    database.institution.create({ data: { texts: { create: { language: "ru", name } } } });
  const [own, other] = [await house("Свой театр"), await house("Чужой театр")];
  const editor = await colleague(city, "ru");
  const personId = await idOf(database, editor);
  await database.staffRole.create({
    data: roleRow(city.clock.now(), { personId, role: "editor", institutionId: own.id }),
  });
  const feed = { kind: "ical", address: "http://10.0.0.1/a.ics", hour: 5, action: "publish" as const };
  const usual = { ...feed, createdAt: city.clock.now(), nextAt: city.clock.now() };
  const foreign = await database.feed.create({
    data: { ...usual, institutionId: other.id, pausedAt: city.clock.now() },
  });
  await editor.says("/staff");
  await editor.taps(t("feed.title"));
  editor.sees(t("feed.none"));
  await editor.taps(t("feed.button.new"));
  await editor.says("http://10.0.0.1/b.ics");
  await editor.taps(t("feed.button.publish"));
  await editor.taps("05:00");
  editor.sees(t("feed.whose", { name: "Свой театр" }));
  await forges(editor, feedCallback.data(foreign.id));
  expect(editor.screen).toContain(t("staff.not_open"));

  await runAll();
  await city.deliver();
  editor.sees("10.0.0.1");
  editor.sees(t("feed.trouble_failed"));
  expect(await database.delivery.count({ where: { kind: "feed-trouble", personId: BigInt(personId) } })).toBe(1);
});
