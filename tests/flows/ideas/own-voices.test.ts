import { describe, expect, it } from "vitest";
import { propose } from "../../../bot/ideas/propose-store.ts";
import { languages } from "../../../bot/words/language.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { courseRow } from "../../support/factories/course.ts";
import { announce, forges, labels } from "../drive.ts";
import { colleague } from "../staff/team.ts";

const city = openCity({ plant: false });

describe.each(languages)("what somebody raised their voice for, in %s", (language) => {
  const t = words.for(language);

  it("is told by the way from /my, five at a time, with what became of it", async () => {
    const { database } = city.services;
    const now = city.clock.now();
    const person = await colleague(city, language);
    const personId = await idOf(database, person);
    await person.says("/my");
    await person.taps(t("voices.title"));
    person.sees(t("voices.none"));

    const { occurrenceIds } = await announce(city, { texts: { [language]: { title: "Джаз у реки" } } });
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    await database.rating.create({
      data: { personId, occurrenceId: occurrenceIds[0] ?? 0, stars: 4, ratedAt: at(9) },
    });
    const own = { title: `Свой каток ${language}`, body: "Лёд", language, authorId: personId } as const;
    const made = await propose(database, own, now);
    if (made.kind === "proposed") await database.idea.update({ where: { id: made.id }, data: { state: "accepted" } });
    const authorId = await idOf(database, await colleague(city, language));
    for (const about of ["Хор", "Сад", "Тир"]) {
      const idea = await propose(database, { ...own, title: `${about} ${language}`, authorId }, now);
      if (idea.kind === "proposed") await forges(person, `iq:${idea.id.toString(36)}`);
    }
    await database.vote.create({
      data: {
        ...{ createdAt: now, results: "ended", endsAt: at(1) },
        texts: { create: { language, question: "Что поставить?", options: ["Комедию", "Драму"] } },
        ballots: {
          create: [0, 1, 1].map((option, n) => ({ option, personId: n === 1 ? personId : null, castAt: at(5) })),
        },
      },
    });
    await forges(person, "hb:0");
    person.sees(t("voices.proposed", { state: t("idea.state.accepted"), count: 1 }));
    person.sees(t("voices.supported", { state: t("idea.state.new"), count: 2 }));
    person.sees(t("voices.voted_ended", { option: "Драму", count: 2 }));
    person.doesNotSee("Джаз у реки");
    await person.taps(t("button.later"));
    person.sees(t("voices.rated", { stars: 4 }));
    await person.taps("Джаз у реки");
    person.sees("Джаз у реки");
    await person.taps(t("button.back"));
    person.sees(t("voices.title"));
    // What was withdrawn from the programme is not named.
    await database.event.updateMany({ data: { withdrawnAt: now } });
    await forges(person, "hb:1");
    person.sees(t("voices.gone"));
    expect(labels(person)).not.toContain("Джаз у реки");
  });

  it("has what they wrote and asked with what a moderator and the guest said, and opens it", async () => {
    const { database } = city.services;
    const now = city.clock.now();
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const person = await colleague(city, language);
    const personId = await idOf(database, person);
    const startsAt = new Date(now.getTime() + 3_600_000);
    const occurrences = [{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }];
    const { eventId } = await announce(city, { texts: { [language]: { title: "Разговор с поэтом" } }, occurrences });
    await database.event.update({ where: { id: eventId }, data: { isConversation: true } });
    const rejected = { state: "rejected", reason: "own", ownWords: "Это о другом вечере" } as const;
    await database.comment.create({
      data: { ...rejected, eventId, personId, text: "Не понравилось", writtenAt: at(3), isNewcomer: false },
    });
    const asks = async (text: string, authorId: number, minutes: number) => {
      const voice = { personId, givenAt: at(minutes), isNewcomer: false };
      const question = { eventId, authorId, text, folded: text.toLowerCase(), createdAt: at(minutes), voices: 1 };
      await database.question.create({ data: { ...question, supporters: { create: voice } } });
    };
    await asks("Когда выйдет книга?", personId, 4);
    await asks("Кто вас учил?", await idOf(database, await colleague(city, language)), 5);
    await database.question.updateMany({
      where: { authorId: personId },
      data: { state: "answered", answer: "Весной" },
    });
    const course = await database.course.create({
      data: courseRow(now, { publishedAt: now, texts: { create: { language, title: "Рисунок", about: "" } } }),
    });
    await database.rating.create({ data: { personId, courseId: course.id, stars: 3, ratedAt: at(6) } });

    await forges(person, "hb:0");
    person.sees(t("comment.own.rejected", { reason: "Это о другом вечере" }));
    person.sees(t("voices.asked", { state: t("question.state.written"), count: 1 }));
    person.sees(t("voices.seconded", { state: t("question.state.waiting"), count: 1 }));
    person.sees(t("voices.rated", { stars: 3 }));
    await person.taps(t("voices.review_of", { title: "Разговор с поэтом" }));
    person.sees("Не понравилось");
    expect(labels(person)).toContain(t("comment.button.appeal"));
    await forges(person, "hb:0");
    await person.taps("Когда выйдет книга?");
    person.sees("Весной");
    await forges(person, "hb:0");
    await person.taps("Рисунок");
    person.sees("Рисунок");
  });
});
