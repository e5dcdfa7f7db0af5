import { beforeAll, describe, expect, it } from "vitest";
import { setGroup } from "../../../bot/classes/editing/group-edit-store.ts";
import { threadCallback, writeCallback } from "../../../bot/threads/callbacks.ts";
import { longest, most } from "../../../bot/threads/thread.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { schoolIn } from "../classes/school.ts";
import { announce, forges, labels, opensCard } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { answersIn, begins, threadOf } from "./talk.ts";

const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("ru");
let marat: Person;

beforeAll(async () => {
  marat = await colleague(city, "ru", "moderator");
});

const resident = () => colleague(city, "ru");

describe("a card", () => {
  it("is asked about, and a mistake on it is reported with the card attached", async () => {
    const ivan = await resident();
    const { occurrenceIds } = await announce(city, { texts: { ru: { title: "Ночь Тукая" } } });
    await opensCard(ivan, occurrenceIds[0]);
    await ivan.taps(t("thread.button.write"));
    ivan.sees(t("thread.ask.event"));
    await ivan.taps(t("thread.button.mistake"));
    ivan.sees(t("thread.ask.mistake"));
    ivan.sees("«Ночь Тукая»");
    await ivan.says("Начало в 19:30, а не в 20:00");
    const thread = await threadOf(city, ivan);
    expect(thread).toMatchObject({ subject: "mistake", occurrenceId: occurrenceIds[0] });
    await city.deliver();
    marat.sees("Ошибка на карточке: «Ночь Тукая»");
    await marat.taps(t("thread.button.open"));
    await marat.taps(t("thread.button.card"));
    marat.sees("Ночь Тукая");
  });

  it("in a group has no such button", async () => {
    const { occurrenceIds } = await announce(city);
    const ivan = await resident();
    const group = city.telegram.group("Соседи", [ivan]);
    await group.says(ivan, `/start@${city.telegram.bot.username} o_${(occurrenceIds[0] ?? 0).toString(36)}`);
    expect(group.screen).not.toContain(t("thread.button.write"));
  });
});

describe("whose it is to answer", () => {
  it("a class's thread is its teacher's, whom it is told, and no other teacher's", async () => {
    const { database } = city.services;
    const teacher = await colleague(city, "ru", "teacher");
    const other = await colleague(city, "ru", "teacher");
    const owner = await colleague(city, "ru", "owner");
    const { groupId } = await school.opens();
    const actor = { by: await idOf(database, owner), now: city.clock.now() };
    const { revision } = await database.group.findUniqueOrThrow({ where: { id: groupId } });
    await setGroup(
      database,
      actor,
      { id: groupId, revision },
      { teacherId: await idOf(database, teacher), teacherName: "Роза" },
    );
    const learner = await resident();
    await school.enrols(learner, groupId);
    const untold = marat.chat.length;
    await forges(learner, writeCallback.data({ kind: "class", id: groupId }));
    await learner.says("Не слышу вас");
    await city.deliver();
    teacher.sees("Не слышу вас");
    expect(marat.chat).toHaveLength(untold);
    const { id } = await threadOf(city, learner);
    await teacher.taps(t("thread.button.open"));
    expect(labels(teacher)).toContain(t("thread.button.answer"));
    await forges(other, threadCallback.data({ id, page: 0 }));
    other.doesNotSee("Не слышу вас");
    // A moderator may answer everything.
    await forges(marat, threadCallback.data({ id, page: 0 }));
    marat.sees("Не слышу вас");
  });

  it("nobody writes about a class that they are not in", async () => {
    const { groupId } = await school.opens();
    const ivan = await resident();
    await forges(ivan, writeCallback.data({ kind: "class", id: groupId }));
    ivan.sees(t("thread.gone"));
  });
});

describe("what does not fit", () => {
  it("is said kindly: too long, a poll, a sticker", async () => {
    const ivan = await resident();
    await begins(ivan);
    await ivan.says("я".repeat(longest.text + 1));
    ivan.sees(t("thread.too_long"));
    await ivan.sendsPoll("Когда?", ["Завтра", "Никогда"]);
    ivan.sees(t("thread.a_poll"));
    await ivan.sendsSticker("🙂");
    ivan.sees(t("thread.again"));
    await ivan.says("я".repeat(longest.text));
    ivan.sees(t("thread.button.done"));
    expect((await threadOf(city, ivan)).messages).toHaveLength(1);
  });

  it("is more than somebody can read: it waits for the answer", async () => {
    const ivan = await resident();
    await begins(ivan);
    for (let count = 1; count <= most.unanswered; count += 1) await ivan.says(`Сообщение ${count}`);
    ivan.sees(t("thread.sent_more"));
    await ivan.says("И ещё одно");
    ivan.sees(t("thread.too_many_waiting"));
    const thread = await threadOf(city, ivan);
    expect(thread.messages).toHaveLength(most.unanswered);
    await answersIn(city, marat, "Прочли всё", thread);
    await ivan.taps(t("thread.button.reply"));
    await ivan.says("Спасибо большое!");
    expect((await threadOf(city, ivan)).messages).toHaveLength(most.unanswered + 2);
  });
});

describe("what is written outside of the dialogue", () => {
  it("within a day of an answer is asked about, and goes to staff or to the search", async () => {
    const ivan = await resident();
    await begins(ivan);
    await ivan.says("Где гардероб?");
    await ivan.taps(t("thread.button.done"));
    const thread = await threadOf(city, ivan);
    await answersIn(city, marat, "На первом этаже", thread);
    await ivan.says("А буфет?");
    ivan.sees(t("thread.meant_for", { name: marat.name }));
    await ivan.taps(t("thread.button.hand_on_to", { name: marat.name }));
    ivan.sees("Передал.");
    expect((await threadOf(city, ivan)).messages.at(-1)?.content).toMatchObject({ text: "А буфет?" });
    await answersIn(city, marat, "Там же", thread);
    await announce(city, { texts: { ru: { title: "Органный вечер" } } });
    await ivan.says("органный вечер");
    await ivan.taps(t("thread.button.search"));
    ivan.sees("Органный вечер");
    await city.services.database.thread.update({ where: { id: thread.id }, data: { lastAt: new Date(0) } });
    await ivan.says("органный вечер");
    ivan.doesNotSee(t("thread.button.search"));
    ivan.sees("Органный вечер");
  });

  it("right after the wish for a human it is asked about, once, and goes to staff or to the search", async () => {
    const ivan = await resident();
    await ivan.says("Позовите человека");
    ivan.sees(t("thread.button.write"));
    await ivan.says("потеряла вчера варежку на органном вечере");
    ivan.sees(t("thread.meant"));
    await ivan.taps(t("thread.button.hand_on"));
    ivan.sees("Передал.");
    const { messages } = await threadOf(city, ivan);
    expect(messages.at(-1)?.content).toMatchObject({ text: "потеряла вчера варежку на органном вечере" });
    await ivan.says("органный вечер");
    ivan.doesNotSee(t("thread.button.search"));
    await ivan.says("позовите оператора");
    city.clock.advance({ seconds: 660 });
    await ivan.says("органный вечер");
    ivan.doesNotSee(t("thread.button.search"));
  });

  it("a voice message is offered to people, and goes to them with one tap", async () => {
    const ivan = await resident();
    await ivan.sendsVoice();
    ivan.sees(t("said.voice"));
    await ivan.taps(t("thread.button.hand_on"));
    ivan.sees("Передал.");
    expect((await threadOf(city, ivan)).messages[0]?.content).toMatchObject({ kind: "voice" });
  });

  it("ten minutes after a message is no more of it, but what it says", async () => {
    const ivan = await resident();
    await begins(ivan);
    await ivan.says("Где гардероб?");
    await announce(city, { texts: { ru: { title: "Скрипка под луной" } } });
    city.clock.advance({ seconds: 599 });
    await ivan.says("И буфет");
    ivan.sees(t("thread.sent_more"));
    city.clock.advance({ seconds: 600 });
    await ivan.says("скрипка под луной");
    ivan.sees("Скрипка под луной");
    ivan.doesNotSee(t("step.late"));
    expect((await threadOf(city, ivan)).messages).toHaveLength(2);
  });
});
