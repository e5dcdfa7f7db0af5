import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../../../playground/people/person.ts";
import { openCity, words } from "../../../support/city.ts";
import { forges, labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";
import { learnerOf, openTaughtGroup } from "./classroom.ts";

/** Everything of a teacher's, pressed by those whose group it is not. */
const city = openCity({ plant: false });
const t = words.for("ru");

let teacher: Person;
let stranger: Person;
let learner: Person;
let title: string;
let buttons: [name: string, data: string][];

beforeAll(async () => {
  const { database, clock } = city.services;
  teacher = await colleague(city, "ru", "teacher");
  stranger = await colleague(city, "ru", "teacher");
  const group = await openTaughtGroup(city, { teacher, lessonsIn: [-30, 1440] });
  title = group.title;
  const { person, enrolmentId } = await learnerOf(city, group.groupId, "Алсу Галиева", { phone: "+79170000001" });
  learner = person;
  const content = { kind: "text", text: "Тайна", entities: [] };
  const { id: materialId } = await database.material.create({
    data: { groupId: group.groupId, content, title: "Тайна", addedAt: clock.now() },
  });
  const [groupId, lessonId] = [group.groupId.toString(36), (group.lessonIds[0] ?? 0).toString(36)];
  buttons = [
    ["the group", `tr:${groupId}`],
    ["who comes", `tw:${groupId}.0`],
    ["the sheet to tick", `tt:${lessonId}.0`],
    ["a tick", `tk:${lessonId}.${enrolmentId.toString(36)}+0`],
    ["all ticks", `ta:${lessonId}`],
    ["a message", `tm:${groupId}`],
    ["the register", `ts:${groupId}`],
    ["the materials", `tl:${groupId}.0`],
    ["a material", `to:${materialId.toString(36)}`],
    ["a new material", `tn:${groupId}`],
    ["withdrawing a material", `tx:${materialId.toString(36)}-`],
    ["the recording", `tv:${lessonId}`],
    ["a new recording", `td:${lessonId}`],
    ["withdrawing a recording", `tz:${lessonId}-`],
  ];
});

const counts = async () => {
  const { database } = city.services;
  return [
    await database.attendance.count(),
    await database.auditEntry.count(),
    await database.delivery.count(),
    await database.material.count({ where: { withdrawnAt: null } }),
  ];
};

describe("a button of somebody else's group", () => {
  it.each([
    ["another teacher", () => stranger],
    ["a learner of the group", () => learner],
  ])("is refused to %s, and nothing is written", async (_, whose) => {
    const person = whose();
    await person.says("/start");
    const before = await counts();
    for (const [name, data] of buttons) {
      await forges(person, data);
      expect(person.screen, name).toContain(t("staff.not_open"));
      expect(person.screen, name).not.toContain("+7917");
      await person.says("привет");
    }
    expect(await counts()).toEqual(before);
    expect(person.chat.some(({ text }) => text.includes("Тайна"))).toBe(false);
  });

  it("is open to its teacher and to an admin, who finds it by its title", async () => {
    await forges(teacher, buttons[1]?.[1] ?? "");
    teacher.sees("Алсу Галиева");
    const admin = await colleague(city, "ru", "admin");
    await admin.says("/staff");
    await admin.taps(t("teach.button.menu"));
    await admin.taps(t("teach.button.find"));
    await admin.says(title.toUpperCase());
    admin.sees(title);
    await admin.taps(title.slice(0, 8));
    admin.sees("Алсу Галиева");
    await admin.taps(t("teach.button.group"));
    await admin.taps(t("button.back"));
    expect(labels(admin)).toContain(t("teach.button.find"));
  });

  it("does not find it for another teacher", async () => {
    await stranger.says("/staff");
    await forges(stranger, "tf:");
    await stranger.says(title);
    stranger.sees(t("teach.none_found"));
  });
});

it("a message is not sent by who is no teacher any more when they confirm it", async () => {
  const former = await colleague(city, "ru", "teacher");
  const { groupId } = await openTaughtGroup(city, { teacher: former, lessonsIn: [1440] });
  const { person } = await learnerOf(city, groupId, "Иван");
  await forges(former, `tm:${groupId.toString(36)}`);
  await former.says("Последнее слово");
  await fire(city, former);
  await former.taps(t("teach.tell.send", { count: 1 }));
  former.sees(t("staff.not_open"));
  await city.deliver();
  expect(person.chat.some(({ text }) => text.includes("Последнее слово"))).toBe(false);
});
