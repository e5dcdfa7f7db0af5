import { expect, it } from "vitest";
import { setGroup } from "../../../bot/classes/editing/group-edit-store.ts";
import { chatKey } from "../../../bot/doors/telegram/door.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { housekeeping } from "../../../bot/housekeeping.ts";
import { invite } from "../../../bot/staff/invitation-store.ts";
import { giveBack, takeRole } from "../../../bot/staff/role-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { findTraces } from "../../support/traces.ts";
import { schoolIn } from "../classes/school.ts";
import { announce, forges, opensCard } from "../drive.ts";
import { colleague } from "../staff/team.ts";

/** Somebody who does everything that the bot offers, and then has themselves erased. */
const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("ru");
const name = "Зөләйха Берданбер";
const telegramId = 7_771_234_567;
const phone = "79170001122";
const texts = ["квартет для двоих", "тайная лекция", "Куда идти с собакой-поводырём?"];
const [first = "", second = "", asked = ""] = texts;

it("leaves nothing in any column of any table, and what they did stays done", async () => {
  const { database } = city.services;
  const person = city.telegram.person(name, { id: telegramId, languageCode: "ru", phoneNumber: `+${phone}` });
  const owner = await colleague(city, "ru", "owner");
  const actor = { by: await idOf(city.services.database, owner), now: city.clock.now() };

  // A resident.
  await person.says("/start");
  const id = await idOf(database, person);
  for (const text of [first, second]) await person.says(text);
  await person.taps(t("wish.button.make"));
  await forges(person, "vw:q");
  await person.says(asked);
  const startsAt = new Date(city.clock.now().getTime() + 30 * 3_600_000);
  const { occurrenceIds } = await announce(city, {
    occurrences: [{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }],
  });
  await opensCard(person, occurrenceIds[0]);
  await person.taps(t("remind.button"));
  await forges(person, "gs:d10.5.0");
  await forges(person, "k:");
  const { groupId } = await school.opens();
  await school.enrols(person, groupId);
  const enrolment = await database.enrolment.findFirstOrThrow({ where: { personId: BigInt(id) } });
  await database.certificate.create({
    data: {
      ...{ code: "AAAAABBBBB", enrolmentId: enrolment.id, name, language: "ru" as const },
      ...{ attended: 1, lessons: 1, issuedAt: city.clock.now() },
    },
  });

  // Staff: invited, teaching, inviting, losing a role and getting it back.
  const invited = await invite(database, actor, { role: "owner", institutionId: null, groupId: null, days: 1 });
  await person.says(`/start i_${invited.kind === "done" ? invited.value : ""}`);
  await person.taps(t("staff.accept.button"));
  const own = { by: id, now: city.clock.now() };
  const other = await invite(database, own, { role: "moderator", institutionId: null, groupId: null, days: 1 });
  const guest = await colleague(city, "ru");
  await guest.says(`/start i_${other.kind === "done" ? other.value : ""}`);
  await guest.taps(t("staff.accept.button"));
  await invite(database, own, { role: "editor", institutionId: null, groupId: null, days: 1 });
  const group = await database.group.findUniqueOrThrow({ where: { id: groupId } });
  const edition = { id: groupId, revision: group.revision };
  await setGroup(database, actor, edition, { teacherId: id, teacherName: "Учитель" });
  await database.material.create({
    data: { groupId, content: {}, title: "Конспект", addedBy: BigInt(id), addedAt: city.clock.now() },
  });
  await database.announcement.create({
    data: {
      ...{ authorId: BigInt(id), confirmedBy: BigInt(id), secondedBy: BigInt(id) },
      ...{ progressDoor: "telegram", progressChatId: String(telegramId) },
      ...{ state: "done", createdAt: city.clock.now(), audience: { kind: "people", only: [], except: [] } },
    },
  });
  const announced = { authorId: await idOf(city.services.database, owner), createdAt: city.clock.now(), audience: {} };
  const { id: announcementId } = await database.announcement.create({ data: announced });
  await database.delivery.create({
    data: {
      ...{
        personId: await idOf(city.services.database, owner),
        kind: "announcement-answered",
        lane: "urgent" as const,
      },
      ...{ payload: { announcementId, by: id, isAgreed: true }, dedupeKey: "answered" },
      ...{ dueAt: city.clock.now(), expiresAt: city.clock.now() },
    },
  });
  const { id: threadId } = await database.thread.create({
    data: {
      personId: await idOf(database, guest),
      subject: "question",
      createdAt: city.clock.now(),
      lastAt: city.clock.now(),
      waitingSince: city.clock.now(),
    },
  });
  await forges(person, `vc:${threadId.toString(36)}`);
  await person.says("Можно");
  const { id: roleId } = await database.staffRole.findFirstOrThrow({ where: { personId: BigInt(id) } });
  const taken = await takeRole(database, actor, roleId);
  if (taken.kind !== "taken") throw new Error(taken.kind);
  await giveBack(database, actor, taken.entryId);
  await database.dialogue.create({
    data: { key: chatKey(owner.user), state: { log: [{ personId: id, name }] }, updatedAt: city.clock.now() },
  });
  await person.says("/privacy");

  const traces = () => findTraces(database, String(telegramId), String(id), id.toString(36), name, phone, ...texts);
  // The walk sees them everywhere, so that it would see what is left.
  expect((await traces()).length).toBeGreaterThan(25);
  const doneBefore = await database.auditEntry.count();
  await person.taps(t("button.erase"));
  await person.says(t("privacy.word"));
  person.sees(t("privacy.erased"));
  expect(await traces()).toEqual([]);
  expect(await database.auditEntry.count()).toBe(doneBefore);
  expect(await giveBack(database, actor, taken.entryId)).toEqual({ kind: "too late" });
  await forges(owner, "ql:0");
  owner.sees(t("audit.gone", { what: t("audit.subject.person") }));

  // And what runs by itself brings nothing back.
  await city.deliver();
  await housekeeping(city.services, new Receipts(database)).run(city.clock.now());
  expect(await traces()).toEqual([]);

  await database.auditEntry.create({
    data: { at: city.clock.now(), action: "command", subject: "event:1", after: { deep: [{ number: id }] } },
  });
  expect(await traces()).toEqual(["AuditEntry.after"]);
});
