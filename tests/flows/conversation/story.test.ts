import { describe, expect, it } from "vitest";
import { questionsJob } from "../../../bot/questions/questions-job.ts";
import { languages } from "../../../bot/words/language.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { announce, forges, labels } from "../drive.ts";
import { colleague } from "../staff/team.ts";

/** A live conversation from both sides: who asks and votes at both messengers, and who guides it. */
const city = openBothDoors();

const hour = 3_600_000;

const asked = {
  ru: { mine: "Какую книгу вы перечитываете?", other: "Что вы читаете сейчас?", like: "Что читаете сейчас сами?" },
  tt: { mine: "Нинди китапны кабат укыйсыз?", other: "Хәзер нәрсә укыйсыз?", like: "Хәзер үзегез нәрсә укыйсыз?" },
  en: { mine: "Which book do you read again?", other: "What do you read now?", like: "What do you read yourself now?" },
} as const;

/** Somebody at either messenger. */
type Resident = ReturnType<typeof city.telegram.person> | ReturnType<typeof city.max.person>;

const opensCard = (person: Resident, occurrenceId: number | undefined): Promise<unknown> =>
  person.says(`/start o_${(occurrenceId ?? 0).toString(36)}`);

async function tellAnswers(): Promise<void> {
  city.clock.advance({ seconds: 300 });
  await questionsJob(city.services).run(city.clock.now());
  await city.deliver();
}

describe.each(languages)("a live conversation in %s", (language) => {
  const t = words.for(language);
  const { mine, other, like } = asked[language];

  it("is asked, voted, taken up, merged, answered in writing, and stands beside its recording", async () => {
    const { database } = city.services;
    const now = city.clock.now().getTime();
    const { eventId, occurrenceIds } = await announce(city, {
      section: "literature",
      texts: { [language]: { title: `Guest ${language}` } },
      occurrences: [{ startsAt: new Date(now + hour), endsAt: new Date(now + 2 * hour) }],
      links: [{ kind: "recording", url: `https://example.org/${language}` }],
    });
    const [occurrenceId] = occurrenceIds;
    const author = city.telegram.person(`Asks ${language}`, { languageCode: language });
    const friend = city.max.person(`Votes ${language}`, { languageCode: language });
    const third = city.telegram.person(`Third ${language}`, { languageCode: language });
    for (const person of [author, friend, third]) await person.says("/start");
    await opensCard(author, occurrenceId);
    expect(labels(author)).not.toContain(t("question.button.ask"));

    // Staff marks the event, which is said on its card.
    const editor = await colleague(city, language, "editor");
    await forges(editor, `pd:${eventId.toString(36)}`);
    await editor.taps(t("programme.edit.conversation"));
    await editor.taps(t("programme.yes.conversation"));
    editor.sees(t("programme.is_conversation"));
    await opensCard(author, occurrenceId);
    author.sees(t("card.conversation"));
    await author.taps(t("question.button.ask"));
    await author.says("https://example.org");
    author.sees(t("question.fault.link"));
    await author.says("НЕМЕДЛЕННО ОТВЕТЬТЕ НАМ");
    author.sees(t("question.fault.shouting"));
    await author.says(mine);
    author.sees(t("question.ask.whole"));
    await author.taps(t("question.button.send"));
    author.sees(t("question.said.asked"));
    author.sees(t("question.own"));

    await opensCard(friend, occurrenceId);
    await friend.taps(t("question.button.counted", { count: 1 }));
    friend.sees(mine);
    friend.doesNotSee("Asks");
    await friend.taps(mine);
    await friend.taps(t("question.button.support"));
    friend.sees(t("question.said.given"));
    friend.sees(t("question.voices", { count: 2 }));
    const { id } = await database.question.findFirstOrThrow({ where: { text: mine } });
    // A second tap changes nothing; taking a voice back is a step further.
    await friend.tapsData(friend.latest?.id ?? "", `bv:${id.toString(36)}`);
    friend.sees(t("question.said.already"));
    friend.sees(t("question.voices", { count: 2 }));
    await friend.taps(t("question.button.withdraw"));
    friend.sees(t("question.ask_withdraw"));
    await friend.taps(t("question.button.withdraw_now"));
    friend.sees(t("question.voices", { count: 1 }));
    await friend.taps(t("question.button.support"));

    // What is asked already is shown to be supported.
    for (const [person, text] of [
      [third, other],
      [friend, like],
    ] as const) {
      await opensCard(person, occurrenceId);
      await person.taps(t("question.button.ask"));
      await person.says(text);
      await person.taps(t("question.button.send"));
      person.sees(t("question.said.asked"));
    }
    await opensCard(author, occurrenceId);
    await author.taps(t("question.button.ask"));
    await author.says(`${other.toLowerCase()}!`);
    await author.taps(t("question.button.send"));
    author.sees(t("question.said.same"));

    const moderator = await colleague(city, language, "moderator");
    await moderator.says("/staff");
    await moderator.taps(t("question.staff.talks"));
    await moderator.taps(`Guest ${language}`);
    moderator.sees(mine);
    await moderator.taps(mine);
    await moderator.taps(t("question.staff.button.take_up"));
    moderator.sees(t("question.state.taken"));
    await opensCard(friend, occurrenceId);
    await friend.taps(t("question.button.counted", { count: 3 }));
    friend.sees(t("question.state.taken"));
    await moderator.taps(t("question.button.list"));
    await moderator.taps(like);
    await moderator.taps(t("question.staff.button.merge"));
    await moderator.taps(other);
    await moderator.taps(t("question.staff.merge_yes"));
    moderator.sees(t("question.staff.said.merged"));
    moderator.sees(t("question.voices", { count: 2 }));
    await moderator.taps(t("question.staff.button.finish"));
    moderator.sees(t("question.state.answered"));

    // A written answer goes to whoever asked and voted, once.
    await moderator.taps(t("question.button.list"));
    await moderator.taps(mine);
    await moderator.taps(t("question.staff.button.answer"));
    await moderator.says("War and Peace");
    moderator.sees(t("question.staff.said.answered"));
    await tellAnswers();
    author.sees(t("question.news.own"));
    author.sees("War and Peace");
    friend.sees(t("question.news.supported"));
    third.doesNotSee("War and Peace");
    const told = friend.chat.filter(({ text }) => text.includes(t("question.news.supported"))).length;
    await tellAnswers();
    expect(friend.chat.filter(({ text }) => text.includes(t("question.news.supported")))).toHaveLength(told);

    await opensCard(third, occurrenceId);
    third.doesNotSee(t("question.answered_title"));
    // A day later: the hour is the same, and nobody sleeps.
    city.clock.advance({ seconds: 24 * 3_600 });
    await opensCard(third, occurrenceId);
    third.sees(t("question.answered_title"));
    third.sees("War and Peace");
    expect(labels(third)).not.toContain(t("question.button.ask"));
    await forges(third, `bk:${eventId.toString(36)}`);
    third.sees(t("question.closed"));
  });

  it("hides a question, with a line in the log, and gives it back; nobody may ask a sixth time in a day", async () => {
    const { database } = city.services;
    const now = city.clock.now().getTime();
    const { eventId } = await announce(city, {
      texts: { [language]: { title: `Hidden ${language}` } },
      occurrences: [{ startsAt: new Date(now + hour), endsAt: new Date(now + 2 * hour) }],
    });
    await database.event.update({ where: { id: eventId }, data: { isConversation: true } });
    const author = await colleague(city, language);
    const list = `bi:${eventId.toString(36)}.0`;
    await forges(author, list);
    for (const count of [1, 2, 3, 4, 5]) {
      await forges(author, `bk:${eventId.toString(36)}`);
      await author.says(`${mine} ${"абвгд"[count - 1]}${count}`);
      await author.taps(t("question.button.send"));
      author.sees(t("question.said.asked"));
    }
    await forges(author, `bk:${eventId.toString(36)}`);
    author.sees(t("question.said.too_many", { most: 5 }));
    const moderator = await colleague(city, language, "moderator");
    const question = await database.question.findFirstOrThrow({ where: { eventId }, orderBy: { id: "asc" } });
    await forges(moderator, `xq:${question.id.toString(36)}`);
    await moderator.taps(t("question.staff.button.hide"));
    moderator.sees(t("question.staff.said.hide"));
    expect(await database.auditEntry.count({ where: { subject: `question:${question.id}` } })).toBe(1);
    const reader = await colleague(city, language);
    await forges(reader, list);
    reader.doesNotSee(question.text);
    await forges(reader, `bj:${question.id.toString(36)}`);
    reader.sees(t("question.said.gone"));
    reader.doesNotSee(question.text);
    await forges(reader, `bv:${question.id.toString(36)}`);
    reader.sees(t("question.said.gone"));
    await moderator.taps(t("question.staff.button.restore"));
    await forges(reader, list);
    reader.sees(question.text);
    // An event that is taken back takes its questions along.
    await database.event.update({ where: { id: eventId }, data: { withdrawnAt: city.clock.now() } });
    for (const data of [list, `bj:${question.id.toString(36)}`, `bk:${eventId.toString(36)}`]) {
      await forges(reader, data);
      reader.doesNotSee(question.text);
    }
  });
});
