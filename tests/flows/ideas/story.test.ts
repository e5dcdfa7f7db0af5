import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { forges, labels } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { proposes, tellNews } from "./write.ts";

/** An idea, from its proposal to what came of it, at both messengers. */
const city = openBothDoors();

const proposals = {
  ru: { title: "Каток у озера Кабан", body: "Залить лёд зимой, чтобы кататься семьями.", like: "Катки возле Кабана" },
  tt: {
    title: "Кабан күле янында шугалак",
    body: "Кышын боз катырырга, гаиләләр шуар иде.",
    like: "Күл янындагы шугалаклар",
  },
  en: {
    title: "An ice rink by Lake Kaban",
    body: "Flood it in winter for families to skate.",
    like: "Ice rinks near Kaban",
  },
} as const;

const toldOf = (person: { chat: readonly { text: string }[] }, said: string) =>
  person.chat.filter(({ text }) => text.includes(said));

describe.each(languages)("an idea in %s", (language) => {
  const t = words.for(language);
  const { title, body, like } = proposals[language];

  it("is proposed, supported at both messengers, agreed to, made an event, done, and its supporters hear", async () => {
    const { database } = city.services;
    const author = city.telegram.person(`Author ${language}`, { languageCode: language });
    const friend = city.max.person(`Friend ${language}`, { languageCode: language });
    const other = city.telegram.person(`Other ${language}`, { languageCode: language });
    for (const person of [author, friend, other]) await person.says("/start");
    const ideaId = await proposes(city, author, { title, body }, language);
    author.sees(t("idea.own"));
    author.sees(t("idea.voices", { count: 1 }));
    expect(labels(author)).not.toContain(t("idea.button.support"));

    // Who writes something like it reads the first, and supports it instead.
    await friend.says("/ideas");
    await friend.taps(t("idea.button.new"));
    await friend.says(like);
    friend.sees(t("idea.ask.similar"));
    await friend.taps(title);
    friend.sees(body);
    await friend.taps(t("idea.button.support_this"));
    friend.sees(t("idea.said.given"));
    friend.sees(t("idea.voices", { count: 2 }));
    expect(await database.idea.count({ where: { id: { gt: ideaId } } })).toBe(0);

    // A second tap undoes nothing; taking a voice back is a step further.
    await other.says("/ideas");
    await other.taps(title);
    await other.taps(t("idea.button.support"));
    await forges(other, `iq:${ideaId.toString(36)}`);
    other.sees(t("idea.said.already"));
    other.sees(t("idea.voices", { count: 3 }));
    await other.taps(t("idea.button.withdraw"));
    other.sees(t("idea.ask_withdraw"));
    await other.taps(t("idea.button.withdraw_now"));
    other.sees(t("idea.said.withdrawn"));
    other.sees(t("idea.voices", { count: 2 }));
    await other.taps(t("idea.button.support"));

    const editor = await colleague(city, language, "editor");
    await editor.says("/staff");
    await editor.taps(t("idea.title"));
    const waiting = await database.idea.count({ where: { state: { in: ["new", "considered"] } } });
    editor.sees(t("idea.staff.waiting", { count: waiting, late: 0 }));
    await editor.taps(title);
    await editor.taps(t("idea.staff.button.consider"));
    editor.sees(t("idea.staff.said.considered"));
    await tellNews(city);
    expect(toldOf(author, t("idea.news.own"))).toHaveLength(1);
    expect(toldOf(friend, t("idea.news.supported"))).toHaveLength(1);
    await tellNews(city);
    expect(toldOf(friend, t("idea.news.supported"))).toHaveLength(1);

    await editor.taps(t("idea.staff.button.accept"));
    editor.sees(t("idea.staff.said.accepted"));
    await editor.taps(t("idea.staff.button.event"));
    editor.sees(title);
    await editor.taps(t("programme.button.save"));
    await editor.taps(t("programme.button.online"));
    const { eventId } = await database.idea.findUniqueOrThrow({ where: { id: ideaId } });
    expect(await database.eventText.findFirst({ where: { eventId: eventId ?? 0 } })).toMatchObject({
      title,
      body,
      language,
    });
    // Residents are not led to a draft.
    await other.says("/ideas");
    await other.taps(t("idea.button.lists"));
    await other.taps(t("idea.button.shelf.soon"));
    await other.taps(title);
    expect(labels(other)).not.toContain(t("idea.button.made.event"));
    const startsAt = new Date(city.clock.now().getTime() + 3 * 86_400_000);
    const date = { startsAt, endsAt: startsAt, startsLocal: startsAt, timeZone: "Europe/Moscow", changedAt: startsAt };
    await database.occurrence.create({ data: { eventId: eventId ?? 0, ...date } });
    await database.event.update({ where: { id: eventId ?? 0 }, data: { publishedAt: city.clock.now() } });

    await editor.says("/staff");
    await editor.taps(t("idea.title"));
    await editor.taps(t("idea.staff.button.accepted"));
    await editor.taps(title);
    await editor.taps(t("idea.staff.button.finish"));
    await editor.taps(t("idea.staff.by_made", { what: t("idea.staff.kind.event") }));
    editor.sees(t("idea.staff.said.done"));
    await tellNews(city);
    for (const person of [friend, other]) {
      person.sees(t("idea.news.supported"));
      person.sees(t("idea.button.made.event"));
      await person.taps(t("idea.button.made.event"));
      person.sees(title);
    }
    expect(toldOf(author, t("idea.news.own"))).toHaveLength(2);
    await author.says("/ideas");
    await author.taps(t("idea.button.lists"));
    await author.taps(t("idea.button.shelf.done"));
    author.sees(t("idea.shelf.done"));
    author.sees(title);
  });

  it("is declined with a reason, which is told; one of links or capitals is asked for again", async () => {
    const author = city.telegram.person(`Refused ${language}`, { languageCode: language });
    await author.says("/start");
    await author.says("/ideas");
    await author.taps(t("idea.button.new"));
    for (const [said, answer] of [
      ["ооо", t("idea.ask.title_again", { least: 4, most: 80 })],
      ["Смотрите https://example.org", t("idea.fault.link")],
      ["НЕМЕДЛЕННО ЗАКРОЙТЕ ЭТО", t("idea.fault.shouting")],
    ] as const) {
      await author.says(said);
      author.sees(answer);
    }
    await author.says(`Ярмарка ${language}`);
    await author.says("Каждую субботу");
    await author.taps(t("idea.button.send"));
    const moderator = await colleague(city, language, "moderator");
    await moderator.says("/staff");
    await moderator.taps(t("idea.title"));
    await moderator.taps(t("idea.staff.button.oldest"));
    await moderator.taps(`Ярмарка ${language}`);
    await moderator.taps(t("idea.staff.button.decline"));
    await moderator.says("На площади уже есть ярмарка");
    moderator.sees(t("idea.staff.said.declined"));
    await tellNews(city);
    author.sees(t("idea.news.own"));
    author.sees("На площади уже есть ярмарка");
    // It stands among the author's own, and nowhere else.
    const stranger = await colleague(city, language);
    await stranger.says("/ideas");
    stranger.doesNotSee(`Ярмарка ${language}`);
    const { id } = await city.services.database.idea.findFirstOrThrow({ where: { title: `Ярмарка ${language}` } });
    await forges(stranger, `ib:${id.toString(36)}.v0`);
    stranger.sees(t("idea.said.gone"));
    await author.says("/ideas");
    await author.taps(t("idea.button.lists"));
    await author.taps(t("idea.button.shelf.mine"));
    author.sees(`Ярмарка ${language}`);
  });
});
