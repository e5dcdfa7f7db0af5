import { expect, it } from "vitest";
import { certificatesJob } from "../../../bot/classes/certificates/certificates-job.ts";
import type { MaxPerson } from "../../../playground/max/people/max-person.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { words } from "../../support/city.ts";
import { openMaxCity } from "../../support/max/max-city.ts";

const city = openMaxCity({ plant: false });
const t = words.for("tt");

async function learner(name: string): Promise<MaxPerson> {
  const person = city.max.person(name, { languageCode: "tt" });
  await person.starts();
  await person.says("/classes");
  return person;
}

async function enrols(person: MaxPerson, title: string, confirm: string): Promise<void> {
  await person.taps(title);
  const into = person.latest?.keyboard.flat().find((key) => key.type === "callback" && /^eb:/.test(key.payload));
  await person.taps(into?.text ?? "?");
  await person.taps(t("enrol.agree"));
  // A card of somebody else's, though MAX sealed it, is not taken.
  await person.sharesContact(city.max.person("Башка", { languageCode: "tt" }));
  await person.taps(t("step.share_phone"));
  await person.taps(confirm);
}

it("from “I want to learn” over the line to a place, a lesson and the certificate, all by MAX", async () => {
  const { database } = city.services;
  const { title, groupId } = await openGroup(database, { capacity: 1, lessonsIn: [24], now: city.clock.now() });
  const alsu = await learner("Алсу Галиева");
  const gulnara = await learner("Гөлнара Галиева");
  await enrols(alsu, title, t("enrol.confirm"));
  alsu.sees("Сез язылдыгыз!");
  const { phone } = await database.learner.findFirstOrThrow({ where: { name: "Алсу Галиева" } });
  expect(phone).toMatch(/^\+7917/);
  await enrols(gulnara, title, t("enrol.queue"));
  gulnara.sees("Сез чиратта, номерыгыз — 1.");

  await alsu.taps(t("classes.own"));
  await alsu.taps(title);
  await alsu.taps(t("classes.leave"));
  await alsu.taps(t("classes.leave_yes"));
  await city.deliver();
  gulnara.sees(title);
  await gulnara.taps(t("offer.accept"));
  expect(await database.enrolment.count({ where: { groupId, state: "enrolled" } })).toBe(1);

  const enrolment = await database.enrolment.findFirstOrThrow({ where: { groupId, state: "enrolled" } });
  const lesson = await database.lesson.findFirstOrThrow({ where: { groupId } });
  city.clock.advance({ seconds: (lesson.endsAt.getTime() - city.clock.now().getTime()) / 1_000 + 3_600 });
  await database.attendance.create({
    data: {
      enrolmentId: enrolment.id,
      lessonId: lesson.id,
      isPresent: true,
      source: "teacher",
      notedAt: city.clock.now(),
    },
  });
  await certificatesJob(city.services).run(city.clock.now());
  await city.deliver();
  const file = gulnara.chat.findLast(({ attachments }) => attachments.some(({ type }) => type === "file"));
  const [attachment] = file?.attachments ?? [];
  const token = attachment?.type === "file" ? attachment.payload.token : "";
  expect(
    Buffer.from(city.max.file(token)?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const { code } = await database.certificate.findFirstOrThrow({ where: { enrolment: { groupId } } });
  await alsu.starts(`c_${code}`);
  alsu.sees(gulnara.name);
});
