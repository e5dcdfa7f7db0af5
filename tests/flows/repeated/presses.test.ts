import { describe, expect, it } from "vitest";
import { repeatAnnouncementCallback, rewriteAnnouncementCallback } from "../../../bot/announcements/callbacks.ts";
import { createDraft } from "../../../bot/announcements/draft/draft-store.ts";
import { leaveCallback } from "../../../flows/classes/callbacks.ts";
import { removeCallback } from "../../../flows/reminders/callbacks.ts";
import { newAnnouncementCallback } from "../../../flows/staff/announcements/callbacks.ts";
import { asDraft, empty } from "../../../flows/staff/announcements/draft.ts";
import { acceptCallback } from "../../../flows/staff/callbacks.ts";
import { inviteTeacherCallback, setAreaCallback } from "../../../flows/staff/classes/callbacks.ts";
import { startImportCallback } from "../../../flows/staff/importing/callbacks.ts";
import { editCallback } from "../../../flows/staff/programme/callbacks.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { idOf } from "../../support/addresses.ts";
import { announce, forges, opensCard } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";
import { openFatedCity } from "./fated-city.ts";
import { auditedBy, isDoneOnceAndTold, plays, type Row, t } from "./scene.ts";

const city = openFatedCity();

const rows: Record<string, Row> = {
  "a copy of an event": {
    withoutKey: "twice",
    async prepare({ services: { database } }) {
      const person = await colleague(city, "ru", "admin");
      const { eventId } = await announce(city);
      return {
        person,
        last: () => forges(person, editCallback.data({ edit: "copy", eventId })),
        says: t("programme.copied"),
        count: async () => [await database.event.count()],
        makes: [1],
      };
    },
  },
  "an announcement to be repeated": {
    withoutKey: "twice",
    async prepare({ services: { database, clock } }) {
      const person = await colleague(city, "ru", "admin");
      const draft = asDraft({ ...empty, texts: { ru: { kind: "text", text: "Ярмарка", entities: [] } } });
      const made = await createDraft(database, { by: await idOf(database, person), now: clock.now() }, draft);
      const id = made.kind === "done" ? made.value : 0;
      await database.announcement.update({ where: { id }, data: { state: "done" } });
      return {
        person,
        last: () => forges(person, repeatAnnouncementCallback.data(id)),
        says: t("announce.preview.ask"),
        count: async () => [await database.announcement.count()],
        makes: [1],
      };
    },
  },
  "an announcement to be rewritten": {
    withoutKey: "denied",
    async prepare({ services: { database, clock } }) {
      const person = await colleague(city, "ru", "admin");
      const draft = asDraft({ ...empty, texts: { ru: { kind: "text", text: "Ярмарка", entities: [] } } });
      const made = await createDraft(database, { by: await idOf(database, person), now: clock.now() }, draft);
      const id = made.kind === "done" ? made.value : 0;
      await database.announcement.update({ where: { id }, data: { state: "scheduled" } });
      return {
        person,
        last: () => forges(person, rewriteAnnouncementCallback.data(id)),
        says: t("announce.preview.ask"),
        count: async () => [
          await database.announcement.count({ where: { id, state: "draft" } }),
          await auditedBy(city, person),
        ],
        makes: [1, 1],
      };
    },
  },
  "the first draft of an announcement": {
    withoutKey: "twice",
    async prepare({ services: { database } }) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, newAnnouncementCallback.data(null));
      return {
        person,
        last: () => person.says("Ярмарка в пятницу"),
        says: t("announce.content.skip"),
        count: async () => [await database.announcement.count()],
        makes: [1],
      };
    },
  },
  "an invitation for a group's teacher": {
    withoutKey: "twice",
    async prepare({ services: { database, clock } }) {
      const person = await colleague(city, "ru", "admin");
      const { groupId } = await openGroup(database, { capacity: 5, now: clock.now() });
      return {
        person,
        last: () => forges(person, inviteTeacherCallback.data(groupId)),
        says: "https://t.me/",
        count: async () => [await database.invitation.count()],
        makes: [1],
      };
    },
  },
  "an accepted invitation": {
    withoutKey: "denied",
    async prepare({ services: { database, clock } }) {
      const [owner, person] = [await colleague(city, "ru", "owner"), await colleague(city, "ru")];
      const code = `${person.user.id}`.padEnd(32, "a");
      const expiresAt = new Date(clock.now().getTime() + 86_400_000);
      const invitation = {
        code,
        role: "moderator",
        invitedBy: await idOf(database, owner),
        expiresAt,
      } as const;
      await database.invitation.create({ data: { ...invitation, createdAt: clock.now() } });
      return {
        person,
        last: () => forges(person, acceptCallback.data(code)),
        says: t("staff.button.menu"),
        count: async () => [await database.staffRole.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "leaving a class": {
    withoutKey: "denied",
    async prepare({ services: { database } }) {
      const { groupId, title } = await openTaughtGroup(city, { teacher: null, lessonsIn: [1440] });
      const { person, enrolmentId } = await learnerOf(city, groupId, "Алсу");
      return {
        person,
        last: () => forges(person, leaveCallback.data(enrolmentId)),
        says: t("classes.left", { title }),
        count: async () => [(await database.group.findUniqueOrThrow({ where: { id: groupId } })).taken],
        makes: [-1],
      };
    },
  },
  "taking a reminder off, with the way back": {
    withoutKey: "denied",
    async prepare({ services: { database } }) {
      const person = await colleague(city, "ru");
      const { occurrenceIds } = await announce(city, { occurrences: [{ startsAt: new Date("2026-11-25T16:00:00Z") }] });
      const [occurrenceId = 0] = occurrenceIds;
      await opensCard(person, occurrenceId);
      await person.taps(t("remind.button"));
      await person.says("/my");
      const reminders = () => database.reminder.count({ where: { occurrenceId } });
      return {
        person,
        last: () => forges(person, removeCallback.data({ occurrenceId, page: 0 })),
        says: t("my.undo"),
        count: async () => [Math.min(1, await reminders())],
        makes: [-1],
      };
    },
  },
};

describe.each(Object.entries(rows))("%s", (_, row) => {
  it.each(["before", "after"] as const)(
    "is there once and told when the program is killed %s it is written",
    async (death) => {
      const scene = await plays(row, city);
      city.kills({ death, diesBy: "effect" });
      await scene.last();
      await isDoneOnceAndTold(scene);
    },
  );

  it("is there once and told when Telegram's answer is lost", async () => {
    const scene = await plays(row, city);
    const lost = city.losesAnswer();
    await scene.last();
    expect(lost()).toBeGreaterThan(0);
    await isDoneOnceAndTold(scene);
  });

  it(`would be ${row.withoutKey} without a note of it`, async () => {
    const scene = await plays(row, city);
    city.kills({ death: "after", diesBy: "effect", forgets: true });
    await scene.last();
    await expect(isDoneOnceAndTold(scene)).rejects.toThrow();
  });
});

it("a second press is another wish", async () => {
  const person = await colleague(city, "ru", "admin");
  const { eventId } = await announce(city);
  const before = await city.services.database.event.count();
  for (const _ of [1, 2]) await forges(person, editCallback.data({ edit: "copy", eventId }));
  expect(await city.services.database.event.count()).toBe(before + 2);
});

it("an import that is told again tells what it did, not that all was there before", async () => {
  const person = await colleague(city, "ru", "admin");
  await forges(person, startImportCallback.data(null));
  await person.sendsDocument("table.csv", "Название;Начало;Цена\r\nВыставка кукол;07.12.2026;бесплатно");
  city.kills({ death: "after", diesBy: "effect" });
  await person.taps(t("importing.confirm", { count: 1 }));
  person.sees(t("importing.created", { count: 1 }));
});

it("that somebody else was faster is no effect: nothing of it is kept, and neither is their name", async () => {
  const { database, clock } = city.services;
  const { courseId } = await openGroup(database, { capacity: 5, now: clock.now() });
  const person = await colleague(city, "ru", "admin");
  await forges(person, setAreaCallback.data(courseId));
  await database.course.update({ where: { id: courseId }, data: { revision: { increment: 1 } } });
  await database.effect.deleteMany();
  await person.taps(t("area.languages"));
  person.sees(t("class_edit.save_anyway_ask"));
  expect(await database.effect.count()).toBe(0);
});
