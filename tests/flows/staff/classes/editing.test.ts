import { beforeEach, describe, expect, it } from "vitest";
import {
  courseTextCallback,
  editCourseCallback,
  editGroupCallback,
} from "../../../../flows/staff/classes/callbacks.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { openGroup } from "../../../classes/enrolments/school.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { dataOf, forges, labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

let groupId: number;
let courseId: number;
let title: string;
beforeEach(async () => {
  const draft = { capacity: 2, now: city.clock.now() };
  ({ groupId, courseId, title } = await openGroup(city.services.database, draft));
});

const admin = () => colleague(city, "ru", "admin");
const groupNow = () => city.services.database.group.findUniqueOrThrow({ where: { id: groupId } });

/** Somebody in the group, or in its line. */
async function learner(state: "enrolled" | "waiting"): Promise<Person> {
  const person = await colleague(city, "ru");
  const { database } = city.services;
  const times = { createdAt: city.clock.now(), changedAt: city.clock.now() };
  const { nextTicket } = await groupNow();
  await database.enrolment.create({
    data: { groupId, personId: await idOf(city.services.database, person), state, ticket: nextTicket, ...times },
  });
  const counted = state === "enrolled" ? { taken: { increment: 1 } } : { waiting: { increment: 1 } };
  await database.group.update({ where: { id: groupId }, data: { nextTicket: nextTicket + 1, ...counted } });
  return person;
}

async function changes(
  person: Person,
  part: "teacher" | "capacity" | "level" | "language" | "audience" | "age" | "link",
) {
  await forges(person, editGroupCallback.data(groupId));
  await person.taps(t("class_edit.change"));
  await person.taps(t(`class_edit.part.${part}`));
}

describe("a group", () => {
  it("is changed in each of its parts by a dialogue of its own", async () => {
    const editor = await admin();
    await changes(editor, "teacher");
    await editor.says("   ");
    await editor.says("Ильдар  Хасанов");
    editor.sees(t("class_edit.saved"));
    await changes(editor, "level");
    await editor.taps("Для опытных");
    await changes(editor, "language");
    await editor.taps("На татарском");
    await changes(editor, "audience");
    await editor.taps(t("audience.children"));
    await editor.taps(t("class_edit.ready"));
    await changes(editor, "age");
    await editor.says("7+");
    await changes(editor, "link");
    await editor.says("https://meet.example.org/a");
    editor.sees(t("class_edit.saved"));
    expect(await groupNow()).toMatchObject({
      teacherName: "Ильдар Хасанов",
      level: "advanced",
      heldIn: "tt",
      audiences: ["children"],
      ageMin: 7,
      typedLink: "https://meet.example.org/a",
      revision: 6,
    });
    await changes(editor, "level");
    await editor.taps("Для опытных");
    editor.sees(t("class_edit.same"));
  });

  it("gets no fewer places than are taken, and more are offered to the line at once", async () => {
    const editor = await admin();
    await learner("enrolled");
    await learner("enrolled");
    const waiting = await learner("waiting");
    await changes(editor, "capacity");
    editor.sees("2 места");
    await editor.says("1");
    editor.sees(t("class_edit.ask.capacity_again", { least: 2, most: 10_000 }));
    await editor.says("3");
    editor.sees(t("class_edit.saved"));
    expect(await groupNow()).toMatchObject({ capacity: 3, taken: 3, waiting: 0 });
    await city.deliver();
    waiting.sees(t("offer.accept"));
  });

  it("that is closed tells its line kindly, with the way to other groups", async () => {
    const editor = await admin();
    const waiting = await learner("waiting");
    await forges(editor, editGroupCallback.data(groupId));
    await editor.taps(t("class_edit.close"));
    editor.sees("В очереди 1 человек");
    await editor.taps(t("class_edit.yes_close"));
    editor.sees(t("class_edit.closed"));
    await city.deliver();
    waiting.sees(title);
    await waiting.taps(t("group.all"));
    waiting.sees(t("course.no_groups"));
    await editor.taps(t("class_edit.reopen"));
    editor.sees(t("class_edit.reopened"));
    expect((await groupNow()).closedAt).toBeNull();
  });

  it("becomes the teacher's by a link", async () => {
    const editor = await admin();
    const teacher = await colleague(city, "ru");
    await forges(editor, editGroupCallback.data(groupId));
    await editor.taps(t("class_edit.invite_teacher"));
    const code = new URL(editor.latest?.text ?? "").searchParams.get("start");
    await teacher.says(`/start ${code}`);
    await teacher.taps(t("staff.accept.button"));
    expect((await groupNow()).teacherId).toBe(BigInt(await idOf(city.services.database, teacher)));
  });

  it("gets more lessons, but none at the time of another", async () => {
    const editor = await admin();
    const { database } = city.services;
    const [lesson] = await database.lesson.findMany({ where: { groupId } });
    await forges(editor, editGroupCallback.data(groupId));
    await editor.taps(t("class_edit.add_lessons"));
    await editor.says("22.11 17:30 и 24.11 17:30");
    expect(lesson?.startsAt).toEqual(new Date("2026-11-22T14:30:00Z"));
    await editor.says("22 и 24 ноября в 17:30");
    await editor.taps(t("class_edit.when.right"));
    editor.sees("вс, 22 ноября, 17:30");
    expect(await database.lesson.count({ where: { groupId } })).toBe(1);
    await editor.taps(t("class_edit.to_group"));
    await editor.taps(t("class_edit.add_lessons"));
    await editor.says("24 и 26 ноября в 17:30");
    await editor.taps(t("class_edit.when.right"));
    editor.sees(t("class_edit.lessons_added"));
    expect(await database.lesson.count({ where: { groupId } })).toBe(3);
  });
});

describe("two who edit at once", () => {
  it("do not overwrite each other: the second is told what changed and by whom, and may save all the same", async () => {
    const [first, second] = [await admin(), await admin()];
    await changes(first, "teacher");
    await changes(second, "teacher");
    await first.says("Ильдар");
    await second.says("Марат");
    second.sees(t("class_edit.field.teacherName"));
    second.sees(first.name);
    expect((await groupNow()).teacherName).toBe("Ильдар");
    await second.taps(t("class_edit.save_anyway"));
    second.sees(t("class_edit.saved"));
    expect((await groupNow()).teacherName).toBe("Марат");
  });

  it("keep what the first one wrote where the second leaves it", async () => {
    const [first, second] = [await admin(), await admin()];
    await changes(first, "level");
    await changes(second, "teacher");
    await first.taps("Для опытных");
    await second.says("Марат");
    await second.taps(t("class_edit.leave_theirs"));
    second.sees(t("class_edit.left_as_is"));
    expect(await groupNow()).toMatchObject({ teacherName: "Алсу Каримова", level: "advanced" });
  });

  it("cannot close what was changed meanwhile without having seen it", async () => {
    const [first, second] = [await admin(), await admin()];
    await forges(second, editGroupCallback.data(groupId));
    await second.taps(t("class_edit.close"));
    await changes(first, "level");
    await first.taps("Для опытных");
    await second.taps(t("class_edit.yes_close"));
    second.sees(first.name);
    expect((await groupNow()).closedAt).toBeNull();
  });
});

describe("a course's words", () => {
  it("are written in another language, changed one by one, and taken away", async () => {
    const editor = await admin();
    await forges(editor, courseTextCallback.data({ id: courseId, of: "tt" }));
    editor.sees(t("class_edit.no_text_yet"));
    await editor.taps(t("class_edit.write.all"));
    await editor.says("Беренче адымнар");
    await editor.says("Компьютер");
    await editor.taps(t("class_edit.nothing_needed"));
    editor.sees(t("class_edit.saved"));
    await editor.taps(t("class_edit.to_texts"));
    await editor.taps(t("class_edit.write.about"));
    await editor.says("Компьютер һәм телефон");
    await editor.taps(t("class_edit.to_texts"));
    editor.sees("Беренче адымнар");
    editor.sees("Компьютер һәм телефон");
    await editor.taps(t("class_edit.remove_language"));
    editor.sees("Татарча");
    await editor.taps(t("class_edit.yes_remove"));
    editor.sees(t("class_edit.no_text_yet"));
    await forges(editor, courseTextCallback.data({ id: courseId, of: "ru" }));
    expect(labels(editor)).not.toContain(t("class_edit.remove_language"));
  });

  it("can stand under another subject", async () => {
    const editor = await admin();
    await forges(editor, editCourseCallback.data(courseId));
    await editor.taps(t("class_edit.change_area"));
    await editor.taps(t("area.dance"));
    await editor.taps(t("class_edit.to_course"));
    editor.sees(t("area.dance"));
  });

  it("of a course with people are not hidden as a draft, by an old button either", async () => {
    const editor = await admin();
    await forges(editor, editCourseCallback.data(courseId));
    const old = dataOf(editor, t("class_edit.move_course.draft"));
    await learner("enrolled");
    await forges(editor, old);
    editor.sees(t("class_edit.has_people", { people: 1 }));
    expect(labels(editor)).not.toContain(t("class_edit.move_course.draft"));
  });
});

it("whoever lost their role in the middle changes nothing any more", async () => {
  const editor = await admin();
  await changes(editor, "teacher");
  await fire(city, editor);
  await editor.says("Марат");
  editor.sees(t("staff.not_open"));
  expect((await groupNow()).teacherName).toBe("Алсу Каримова");
});
