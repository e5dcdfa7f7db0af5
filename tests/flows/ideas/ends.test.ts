import { describe, expect, it } from "vitest";
import { threshold } from "../../../bot/ideas/idea.ts";
import { languages } from "../../../bot/words/language.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { proposes, tellNews, writes } from "./write.ts";

const city = openCity({ plant: false });

describe("an idea", () => {
  const t = words.for("ru");
  const ivan = () => colleague(city, "ru");

  it("is merged without its voices: whoever gave them is asked, and says yes themselves", async () => {
    const { database } = city.services;
    const [one, two, supporter] = [await ivan(), await ivan(), await ivan()];
    const firstId = await proposes(city, one, { title: "Хор для бабушек", body: "Петь по вечерам." }, "ru");
    await writes(two, { title: "Вечерний хоровой кружок", body: "Собираться и петь." }, "ru");
    await two.taps(t("idea.button.send"));
    const { id: secondId } = await database.idea.findFirstOrThrow({ where: { title: "Вечерний хоровой кружок" } });
    await forges(supporter, `iq:${secondId.toString(36)}`);
    const moderator = await colleague(city, "ru", "moderator");
    await forges(moderator, `hd:${secondId.toString(36)}`);
    await moderator.taps(t("idea.staff.button.merge"));
    await moderator.says("хор бабушки");
    await moderator.taps("Хор для бабушек");
    moderator.sees(t("idea.staff.ask_merge_sure", { title: "Вечерний хоровой кружок" }));
    await moderator.taps(t("idea.staff.merge_yes"));
    moderator.sees(t("idea.staff.said.merged"));
    expect(await database.idea.findUnique({ where: { id: firstId } })).toMatchObject({ voices: 1 });
    await tellNews(city);
    for (const person of [two, supporter]) person.sees(t("idea.news.merged_ask"));
    await supporter.taps(t("idea.button.support"));
    supporter.sees(t("idea.said.given"));
    expect(await database.idea.findUnique({ where: { id: firstId } })).toMatchObject({ voices: 2 });
  });

  it.each(languages)("left for the menu before its last step is said not to be sent, in %s", async (language) => {
    const say = words.for(language);
    const author = await colleague(city, language);
    await writes(author, { title: `Качели у озера, ${language}`, body: "Две штуки." }, language);
    const before = author.chat.length;
    await author.says(say("button.menu"));
    // The tap, what became of the idea, and the menu.
    const texts = author.chat.slice(before).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts.slice(0, 2)).toEqual([say("button.menu"), say("idea.said.stopped")]);
    expect(await city.services.database.idea.count({ where: { title: { startsWith: "Качели" } } })).toBe(0);
  });

  it("of the fourth in a week is refused kindly, and of a title that is there as well", async () => {
    const author = await ivan();
    for (const title of ["Лекции про звёзды", "Курсы вязания", "Прогулки на лодке"])
      await proposes(city, author, { title, body: "Очень хочется." }, "ru");
    await author.says("/ideas");
    await author.taps(t("idea.button.new"));
    author.sees(t("idea.said.too_many", { most: 3 }));
    city.clock.advance({ seconds: 8 * 86_400 });
    await writes(author, { title: "Курсы вязания!", body: "Ещё раз." }, "ru");
    // The one that is there is shown first.
    author.sees(t("idea.ask.similar"));
    await author.taps(t("idea.button.mine_differs"));
    await author.says("Ещё раз.");
    await author.taps(t("idea.button.send"));
    author.sees(t("idea.said.same"));
    expect(await city.services.database.idea.count({ where: { folded: "курсы вязания" } })).toBe(1);
  });

  it("with a word of the city's list is its author's alone until a human has read it", async () => {
    const { database } = city.services;
    const rules = { isAfterwards: false, heldWords: ["барда*"] };
    await database.commentRules.upsert({ where: { id: 1 }, create: { id: 1, ...rules }, update: rules });
    const author = await ivan();
    const reader = await ivan();
    const title = "Бардак во дворе";
    await writes(author, { title, body: "Навести порядок" }, "ru");
    await author.taps(t("idea.button.send"));
    author.sees(t("idea.said.held"));
    author.sees(t("idea.held_own"));
    const { id } = await database.idea.findFirstOrThrow({ orderBy: { id: "desc" } });
    await reader.says(`/start d_${id.toString(36)}`);
    reader.doesNotSee("Навести порядок");
    await forges(reader, `iq:${id.toString(36)}`);
    expect(await database.ideaVoice.count({ where: { ideaId: id } })).toBe(1);
    const moderator = await colleague(city, "ru", "moderator");
    await moderator.says("/staff");
    await moderator.taps(t("idea.title"));
    await moderator.taps(t("idea.staff.button.held"));
    await moderator.taps(title);
    moderator.sees(t("idea.staff.held"));
    await moderator.taps(t("idea.staff.button.consider"));
    await tellNews(city);
    author.sees(t("idea.news.own"));
    await reader.says(`/start d_${id.toString(36)}`);
    reader.sees("Навести порядок");
    await database.commentRules.deleteMany();
  });

  it("has to be answered from so many voices on, and says how many days are left", async () => {
    const { database, clock } = { ...city.services, clock: city.clock };
    const author = await ivan();
    const id = await proposes(city, author, { title: "Театральная школа", body: "Для детей во дворах." }, "ru");
    await database.idea.update({ where: { id }, data: { voices: threshold.voices - 2 } });
    const [one, two] = [await ivan(), await ivan()];
    await forges(one, `iq:${id.toString(36)}`);
    one.sees(t("idea.missing", { count: 1, days: threshold.answerDays }));
    await forges(two, `iq:${id.toString(36)}`);
    two.sees("14 дней");
    clock.advance({ seconds: 13 * 86_400 + 1 });
    const moderator = await colleague(city, "ru", "moderator");
    await forges(moderator, "hc:d0");
    moderator.sees(t("idea.left_short", { days: 0 }));
    clock.advance({ seconds: 86_400 });
    await forges(moderator, "hc:d0");
    moderator.sees(t("idea.late_short"));
    moderator.sees(t("idea.staff.waiting", { count: 99, late: 1 }).split(",")[1] ?? "?");
  });

  it("is made a course or a vote, with its words; a link tells what came of it, and it may be announced", async () => {
    const { database } = city.services;
    const author = await ivan();
    const admin = await colleague(city, "ru", "admin");
    const courseIdea = await proposes(city, author, { title: "Учить шахматам", body: "С нуля, по вечерам." }, "ru");
    await forges(admin, `hg:${courseIdea.toString(36)}`);
    await admin.taps(t("idea.staff.button.course"));
    // Agreeing to an idea is no right to make a course.
    const moderator = await colleague(city, "ru", "moderator");
    await forges(moderator, `hm:c${courseIdea.toString(36)}`);
    moderator.sees(t("staff.not_open"));
    await admin.taps(t("area.digital"));
    await admin.taps(t("class_edit.nothing_needed"));
    for (const _ of ["tt", "en"]) await admin.taps(t("class_edit.skip"));
    await admin.taps(t("class_edit.publish_now"));
    const { courseId } = await database.idea.findUniqueOrThrow({ where: { id: courseIdea } });
    expect(await database.courseText.findFirst({ where: { courseId: courseId ?? 0 } })).toMatchObject({
      ...{ title: "Учить шахматам", about: "С нуля, по вечерам." },
    });

    const voteIdea = await proposes(city, author, { title: "Фонтан на площади", body: "Поющий." }, "ru");
    await forges(admin, `hg:${voteIdea.toString(36)}`);
    await admin.taps(t("idea.staff.button.vote"));
    await admin.taps(t("vote.option.both"));
    for (const _ of ["tt", "en"]) await admin.taps(t("announce.content.skip"));
    await admin.taps(t("announce.go_on"));
    await admin.taps(t("vote.end.week"));
    await admin.taps(t("vote.results.voted"));
    await admin.taps(t("vote.button.begin"));
    const { voteId } = await database.idea.findUniqueOrThrow({ where: { id: voteIdea } });
    expect(await database.voteText.findFirst({ where: { voteId: voteId ?? 0 } })).toMatchObject({
      ...{ question: "Фонтан на площади", options: [t("vote.option.yes"), t("vote.option.no")] },
    });

    const { eventId } = await announce(city, { texts: { ru: { title: "Открытие фонтана" } } });
    await forges(admin, `hj:${voteIdea.toString(36)}`);
    await admin.says(`https://t.me/${city.services.botUsername}?start=e_zzzzzz`);
    admin.sees(t("idea.staff.no_such"));
    await admin.says(`https://t.me/${city.services.botUsername}?start=e_${eventId.toString(36)} Фонтан поёт с пятницы`);
    admin.sees(t("idea.staff.said.done"));
    expect(await database.idea.findUnique({ where: { id: voteIdea } })).toMatchObject({
      ...{ state: "done", eventId, voteId: null, answer: "Фонтан поёт с пятницы" },
    });
    await forges(admin, "hn:");
    for (const language of languages) {
      const preview = admin.chat.find(({ text }) => text.startsWith(words.for(language)("idea.shelf.done")));
      expect(preview?.text).toContain("Фонтан на площади — Фонтан поёт с пятницы");
    }
  });

  it("of somebody who was erased stays nameless or goes, as they choose, and its voices stay counted", async () => {
    const { database } = city.services;
    for (const [label, left] of [
      [t("privacy.button.texts_stay"), { body: "С лавочками." }],
      [t("privacy.button.texts_go"), { title: "", body: "" }],
    ] as const) {
      const [author, supporter] = [await ivan(), await ivan()];
      const id = await proposes(city, author, { title: `Сквер ${label}`, body: "С лавочками." }, "ru");
      await forges(supporter, `iq:${id.toString(36)}`);
      const personId = await idOf(database, author);
      await author.says("/privacy");
      await author.taps(t("button.erase"));
      await author.taps(label);
      await author.says(t("privacy.word"));
      author.sees(t("privacy.erased"));
      expect(await database.idea.findUnique({ where: { id } })).toMatchObject({ ...left, authorId: null, voices: 2 });
      expect(await database.ideaVoice.count({ where: { ideaId: id } })).toBe(2);
      expect(await database.ideaVoice.count({ where: { personId } })).toBe(0);
      await supporter.says("/ideas");
      await supporter.taps(t("idea.button.lists"));
      await supporter.taps(t("idea.button.shelf.new"));
      expect(supporter.screen.includes(`Сквер ${label}`)).toBe(left.body !== "");
    }
  });
});
