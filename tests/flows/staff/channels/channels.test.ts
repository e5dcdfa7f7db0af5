import { beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../../../bot/words/language.ts";
import type { Channel } from "../../../../playground/people/channel.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { buttonsOf, forges, labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

const poster = "Концерт «Времена года»\n28 ноября, 19:00\nМесто: БКЗ, вход 300 ₽";
const weekly = [
  "Афиша недели",
  "Пн 23 ноября, 18:30 – спектакль «Зимняя сказка»",
  "Вт 24 ноября, 19:00 – концерт «Гала»",
  "Ср 25 ноября, 17:00 – лекция «Авангард»",
].join("\n");

beforeEach(async () => {
  const { database } = city.services;
  await database.channel.deleteMany();
  await database.event.deleteMany();
  await database.delivery.deleteMany();
});

const posts = () => city.services.database.channelPost.findMany({ orderBy: { id: "asc" } });

/** An editor of one house, and that house. */
async function editorOf(language: Language, name: string): Promise<{ editor: Person; institutionId: number }> {
  const { database } = city.services;
  const { id: institutionId } = await database.institution.create({
    data: { texts: { create: { language: "ru", name } } },
  });
  const editor = await colleague(city, language);
  const personId = await idOf(database, editor);
  await database.staffRole.create({ data: roleRow(city.clock.now(), { personId, role: "editor", institutionId }) });
  return { editor, institutionId };
}

/** An editor makes the bot an administrator of their channel and connects it by what it asks them. */
async function connect(editor: Person, channel: Channel, language: Language): Promise<void> {
  const t = words.for(language);
  await channel.promotesBot(editor);
  await city.deliver();
  editor.sees(t("channel.offered", { title: channel.chat.title }));
  await editor.taps(t("channel.button.open"));
  editor.sees(t("channel.not_connected"));
  await editor.taps(t("channel.button.connect"));
  editor.sees(t("channel.connected"));
}

describe.each(["ru", "tt", "en"] as const)("posts of a channel in %s", (language) => {
  const t = words.for(language);

  it("come by themselves to whoever connected it, and become an event", async () => {
    const { database } = city.services;
    const { editor, institutionId } = await editorOf(language, `Филармония ${language}`);
    const channel = city.telegram.channel("Афиша филармонии", "philharmonic");
    await connect(editor, channel, language);
    await channel.posts(poster);
    await channel.posts("Доброе утро! Какой у вас любимый композитор?");

    await editor.says("/staff");
    await editor.taps(t("channel.queue"));
    editor.sees(t("channel.post", { title: "Афиша филармонии" }));
    editor.sees("Времена года");
    expect(buttonsOf(editor).flatMap((one) => ("url" in one ? [one.url] : []))).toEqual([
      "https://t.me/philharmonic/1",
    ]);
    await editor.taps(t("programme.offer.make", { count: 1 }));
    await editor.taps(t("programme.button.save"));
    const [event, ...others] = await database.event.findMany({ include: { occurrences: true } });
    expect(others).toEqual([]);
    expect(event).toMatchObject({ institutionId, publishedAt: null });
    expect(event?.occurrences.map(({ startsAt }) => startsAt.toISOString())).toEqual(["2026-11-28T16:00:00.000Z"]);
    expect((await posts()).map(({ settledAt }) => settledAt !== null)).toEqual([true]);
    await editor.says("/staff");
    expect(labels(editor)).not.toContain(t("channel.queue"));
  });

  it("are split where they are a list of a week, and put aside where they are nothing", async () => {
    const { editor } = await editorOf(language, `Театр ${language}`);
    const channel = city.telegram.channel("Театр");
    await connect(editor, channel, language);
    await channel.posts(weekly);
    await channel.posts(poster);
    await editor.says("/staff");
    await editor.taps(t("channel.queue"));
    for (const title of ["Зимняя сказка", "Гала", "Авангард"]) editor.sees(title);
    expect(labels(editor)).toContain(t("programme.offer.make", { count: 3 }));
    await editor.taps(t("channel.button.next"));
    editor.sees("Времена года");
    await editor.taps(t("feed.button.settle"));
    editor.sees("Гала");
    await editor.taps(t("feed.button.settle"));
    editor.sees(t("channel.no_posts"));
  });

  it("follow a change while nobody has worked on them, and come back marked when somebody has", async () => {
    const { editor } = await editorOf(language, `Музей ${language}`);
    const channel = city.telegram.channel("Музей");
    await connect(editor, channel, language);
    const number = await channel.posts(poster);
    await channel.edits(number, poster.replace("28 ноября", "29 ноября"));
    expect((await posts()).map(({ untilAt }) => untilAt.toISOString())).toEqual(["2026-11-29T16:00:00.000Z"]);

    await editor.says("/staff");
    await editor.taps(t("channel.queue"));
    await editor.taps(t("feed.button.settle"));
    await channel.edits(number, `${poster.replace("28 ноября", "29 ноября")}\nЖдём вас!`);
    editor.sees(t("channel.no_posts"));
    expect((await posts()).map(({ settledAt }) => settledAt !== null)).toEqual([true]);
    await channel.edits(number, poster.replace("28 ноября", "30 ноября"));
    await editor.says("/staff");
    await editor.taps(t("channel.queue"));
    expect(editor.screen).toContain("⚠️");
  });
});

describe("a channel", () => {
  it("of somebody who is not of the staff is not noted, and nothing of it is kept", async () => {
    const stranger = city.telegram.person("Чужой");
    const channel = city.telegram.channel("Скидки");
    await channel.promotesBot(stranger);
    await stranger.says("/start");
    await channel.removesBot(stranger);
    await channel.promotesBot(stranger);
    await channel.posts(poster);
    const { database } = city.services;
    expect(await database.channel.count()).toBe(0);
    expect(await posts()).toEqual([]);
    expect(await database.delivery.count()).toBe(0);
  });

  it("that nobody has connected is not read, and an editor of another house may not connect it", async () => {
    const { editor } = await editorOf("ru", "Цирк");
    const { editor: other } = await editorOf("ru", "Зоопарк");
    const channel = city.telegram.channel("Цирк");
    await channel.promotesBot(editor);
    await channel.posts(poster);
    expect(await posts()).toEqual([]);
    const { id } = await city.services.database.channel.findFirstOrThrow();
    await other.says("/staff");
    for (const name of ["jb", "jc", "jd", "je"]) {
      await forges(other, `${name}:${id.toString(36)}`);
      other.sees(words.for("ru")("staff.not_open"));
    }
    expect(await city.services.database.channel.findFirstOrThrow()).toMatchObject({ connectedAt: null });
  });

  it("never lends the day of a post to an event, whether it names no day, says «завтра» or tells of what is over", async () => {
    const { editor } = await editorOf("ru", "Библиотека");
    const channel = city.telegram.channel("Библиотека");
    await connect(editor, channel, "ru");
    await channel.posts("Встреча с писателем\nНачало в 18:00, вход свободный");
    await channel.posts("Концерт «Лесные голоса»\nЗавтра в 23:00, вход свободный");
    await channel.posts("Прошёл концерт «Осень»\n12 ноября, 19:00");
    expect(await posts()).toEqual([]);
  });

  it("is said to be left when the bot was taken out, and heard again when it is back", async () => {
    const t = words.for("ru");
    const { editor } = await editorOf("ru", "Галерея");
    const channel = city.telegram.channel("Галерея");
    await connect(editor, channel, "ru");
    await channel.removesBot(editor);
    await editor.says("/staff");
    await editor.taps(t("feed.title"));
    await editor.taps(t("channel.title"));
    editor.sees(t("channel.line_left", { title: "Галерея", house: "Галерея" }));
    await channel.promotesBot(editor);
    await channel.posts(poster);
    expect(await posts()).toHaveLength(1);
    await editor.taps("Галерея");
    await editor.taps(t("channel.button.disconnect"));
    await editor.taps(t("channel.button.yes_disconnect"));
    editor.sees(t("channel.disconnected"));
    await channel.posts(weekly);
    expect(await posts()).toEqual([]);
  });
});
