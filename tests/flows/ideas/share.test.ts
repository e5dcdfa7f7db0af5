import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../../bot/words/language.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { urlOf } from "../drive.ts";
import { proposes } from "./write.ts";

/** Ideas and votes go from friend to friend. */
const city = openBothDoors();

const proposals = {
  ru: { title: "Концерты на крыше", body: "Летом, для соседей." },
  tt: { title: "Урамда шахмат уены", body: "Җәен, күршеләр белән." },
  en: { title: "Concerts on the roof", body: "In summer, for neighbours." },
} as const;

/** What opens behind the link that a "Share" button sends to a friend. */
const payloadOf = (shared: string): string => {
  const { searchParams } = new URL(shared);
  const link = searchParams.get("url") ?? searchParams.get("text")?.split("\n").at(-1) ?? "";
  return new URL(link).searchParams.get("start") ?? "";
};

/** Somebody comes for the first time, by a link. */
async function arrives(door: "telegram" | "max", name: string, language: Language, payload: string) {
  if (door === "max") {
    const person = city.max.person(name, { languageCode: language });
    await person.starts(payload);
    return person;
  }
  const person = city.telegram.person(name, { languageCode: language });
  await person.says(`/start ${payload}`);
  return person;
}

describe.each(languages)("a link in %s", (language) => {
  const t = words.for(language);
  const { title, body } = proposals[language];

  it("brings a newcomer to the idea at either messenger, who supports it and sends it on", async () => {
    const author = city.telegram.person(`Author ${language}`, { languageCode: language });
    await author.says("/start");
    const ideaId = await proposes(city, author, { title, body }, language);
    let shared = urlOf(author, t("button.share"));
    expect(new URL(shared).searchParams.get("text")).toBe(t("idea.share_text", { title }));
    for (const [count, door] of (["max", "telegram", "max"] as const).entries()) {
      const friend = await arrives(door, `Friend ${count} ${language}`, language, payloadOf(shared));
      friend.sees(body);
      await friend.taps(t("idea.button.support"));
      friend.sees(t("idea.voices", { count: count + 2 }));
      const button = friend.latest?.keyboard.flat().find(({ text }) => text === t("button.share"));
      shared = button && "url" in button ? (button.url ?? "") : "";
      expect(shared.startsWith(door === "max" ? "https://max.ru/:share?" : "https://t.me/share/url?")).toBe(true);
    }
    expect(await city.services.database.ideaVoice.count({ where: { ideaId } })).toBe(4);
    // One that is answered takes no more, and is not passed on.
    await city.services.database.idea.update({ where: { id: ideaId }, data: { state: "done" } });
    await author.says(`/start ${payloadOf(shared)}`);
    author.doesNotSee(t("button.share"));
  });

  it("brings a friend to a vote, as long as it runs", async () => {
    const { database } = city.services;
    const text = { language, question: `${title}?`, options: [`${language} 1`, `${language} 2`] };
    const vote = { results: "always" as const, createdAt: city.clock.now(), texts: { create: text } };
    const { id } = await database.vote.create({ data: vote });
    const friend = city.telegram.person(`Voter ${language}`, { languageCode: language });
    await friend.says(`/start v_${id.toString(36)}`);
    await friend.taps(text.options[0] ?? "");
    friend.sees(t("vote.said.cast"));
    expect(payloadOf(urlOf(friend, t("button.share")))).toBe(`v_${id.toString(36)}`);
    await database.vote.update({ where: { id }, data: { endsAt: city.clock.now() } });
    await friend.says(`/start v_${id.toString(36)}`);
    friend.sees(t("vote.voices", { count: 1 }));
    expect(friend.latest?.keyboard.flat().map((button) => button.text)).not.toContain(t("button.share"));
  });
});

it("in a group, that reads along, says where it opens", async () => {
  const t = words.for("ru");
  const person = city.telegram.person("Группа", { languageCode: "ru" });
  const group = city.telegram.group("Соседи", [person]);
  await group.says(person, `/start@${city.telegram.bot.username} d_1`);
  expect(group.screen).toContain(t("idea.only_private"));
});
