import { describe, expect, it } from "vitest";
import { everybody } from "../../../bot/announcements/audience/audience.ts";
import { enrol } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { votesJob } from "../../../bot/votes/votes-job.ts";
import { languages } from "../../../bot/words/language.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { idOf } from "../../support/addresses.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { forges, labels } from "../drive.ts";
import { goesOnToNumber } from "../staff/announcements/hall.ts";
import { colleague } from "../staff/team.ts";

/** A vote, from the question of staff to its result, at both messengers. */
const city = openBothDoors();

async function ends(): Promise<void> {
  await votesJob(city.services).run(city.clock.now());
  await city.deliver();
}

/** Makes a vote in one language, for a week, of which `results` says who sees how it stands. */
async function makes(author: Person, text: string, results: "always" | "voted" | "ended"): Promise<number> {
  const t = words.for("en");
  await author.says("/staff");
  await author.taps(t("vote.title"));
  await author.taps(t("vote.button.new"));
  await author.says(text);
  for (const _ of ["ru", "tt"]) await author.taps(t("announce.content.skip"));
  await author.taps(t("announce.go_on"));
  await author.taps(t("vote.end.week"));
  await author.taps(t(`vote.results.${results}`));
  await author.taps(t("vote.button.begin"));
  author.sees(t("vote.made"));
  return (await city.services.database.vote.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}

const three = "What shall we stage next?\n- A comedy\n2. A tragedy\n• A musical";

describe("a vote", () => {
  it("is announced, counts everybody once at both messengers, may be changed, and its result is told", async () => {
    const t = words.for("en");
    const ru = words.for("ru");
    const author = await colleague(city, "en", "admin");
    const ivan = city.telegram.person("Иван", { languageCode: "ru" });
    await ivan.says("/start");
    const alsu = city.max.person("Алсу", { languageCode: "tt" });
    await alsu.says("/start");
    const voteId = await makes(author, three, "voted");
    await author.taps(t("vote.button.announce"));
    await goesOnToNumber(author, "en", 3);
    await author.says("3");
    await city.deliver();
    for (const person of [ivan, alsu]) {
      person.sees("1. A comedy");
      const labels = person.latest?.keyboard.flat().map(({ text }) => text) ?? [];
      expect(labels.slice(0, 3)).toEqual(["A comedy", "A tragedy", "A musical"]);
    }
    await ivan.taps("A tragedy");
    ivan.sees(ru("vote.said.cast"));
    ivan.sees("✓ A tragedy");
    ivan.sees(ru("vote.voices", { count: 1 }));
    await alsu.taps("A tragedy");
    await alsu.taps("A musical");
    alsu.sees(words.for("tt")("vote.said.changed"));
    alsu.sees(words.for("tt")("vote.voices", { count: 2 }));
    await alsu.taps("A musical");
    alsu.sees(words.for("tt")("vote.said.same"));
    expect(await city.services.database.ballot.count({ where: { voteId } })).toBe(2);

    await author.says("/staff");
    await author.taps(t("vote.title"));
    await author.taps("What shall we stage next?");
    await author.taps(t("vote.button.end"));
    author.sees(t("vote.ask_end"));
    await author.taps(t("vote.button.end_now"));
    author.sees(t("vote.said.ended_now"));
    await ivan.says("/votes");
    await forges(ivan, `zc:${voteId.toString(36)}.0`);
    ivan.sees(ru("vote.said.ended"));
    // At night nobody is woken by it.
    await votesJob(city.services).run(new Date("2026-11-20T22:00:00Z"));
    expect(await city.services.database.ballot.count({ where: { voteId, toldAt: null } })).toBe(2);
    await ends();
    await ends();
    for (const [person, language] of [
      [ivan, "ru"],
      [alsu, "tt"],
    ] as const) {
      const said = words.for(language)("vote.result");
      expect(person.chat.filter(({ text }) => text.includes(said))).toHaveLength(1);
      expect(person.chat.find(({ text }) => text.includes(said))?.text).toContain("50");
    }
  });

  it.each(["voted", "ended"] as const)("hides how it stands from whoever may not see it yet: %s", async (results) => {
    const t = words.for("en");
    const author = await colleague(city, "en", "moderator");
    const voteId = await makes(author, `Hidden until ${results}?\nYes\nNo`, results);
    const reader = city.telegram.person(`Reader ${results}`, { languageCode: "en" });
    await reader.says("/start");
    await reader.says("/votes");
    await reader.taps(`Hidden until ${results}?`);
    reader.sees(t(`vote.hidden.${results}`));
    reader.doesNotSee("▓");
    await reader.taps("No");
    if (results === "ended") reader.doesNotSee("▓");
    else reader.sees("▓");
    city.clock.advance({ seconds: 8 * 86_400 });
    await reader.says("/votes");
    await reader.taps(t("vote.button.ended"));
    await reader.taps(`Hidden until ${results}?`);
    reader.sees("▓");
    expect(labels(reader)).not.toContain("Yes");
    // Nobody is told twice, and nobody of what ended long ago.
    expect(await city.services.database.ballot.findFirstOrThrow({ where: { voteId } })).toMatchObject({ toldAt: null });
  });

  it("for a class is open to its learners alone, and new people are counted apart", async () => {
    const t = words.for("en");
    const { database } = city.services;
    const author = await colleague(city, "en", "admin");
    const learner = await colleague(city, "en");
    const other = await colleague(city, "en");
    const { groupId, title } = await openGroup(database, { capacity: 5, now: city.clock.now() });
    await enrol(database, { groupId, personId: await idOf(database, learner), now: city.clock.now() });
    const voteId = await makes(author, "When shall we meet?\nIn the morning\nIn the evening", "always");
    const learners = { kind: "class", courseIds: [], groupIds: [groupId], states: ["enrolled"] };
    await database.vote.update({ where: { id: voteId }, data: { audience: { ...everybody, only: [learners] } } });
    await other.says(`/start v_${voteId.toString(36)}`);
    other.sees(title);
    expect(labels(other)).not.toContain("In the morning");
    await forges(other, `zc:${voteId.toString(36)}.0`);
    other.sees(t("vote.said.outside"));
    await learner.says(`/start v_${voteId.toString(36)}`);
    await learner.taps("In the evening");
    learner.sees(t("vote.said.cast"));
    expect(await database.ballot.findMany({ where: { voteId } })).toMatchObject([{ option: 1, isNewcomer: false }]);

    const open = await makes(author, "And who is new?\nI am\nI am not", "always");
    await other.says(`/start v_${open.toString(36)}`);
    await other.taps("I am");
    await author.says("/staff");
    await author.taps(t("vote.title"));
    await author.taps("And who is new?");
    author.sees(t("vote.newcomers", { count: 1 }));
  });

  it("asks whose it is, and is announced to them", async () => {
    const t = words.for("en");
    const author = await colleague(city, "en", "admin");
    await author.says("/staff");
    await author.taps(t("vote.title"));
    await author.taps(t("vote.button.new"));
    await author.says("For readers of Tatar?\nYes\nNo");
    for (const _ of ["ru", "tt"]) await author.taps(t("announce.content.skip"));
    author.sees(t("vote.ask.audience"));
    await author.taps(t("announce.audience.only"));
    await author.taps(t("announce.audience.kind.languages"));
    await author.taps(t("language.name.tt"));
    await author.taps(t("announce.audience.done"));
    author.sees(t("vote.ask.audience"));
    await author.taps(t("announce.go_on"));
    await author.taps(t("vote.end.week"));
    await author.taps(t("vote.results.always"));
    await author.taps(t("vote.button.begin"));
    const { audience } = await city.services.database.vote.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(audience).toEqual({ ...everybody, only: [{ kind: "languages", languages: ["tt"] }] });
    author.sees(t("vote.for", { who: "" }).trim());
    await author.taps(t("vote.button.announce"));
    const draft = await city.services.database.announcement.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(draft.audience).toEqual(audience);
  });

  it("keeps the voice of somebody who was erased as a number", async () => {
    const author = await colleague(city, "en", "admin");
    const voteId = await makes(author, "Shall it count on?\nYes\nNo", "always");
    const reader = city.telegram.person("Уходящий", { languageCode: "ru" });
    await reader.says("/start");
    await reader.says("/votes");
    await reader.taps("Shall it count on?");
    await reader.taps("Yes");
    await city.services.database.person.delete({ where: { id: await idOf(city.services.database, reader) } });
    expect(await city.services.database.ballot.findMany({ where: { voteId } })).toMatchObject([
      { personId: null, option: 0 },
    ]);
    await ends();
  });
});

describe.each(languages)("what cannot be a vote is told and asked again, in %s", (language) => {
  const t = words.for(language);

  it("few, many, alike, long; another number in another language; a poll is read", async () => {
    const author = await colleague(city, language, "admin");
    await author.says("/staff");
    await author.taps(t("vote.title"));
    await author.taps(t("vote.button.new"));
    for (const [text, fault] of [
      ["One?", "too_few"],
      ["One?\nOnly", "too_few"],
      [`Many?\n${Array.from({ length: 13 }, (_, n) => `Number ${n}`).join("\n")}`, "too_many"],
      ["Alike?\nYes\nyes", "alike"],
    ] as const) {
      await author.says(text);
      author.sees(t(`vote.again.${fault}`));
    }
    await author.says(`Long?\n${"a".repeat(101)}\nb`);
    author.sees(t("vote.again.too_long", { question: 300, option: 100 }));
    await author.sendsPoll("Кайчан?", ["Бүген", "Иртәгә"]);
    await author.says("Other?\nA\nB\nC");
    author.sees(t("vote.again.other_number", { count: 2 }));
    await author.taps(t("button.cancel"));
    author.sees(t("vote.stopped"));
  });

  it("a poll for an announcement is refused, with the way to a vote", async () => {
    const author = await colleague(city, language, "admin");
    await author.says("/staff");
    await author.taps(t("announce.title"));
    await author.taps(t("announce.button.new"));
    await author.sendsPoll("Кайчан?", ["Бүген", "Иртәгә"]);
    author.sees(t("vote.poll"));
  });
});
