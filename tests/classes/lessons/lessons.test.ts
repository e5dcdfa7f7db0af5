import { describe, expect, it } from "vitest";
import { joinCallback } from "../../../bot/classes/callbacks.ts";
import { findJoinLink } from "../../../bot/classes/lessons/join-store.ts";
import { cancelLesson } from "../../../bot/classes/lessons/lesson-store.ts";
import { planLessonReminders } from "../../../bot/classes/lessons/messages/reminder-store.ts";
import { findOverlaps } from "../../../bot/classes/lessons/moving/overlap-store.ts";
import { setQuietHours, setTimeZone } from "../../../bot/reminders/person-plan-store.ts";
import { findCalendar, findCalendarToken } from "../../../bot/reminders/personal-calendar-store.ts";
import { forges, labels, urlOf } from "../../flows/drive.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { classroomIn } from "./classroom.ts";

const city = openCity({ plant: false });
const { at, course, resident, enrols, learner, hears } = classroomIn(city);
const change = <T>(work: (tx: Parameters<typeof cancelLesson>[0]) => Promise<T>) =>
  city.services.database.$transaction((tx) => work(tx));
const day = 1440;

describe("a learner", () => {
  it("hears of a lesson a day, an hour and a quarter of an hour before, the last time with the way in, and is asked how it was", async () => {
    const { groupId, title } = await course([2 * day]);
    const person = await learner(groupId);
    expect(await hears(person, day - 1)).toEqual([]);
    const [first = ""] = await hears(person, 1);
    expect(first).toContain(title);
    expect(first).toContain("Занятие 1 из 1");
    expect(first).toContain("Ссылка на занятие придёт за 15 минут до начала.");
    expect((await hears(person, day - 60))[0]).toContain("Через 1 час");
    expect(labels(person)).toEqual(["О занятии", "Не смогу прийти"]);
    const [join = ""] = await hears(person, 45);
    expect(join).toContain("Через 15 мин");
    expect(join).not.toContain("zoom.example.org");
    expect(urlOf(person, "Войти на занятие")).toBe("https://zoom.example.org/j/1");
    // Forwarded, its button would go with it.
    expect(person.latest?.isProtected).toBe(true);
    expect(await hears(person, 89)).toEqual([]);
    // A quarter of an hour after the end of the last one.
    expect((await hears(person, 1))[0]).toContain("закончился. Как он вам?");
  });

  it("who enrols in the last minutes gets the way in at once, and one who left hears nothing", async () => {
    const { groupId } = await course([10]);
    const person = await learner(groupId);
    expect(await hears(person, 0)).toHaveLength(1);
    const other = await course([120]);
    const leaver = await learner(other.groupId);
    await city.services.database.enrolment.updateMany({ where: { groupId: other.groupId }, data: { state: "left" } });
    expect(await hears(leaver, 150)).toEqual([]);
  });

  it("is led where staff said that the class meets, even if Zoom has a link", async () => {
    const { groupId, first: lessonId } = await course([10]);
    const person = await learner(groupId);
    const { database, clock } = city.services;
    const { id } = await database.enrolment.findFirstOrThrow({ where: { groupId } });
    const registrant = { enrolmentId: id, registrantId: `r${id}`, joinUrl: "https://zoom.us/w/own", createdAt: at(0) };
    await database.registrant.create({ data: registrant });
    const see = async () =>
      findJoinLink(database, { personId: await idOf(database, person), lessonId, now: clock.now() });
    expect(await see()).toEqual({ kind: "link", url: "https://zoom.example.org/j/1", isShared: true });
    await database.group.update({ where: { id: groupId }, data: { typedLink: null } });
    expect(await see()).toEqual({ kind: "link", url: "https://zoom.us/w/own", isShared: false });
  });

  it("who left by mistake and came back is led in anew: the old link does not work any more", async () => {
    const { groupId } = await course([30]);
    const person = await learner(groupId);
    expect(await hears(person, 15)).toHaveLength(1);
    const { database, clock } = city.services;
    await database.enrolment.updateMany({ where: { groupId }, data: { state: "left" } });
    const personId = await idOf(database, person);
    await change((tx) => planLessonReminders(tx, { groupId, personId }, clock.now()));
    await enrols(person, groupId);
    expect(await hears(person, 0)).toHaveLength(1);
    expect(await hears(person, 30)).toEqual([]);
  });

  it("is shown the link from a quarter of an hour before until the end; nobody else ever is", async () => {
    const { groupId, first: lessonId } = await course([60]);
    const [person, stranger] = [await learner(groupId), await resident()];
    const data = joinCallback.data(lessonId);
    const see = async () =>
      findJoinLink(city.services.database, {
        personId: await idOf(city.services.database, person),
        lessonId,
        now: city.clock.now(),
      });
    expect(await see()).toEqual({ kind: "early", from: at(45) });
    await forges(person, data);
    person.sees("Ссылка появится в 13:45");
    await hears(person, 45);
    expect(await see()).toMatchObject({ kind: "link" });
    await forges(person, data);
    expect(urlOf(person, "Войти на занятие")).toContain("zoom");
    expect(person.latest?.isProtected).toBe(true);
    await forges(stranger, data);
    stranger.sees("Ссылку получает только тот, кто записан");
    expect(labels(stranger)).toEqual(["Мои занятия"]);
    await hears(person, 74);
    expect(await see()).toMatchObject({ kind: "link" });
    await hears(person, 1);
    expect(await see()).toEqual({ kind: "over" });
    await forges(person, data);
    person.sees("Это занятие уже закончилось.");
    expect(labels(person)).toEqual(["Материалы", "Мои занятия"]);
  });

  it("whose link is late fetches it, and gets no button for an address that Telegram would refuse", async () => {
    const { groupId } = await course([60], { typedLink: null });
    const person = await learner(groupId);
    expect((await hears(person, 45))[0]).toContain("Ссылка ещё готовится");
    await city.services.database.group.update({ where: { id: groupId }, data: { typedLink: "localhost" } });
    await person.taps("Обновить");
    person.sees("Ссылка ещё готовится");
    await city.services.database.group.update({
      where: { id: groupId },
      data: { typedLink: "https://zoom.example.org/j/2" },
    });
    await person.taps("Обновить");
    expect(urlOf(person, "Войти на занятие")).toBe("https://zoom.example.org/j/2");
  });

  it("is not woken: the hour before waits for the end of quiet hours, the way in comes without a sound", async () => {
    // At half past eight in the morning in Moscow; in Kamchatka it is half past five in the afternoon.
    const { groupId } = await course([19 * 60 + 30]);
    const [here, far] = [await learner(groupId), await learner(groupId)];
    const { database, clock } = city.services;
    await setTimeZone(database, await idOf(database, far), "Asia/Kamchatka", clock.now());
    await setQuietHours(database, await idOf(database, here), { from: 22 * 60, until: 8 * 60 + 20 }, clock.now());
    const rows = async (personId: number) =>
      (await database.delivery.findMany({ where: { personId, state: "pending" }, orderBy: { dueAt: "asc" } })).map(
        ({ kind, dueAt, silent, lane }) => [kind, (dueAt.getTime() - clock.now().getTime()) / 60_000, silent, lane],
      );
    expect(await rows(await idOf(city.services.database, far))).toEqual([
      ["lesson", 18 * 60 + 30, false, "normal"],
      ["join", 19 * 60 + 15, false, "urgent"],
    ]);
    expect(await rows(await idOf(city.services.database, here))).toEqual([
      ["join", 19 * 60 + 15, true, "urgent"],
      ["lesson", 19 * 60 + 20, false, "normal"],
    ]);
  });
});

describe("classes beside each other", () => {
  it("that overlap are named before one enrols", async () => {
    const [own, other, apart] = [await course([day, 3 * day]), await course([day + 30]), await course([2 * day])];
    const person = await learner(own.groupId);
    const overlaps = async (groupId: number) =>
      findOverlaps(city.services.database, await idOf(city.services.database, person), groupId, "ru", city.clock.now());
    expect(await overlaps(other.groupId)).toEqual([{ title: own.title, startsAt: at(day), endsAt: at(day + 60) }]);
    expect(await overlaps(apart.groupId)).toEqual([]);
    expect(await overlaps(own.groupId)).toEqual([]);
  });

  it("are in the personal calendar, without the way in", async () => {
    const { groupId, title, first: id } = await course([day]);
    const person = await learner(groupId);
    const { database, clock } = city.services;
    await change((tx) => cancelLesson(tx, id, clock.now()));
    const token = (await findCalendarToken(database, await idOf(database, person))) ?? "";
    const calendar = await findCalendar(database, token, clock.now());
    expect(calendar?.entries).toMatchObject([{ kind: "lesson", id, groupId, title, status: "cancelled", sequence: 1 }]);
    expect(JSON.stringify(calendar)).not.toContain("zoom.example");
  });

  it("do not remind those who only wait", async () => {
    const { groupId } = await course([120]);
    const person = await resident();
    await enrols(person, groupId);
    await city.services.database.enrolment.updateMany({ where: { groupId }, data: { state: "waiting" } });
    expect(await hears(person, 120)).toEqual([]);
  });
});
