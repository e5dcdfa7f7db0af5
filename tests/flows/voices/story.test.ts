import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { idOf } from "../../support/addresses.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { colleague } from "../staff/team.ts";
import { concert, guest, labelsOf, opens, opensInQueue, titles, writes } from "./hall.ts";

/** What people say of an event that is over, from the stars to the answer of the house, at both messengers. */
const city = openBothDoors();

describe.each(
  languages.map((language) => ({ language, door: language === "tt" ? ("max" as const) : ("telegram" as const) })),
)("a comment in $language at $door", ({ language, door }) => {
  const t = words.for(language);

  it("is rejected, appealed once, approved, shown, and answered by the house", async () => {
    const { database } = city.services;
    const date = await concert(city, "Органный зал");
    const author = await guest(city, door, `Алсу ${language}`, language);
    const moderator = await colleague(city, language, "moderator");
    const text = "Билет дорогой, а органа почти не было слышно";
    await writes(author, language, { date, text, name: `Алсу ${language}` });
    author.sees(t("comment.said.waiting"));

    await opensInQueue(moderator, language, `Алсу ${language}`);
    moderator.sees(text);
    moderator.sees(t("comment.newcomer"));
    await moderator.taps(t("comment.button.reject"));
    moderator.sees(t("comment.ask.reason"));
    await moderator.taps(t("comment.reason.off_topic"));
    moderator.sees(t("comment.said.rejected"));
    await city.deliver();
    author.sees(t("comment.reason.off_topic"));

    await author.taps(t("comment.button.appeal"));
    await author.says("Это о концерте, я там была");
    author.sees(t("comment.said.appealed"));

    city.clock.advance({ seconds: 600 });
    const second = await colleague(city, language, "moderator");
    await opensInQueue(second, language, `Алсу ${language}`);
    second.sees("Это о концерте, я там была");
    await second.taps(t("comment.button.approve"));
    second.sees(t("comment.said.approved"));
    await city.deliver();
    author.sees(t("comment.told.published", { title: titles[language] }));

    const reader = await guest(city, "telegram", `Иван ${language}`, language);
    await opens(reader, date);
    await reader.taps(t("comment.button.counted", { count: 1 }));
    reader.sees(text);
    reader.sees(`Алсу ${language}`);

    const { id } = await database.comment.findFirstOrThrow({
      where: { state: "published", text },
      orderBy: { id: "desc" },
    });
    const { event } = await database.comment.findUniqueOrThrow({ where: { id }, include: { event: true } });
    const editor = await colleague(city, language);
    const personId = await idOf(database, editor);
    const role = { personId, role: "editor", institutionId: event?.institutionId ?? null } as const;
    await database.staffRole.create({ data: roleRow(city.clock.now(), role) });
    await editor.says("/staff");
    await editor.taps(t("comment.title"));
    await editor.taps(labelsOf(editor)[0] ?? "");
    await editor.taps(t("comment.button.answer"));
    await editor.says("Добавим громкости. Приходите ещё!");
    editor.sees(t("comment.said.answered"));
    await city.deliver();
    author.sees(t("comment.told.answered", { name: "Органный зал", title: titles[language] }));
    author.sees("Добавим громкости");

    const verbs = await database.auditEntry.findMany({ where: { subject: `comment:${id}` }, orderBy: { id: "asc" } });
    expect(verbs.map(({ action }) => action)).toEqual([
      "comments.moderate.reject",
      "comments.moderate.approve",
      "comments.answer.answer",
    ]);
  });
});
