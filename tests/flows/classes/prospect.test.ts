import { describe, expect, it } from "vitest";
import { certificatesJob } from "../../../bot/classes/certificates/certificates-job.ts";
import { ownClassCallback } from "../../../flows/classes/callbacks.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { forges, labels } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";

const city = openCity({ plant: false });
const day = 1440;

/** A group of which `over` lessons were yesterday and before, `coming` are to come; everything is ticked. */
async function school({ over, coming, attended }: { over: number; coming: number; attended: number }) {
  const lessonsIn = Array.from({ length: over + coming }, (_, index) => (index - over) * day);
  const { groupId, lessonIds, title } = await openTaughtGroup(city, { teacher: null, lessonsIn });
  const [own, other] = [await learnerOf(city, groupId, "Алсу"), await learnerOf(city, groupId, "Иван")];
  await city.services.database.attendance.createMany({
    data: lessonIds.slice(0, over).flatMap((lessonId, index) => [
      ...[other, own].map(({ enrolmentId }) => ({
        ...{ lessonId, enrolmentId, source: "teacher" as const, notedAt: city.clock.now() },
        isPresent: enrolmentId === other.enrolmentId || index < attended,
      })),
    ]),
  });
  const opens = () => forges(own.person, ownClassCallback.data(own.enrolmentId));
  return { ...own, title, groupId, lessonIds, opens };
}

describe("on the screen of their own class a learner is told", () => {
  it.each(["ru", "tt", "en"] as const)("how many more lessons the certificate takes, in %s", async (language) => {
    const { person, opens } = await school({ over: 4, coming: 4, attended: 3 });
    await city.services.database.person.update({
      where: { id: await idOf(city.services.database, person) },
      data: { language },
    });
    const t = words.for(language);
    await opens();
    person.sees(t("classes.attended", { attended: 3, noted: 4 }));
    person.sees(t("certificate.prospect.possible", { short: 3, needed: 6, lessons: 8 }));
  });

  const t = words.for("ru");

  it("that it is enough already", async () => {
    const { person, opens } = await school({ over: 3, coming: 1, attended: 3 });
    await opens();
    person.sees(t("certificate.prospect.enough"));
  });

  it("kindly, that too few are left, and that all of them are over", async () => {
    const early = await school({ over: 3, coming: 1, attended: 1 });
    await early.opens();
    early.person.sees(t("certificate.prospect.too_few_left", { needed: 3, lessons: 4 }));
    const never = await school({ over: 3, coming: 3, attended: 0 });
    await never.opens();
    never.person.sees(t("classes.attended_none", { noted: 3 }));
    const late = await school({ over: 4, coming: 0, attended: 2 });
    await late.opens();
    late.person.sees(t("certificate.prospect.missed", { short: 1, needed: 3, lessons: 4 }));
  });

  it("nothing of a lesson that nobody has ticked yet", async () => {
    const { person, opens, lessonIds } = await school({ over: 2, coming: 2, attended: 2 });
    await city.services.database.attendance.deleteMany({ where: { lessonId: lessonIds[1] ?? 0 } });
    await opens();
    person.sees(t("classes.attended", { attended: 1, noted: 1 }));
    person.sees(t("certificate.prospect.possible", { short: 2, needed: 3, lessons: 4 }));
  });
});

it("another city asks for another share: in the words, and where certificates are issued", async () => {
  const { person, opens, enrolmentId } = await school({ over: 4, coming: 0, attended: 2 });
  const t = words.for("ru");
  const issued = () => city.services.database.certificate.count({ where: { enrolmentId } });
  await certificatesJob(city.services).run(city.clock.now());
  expect(await issued()).toBe(0);
  city.services.city.certificateAttendance = 50;
  await opens();
  person.sees(t("certificate.prospect.enough"));
  await certificatesJob(city.services).run(city.clock.now());
  expect(await issued()).toBe(1);
  await opens();
  person.sees(t("classes.attended", { attended: 2, noted: 4 }));
  expect(labels(person)).toContain(t("certificate.button"));
  person.doesNotSee(t("certificate.prospect.enough"));
});
