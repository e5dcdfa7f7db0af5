import { describe, expect, it } from "vitest";
import { findForgottenRecorded, forgetLearners } from "../../../../bot/classes/learners/forget-store.ts";
import { forget } from "../../../../bot/privacy/erase-store.ts";
import { openBothDoors } from "../../../support/both-doors.ts";
import { words } from "../../../support/city.ts";
import { dataOf, forges, labels } from "../../drive.ts";
import { learnerOf, openTaughtGroup } from "../teach/classroom.ts";
import { colleague } from "../team.ts";

const city = openBothDoors();

let calls = 0;
/** A number that nobody else has. */
const number = () => {
  calls += 1;
  return `8 917 000-${String(calls).padStart(2, "0")}-11`;
};

/** What the playground gives to whoever has no number of their own: the one that they telephoned from. */
const numberOf = (id: number, door: "telegram" | "max") =>
  `${door === "telegram" ? "+7900" : "+7917"}${String(id % 10_000_000).padStart(7, "0")}`;

describe.each(["ru", "tt", "en"] as const)("whoever teaches, in %s", (language) => {
  const t = words.for(language);

  async function opens(lessonsIn = [90, 90 + 2 * 1440]) {
    const teacher = await colleague(city, language, "teacher");
    const group = await openTaughtGroup(city, { teacher, lessonsIn });
    return { teacher, group };
  }

  it("enrols somebody who telephoned, and is told that no message reaches them", async () => {
    const { teacher, group } = await opens();
    const { database } = city.services;
    await teacher.says("/staff");
    await teacher.taps(t("teach.button.menu"));
    await forges(teacher, `tr:${group.groupId.toString(36)}`);
    await teacher.taps(t("by_hand.button.people"));
    teacher.sees(t("by_hand.nobody"));
    await teacher.taps(t("by_hand.button.enrol"));
    await teacher.says("Зоя");
    teacher.sees(t("enrol.name_again"));
    await teacher.says("зоя петрова");
    await teacher.says("звоните внуку");
    teacher.sees(t("by_hand.ask.phone_again"));
    await teacher.says(number());
    teacher.sees("Зоя Петрова");
    teacher.sees(t("by_hand.ask.consent"));
    await teacher.taps(t("by_hand.button.agreed"));
    teacher.sees(t("by_hand.enrolled", { name: "Зоя Петрова" }));
    teacher.sees(t("by_hand.unreachable"));
    await teacher.taps(t("by_hand.button.people"));
    teacher.sees(t("by_hand.recorded"));
    const [enrolment] = await database.enrolment.findMany({
      where: { groupId: group.groupId },
      include: { person: { include: { learner: true, consents: true, addresses: true, deliveries: true } } },
    });
    expect(enrolment).toMatchObject({
      state: "enrolled",
      person: { addresses: [], deliveries: [], learner: { name: "Зоя Петрова" } },
    });
    expect(enrolment?.person.consents).toHaveLength(1);
    const audited = await database.auditEntry.findFirstOrThrow({
      where: { action: "classes.teach.enrol", subject: `group:${group.groupId}` },
    });
    expect(JSON.stringify(audited.after)).not.toContain("Зоя");
    expect(audited.after).toMatchObject({ consent: "spoken" });
    for (const label of labels(teacher)) expect(label.length).toBeLessThanOrEqual(34);
  });

  it.each(["telegram", "max"] as const)("finds them again when they come to %s with that number", async (door) => {
    const { teacher, group } = await opens();
    const { database } = city.services;
    const name = `Роза ${language} ${door}`;
    const contact = {
      telegram: city.telegram.person(name, { languageCode: language }),
      max: city.max.person(name, { languageCode: language }),
    };
    const learner = contact[door];
    await (door === "telegram" ? contact.telegram.says("/start") : contact.max.starts());
    await forges(teacher, `tc:${group.groupId.toString(36)}`);
    await teacher.says("Роза Галиева");
    await teacher.says(numberOf(learner.user.id, door));
    await teacher.taps(t("by_hand.button.agreed"));
    teacher.sees(t("by_hand.unreachable"));
    await learner.says("/my");
    await learner.taps(t("classes.own"));
    await learner.taps(t("by_hand.find.button"));
    await learner.sharesContact();
    learner.sees(t("by_hand.find.found"));
    learner.sees(group.title);
    const { personId } = await database.address.findFirstOrThrow({
      where: { door, externalId: String(learner.user.id) },
    });
    const [enrolment] = await database.enrolment.findMany({ where: { groupId: group.groupId } });
    expect(enrolment).toMatchObject({ personId, state: "enrolled" });
    expect(await database.delivery.count({ where: { personId, kind: { in: ["lesson", "join"] } } })).toBeGreaterThan(0);
  });

  it("moves somebody to another group and takes them out with a word, which they are told", async () => {
    const { teacher, group } = await opens();
    const { database } = city.services;
    const { courseId, teacherId } = await database.group.findUniqueOrThrow({ where: { id: group.groupId } });
    const other = await openTaughtGroup(city, { teacher, lessonsIn: [3 * 1440] });
    await database.group.update({ where: { id: other.groupId }, data: { courseId, teacherId } });
    const alsu = await learnerOf(city, group.groupId, "Алсу Галиева", { phone: "+79170000001", language });
    await forges(teacher, `tp:${group.groupId.toString(36)}.0`);
    await teacher.taps("Алсу Галиева");
    await teacher.taps(t("by_hand.button.move"));
    const moves = dataOf(teacher, "Гүзәл");
    await forges(teacher, moves);
    teacher.sees(t("by_hand.moved_to", { name: "Алсу Галиева" }));
    await city.deliver();
    alsu.person.sees(t("by_hand.moved", { title: group.title }));
    const states = async () =>
      (
        await database.enrolment.findMany({
          where: { groupId: { in: [group.groupId, other.groupId] } },
          orderBy: { id: "asc" },
        })
      ).map(({ groupId, state }) => [groupId, state]);
    expect(await states()).toEqual([
      [group.groupId, "left"],
      [other.groupId, "enrolled"],
    ]);
    expect(
      await database.group.findMany({
        where: { id: { in: [group.groupId, other.groupId] } },
        orderBy: { id: "asc" },
        select: { taken: true },
      }),
    ).toEqual([{ taken: 0 }, { taken: 1 }]);
    await teacher.taps("Алсу Галиева");
    await teacher.taps(t("by_hand.button.remove"));
    await teacher.says("Ходите в группу для продолжающих, вам там будет интереснее.");
    teacher.sees(t("by_hand.removed_told", { name: "Алсу Галиева" }));
    await city.deliver();
    alsu.person.sees("вам там будет интереснее");
    expect((await states()).at(-1)).toEqual([other.groupId, "left"]);
  });

  it("gives a free place to who waits without a messenger, and no place that there is not", async () => {
    const { teacher, group } = await opens();
    const { database } = city.services;
    await database.group.update({ where: { id: group.groupId }, data: { capacity: 1 } });
    const first = await learnerOf(city, group.groupId, "Иван Первый");
    await forges(teacher, `tc:${group.groupId.toString(36)}`);
    await teacher.says("Фарида Вторая");
    await teacher.taps(t("step.without_phone"));
    await teacher.taps(t("by_hand.button.agreed"));
    teacher.sees(t("by_hand.in_line", { name: "Фарида Вторая", position: 1 }));
    const waiting = await database.enrolment.findFirstOrThrow({ where: { groupId: group.groupId, state: "waiting" } });
    await forges(teacher, `tj:${waiting.id.toString(36)}`);
    teacher.sees(t("by_hand.full"));
    await forges(teacher, `ti:${first.enrolmentId.toString(36)}`);
    await teacher.taps(t("by_hand.button.without_word"));
    await teacher.taps(t("by_hand.button.people"));
    await teacher.taps("Фарида Вторая");
    await teacher.taps(t("by_hand.button.seat"));
    teacher.sees(t("by_hand.seated"));
    expect(await database.group.findUniqueOrThrow({ where: { id: group.groupId } })).toMatchObject({
      taken: 1,
      waiting: 0,
    });
    const stranger = await colleague(city, language, "teacher");
    for (const data of [
      `tb:${waiting.id.toString(36)}`,
      `ti:${waiting.id.toString(36)}`,
      `tp:${group.groupId.toString(36)}.0`,
    ]) {
      await forges(stranger, data);
      stranger.sees(t("staff.not_open"));
    }
  });

  it("is one tap away for an admin who opens a group under courses", async () => {
    const { group } = await opens();
    const admin = await colleague(city, language, "admin");
    await forges(admin, `wg:${group.groupId.toString(36)}`);
    expect(labels(admin)).toContain(t("teach.button.roster"));
    await admin.taps(t("by_hand.button.people"));
    admin.sees(group.title);
    expect(labels(admin)).toContain(t("by_hand.button.enrol"));
  });
});

describe("what is kept of somebody who telephoned", () => {
  it("is gone a month after their last lesson, name and number and all", async () => {
    const teacher = await colleague(city, "ru", "teacher");
    const group = await openTaughtGroup(city, { teacher, lessonsIn: [90] });
    const { database, clock } = city.services;
    await forges(teacher, `tc:${group.groupId.toString(36)}`);
    await teacher.says("Нурия Забытова");
    await teacher.says(number());
    await teacher.taps(words.for("ru")("by_hand.button.agreed"));
    const { personId } = await database.learner.findFirstOrThrow({ where: { name: "Нурия Забытова" } });
    const later = new Date(clock.now().getTime() + 40 * 86_400_000);
    // Their learning began before that day, too.
    await forgetLearners(database, later);
    const forgotten = await findForgottenRecorded(database);
    expect(forgotten).toContain(Number(personId));
    for (const id of forgotten) await forget(database, id, later);
    expect(await database.person.findUnique({ where: { id: personId } })).toBeNull();
  });
});
