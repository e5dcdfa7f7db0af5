import { describe, expect, it } from "vitest";
import { propose } from "../../../bot/ideas/propose-store.ts";
import { languages } from "../../../bot/words/language.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
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
});
