import { describe, expect, it } from "vitest";
import { languages } from "../../../../bot/words/language.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { courseRow, groupRow } from "../../../support/factories/course.ts";
import { buttonsOf } from "../../drive.ts";
import { colleague } from "../team.ts";
import { begins, empties, latest } from "./hall.ts";

const city = openCity({ plant: false });

describe.each(languages)("the dialogue in %s", (language) => {
  const t = words.for(language);

  it("gathers an audience from every kind of condition, and none of its words is cut", async () => {
    await empties(city);
    const { database } = city.services;
    const author = await colleague(city, language, "admin");
    const now = city.clock.now();
    const course = await database.course.create({
      data: courseRow(now, { texts: { create: { language, title: "Zoom" } } }),
    });
    const group = await database.group.create({ data: groupRow(now, { courseId: course.id }) });
    const enrolled = {
      personId: await idOf(city.services.database, author),
      groupId: group.id,
      state: "enrolled" as const,
      ticket: 1,
    };
    await database.enrolment.create({
      data: { ...enrolled, createdAt: now, changedAt: now },
    });
    const cut: string[] = [];
    const taps = async (label: string) => {
      cut.push(...buttonsOf(author).flatMap(({ text }) => (text.endsWith("…") && text.length > 23 ? [text] : [])));
      await author.taps(label);
    };
    await begins(author, language);
    await author.says("1");
    await taps(t("announce.content.skip"));
    await taps(t("announce.content.skip"));
    await taps(t("announce.buttons.without"));
    await taps(t("announce.preview.good"));

    await taps(t("announce.audience.only"));
    await taps(t("announce.audience.kind.class"));
    await taps("Zoom");
    await taps("Алсу");
    await taps(t("announce.audience.enrolled"));
    author.sees(t("announce.audience.class", { list: "Zoom, Алсу" }));
    author.sees(t("announce.audience.own_class"));
    await taps(t("announce.audience.except"));
    await taps(t("announce.audience.kind.unseen"));
    await author.says("45");
    author.sees(t("announce.audience.unseen", { days: 45 }));
    await taps(t("announce.audience.except"));
    await taps(t("announce.audience.kind.follows"));
    await taps(t("section.music"));
    await taps(t("section.museums"));
    await taps(t("announce.audience.done"));
    author.sees(t("announce.people", { count: 1 }));
    await taps(t("announce.go_on"));
    await taps(t("announce.go_on"));
    author.sees(t("announce.confirm.ask"));
    expect((await latest(city)).audience).toEqual({
      kind: "people",
      only: [{ kind: "class", courseIds: [], groupIds: [group.id], states: ["enrolled"] }],
      except: [
        { kind: "unseen", days: 45 },
        { kind: "follows", sections: ["music", "museums"] },
      ],
    });
    // Conditions are as long as what they name.
    expect(cut.filter((text) => !text.startsWith("✕"))).toEqual([]);

    await author.says("/staff");
    await author.taps(t("announce.title"));
    await author.taps("1");
    await author.taps(t("announce.button.drop"));
    author.sees(t("announce.dropped"));
    author.sees(t("announce.none"));
  });
});
