import { describe, expect, it } from "vitest";
import { pause } from "../../bot/announcements/announcement-store.ts";
import { type Display, type Displayed, ProgressBoard } from "../../bot/announcements/progress/progress-message.ts";
import { tellClass } from "../../bot/announcements/sending/class-message-store.ts";
import { testDatabase } from "../support/database.ts";
import { courseRow, groupRow } from "../support/factories/course.ts";
import { moscow, openHall, text, words } from "./crowd.ts";

const { database } = await testDatabase();

/** Remembers what was shown; the answers go wrong as told. */
function openDisplay(...answers: Displayed["kind"][]) {
  const shown: { messageId: string | null; text: string }[] = [];
  let next = 100;
  const display: Display = {
    async show(_, messageId, view) {
      shown.push({ messageId, text: String(view.text) });
      const kind = answers.shift() ?? "shown";
      if (kind !== "shown") return { kind };
      next += messageId === null ? 1 : 0;
      return { kind, messageId: messageId ?? String(next) };
    },
  };
  return { shown, display };
}

const boardWith = (display: Display) =>
  new ProgressBoard({ database, words, city: { timeZone: moscow, language: "ru" } }, { telegram: display });

/** A hall whose author can be written to, and is no recipient all the same. */
async function openHallWithAuthor(people: number) {
  const hall = await openHall(database, people);
  await database.address.updateMany({ where: { personId: hall.boss }, data: { unreachable: null } });
  await database.person.update({ where: { id: hall.boss }, data: { mutesAnnouncements: true } });
  return hall;
}

describe("the message with the progress", () => {
  it("is one, which changes at most every three seconds, and not any more when all is told", async () => {
    const { announce, move, deliver, clock } = await openHallWithAuthor(3);
    await announce();
    const { shown, display } = openDisplay();
    const board = boardWith(display);
    expect(await board.refresh(clock.now())).toBe(false);
    expect(shown).toEqual([]);
    await move();
    await board.refresh(clock.now());
    clock.advance({ seconds: 2 });
    await deliver();
    expect(await board.refresh(clock.now())).toBe(true);
    expect(shown.map(({ messageId }) => messageId)).toEqual([null]);
    clock.advance({ seconds: 1 });
    expect(await board.refresh(clock.now())).toBe(false);
    expect(shown.map(({ messageId }) => messageId)).toEqual([null, "101"]);
    expect(shown[1]?.text).toContain("«Всем»: готово");
    clock.advance({ seconds: 60 });
    await board.refresh(clock.now());
    expect(shown).toHaveLength(2);
  });

  it("is changed by one of two instances that look at the same time", async () => {
    const { announce, move, clock } = await openHallWithAuthor(2);
    await announce();
    await move();
    const { shown, display } = openDisplay();
    const boards = [boardWith(display), boardWith(display), boardWith(display)];
    await Promise.all(boards.map((board) => board.refresh(clock.now())));
    expect(shown).toHaveLength(1);
  });

  it("comes anew where it was deleted, and again where it did not get through", async () => {
    const { announce, move, actor, clock } = await openHallWithAuthor(2);
    const id = await announce();
    await move();
    const { shown, display } = openDisplay("shown", "gone", "shown", "later");
    const board = boardWith(display);
    await board.refresh(clock.now());
    clock.advance({ seconds: 3 });
    await board.refresh(clock.now());
    expect(shown.map(({ messageId }) => messageId)).toEqual([null, "101", null]);
    await pause(database, actor(), id);
    clock.advance({ seconds: 3 });
    expect(await board.refresh(clock.now())).toBe(true);
    clock.advance({ seconds: 3 });
    expect(await board.refresh(clock.now())).toBe(false);
    expect(shown.slice(3).map(({ messageId }) => messageId)).toEqual(["102", "102"]);
  });

  it("tells how fast it goes and how long it will take", async () => {
    const { announce, move, clock } = await openHallWithAuthor(4);
    const id = await announce();
    await move();
    const { shown, display } = openDisplay();
    const board = boardWith(display);
    await board.refresh(clock.now());
    await database.announcement.update({ where: { id }, data: { sent: 2, audienceSize: 1_004 } });
    clock.advance({ seconds: 4 });
    await board.refresh(clock.now());
    expect(shown[1]?.text.split("\n").slice(1)).toEqual([
      `░░░░░░░░░░░░░░░░  2 из 1\u00a0004`,
      "Доставлено 2",
      "1 в секунду · ещё 33 мин",
    ]);
  });

  it("does not come for what a teacher tells their class", async () => {
    const { boss, clock } = await openHallWithAuthor(1);
    const now = clock.now();
    const course = await database.course.create({
      data: courseRow(now, { texts: { create: { language: "ru", title: "Курс" } } }),
    });
    const { id: groupId } = await database.group.create({ data: groupRow(now, { courseId: course.id }) });
    await database.$transaction((tx) => tellClass(tx, { groupId, content: text("Жду"), by: boss, now }));
    const { shown, display } = openDisplay();
    expect(await boardWith(display).refresh(now)).toBe(false);
    expect(shown).toEqual([]);
  });
});
