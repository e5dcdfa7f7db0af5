import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { attendanceJob } from "../../../bot/classes/attendance/attendance-job.ts";
import { certificatesJob } from "../../../bot/classes/certificates/certificates-job.ts";
import { issueCertificates } from "../../../bot/classes/certificates/issue-store.ts";
import { notePresence } from "../../../bot/zoom/presence-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { forges, labels } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";

const city = openCity({ plant: false });

/** Lessons of an hour, at so many minutes from the beginning. */
const starts = [60, 180, 300, 420];
const name = "Гөлнара Җәмилева-Шаһиева Әөүҗңһ";

let teacher: Person;
let groupId: number;
let title: string;
let diligent: { person: Person; enrolmentId: number };
let rare: { person: Person; enrolmentId: number };

/** What the timed jobs do while the clock goes on to so many minutes after the beginning. */
async function goesOnTo(minute: number): Promise<void> {
  const begun = new Date("2026-11-20T14:30:00Z").getTime();
  const wait = begun + minute * 60_000 - city.clock.now().getTime();
  city.clock.advance({ seconds: wait / 1_000 });
  await attendanceJob(city.services).run(city.clock.now());
  await certificatesJob(city.services).run(city.clock.now());
  await city.deliver();
}

/** Zoom tells that somebody was in the lesson that begins then, for so many minutes. */
async function attends({ enrolmentId }: { enrolmentId: number }, start: number, minutes: number): Promise<void> {
  const at = (minute: number) => new Date(new Date("2026-11-20T14:30:00Z").getTime() + minute * 60_000);
  const registrant = `registrant-${enrolmentId}`;
  await notePresence(city.services.database, registrant, { kind: "joined", at: at(start) });
  await notePresence(city.services.database, registrant, { kind: "left", at: at(start + minutes) });
}

beforeAll(async () => {
  const { database, clock } = city.services;
  teacher = await colleague(city, "ru", "teacher");
  ({ groupId, title } = await openTaughtGroup(city, { teacher, lessonsIn: starts }));
  await database.meeting.create({ data: { groupId, account: "1", zoomId: 81n, createdAt: clock.now() } });
  diligent = await learnerOf(city, groupId, name, { language: "tt" });
  rare = await learnerOf(city, groupId, "Иван Петров");
  for (const { enrolmentId } of [diligent, rare]) {
    const registrantId = `registrant-${enrolmentId}`;
    await database.registrant.create({
      data: { enrolmentId, registrantId, joinUrl: "https://zoom.example/1", createdAt: clock.now() },
    });
  }
});

const attendanceOf = ({ enrolmentId }: { enrolmentId: number }) =>
  city.services.database.attendance.findMany({ where: { enrolmentId }, orderBy: { lessonId: "asc" } });

describe("from the lessons to the certificate", () => {
  it("attendance is noted a quarter of an hour after a lesson, by what Zoom told", async () => {
    await attends(diligent, 60, 31);
    await attends(rare, 60, 29);
    await goesOnTo(130);
    expect(await attendanceOf(diligent)).toEqual([]);
    await goesOnTo(136);
    expect(await attendanceOf(diligent)).toMatchObject([{ isPresent: true, source: "zoom" }]);
    expect(await attendanceOf(rare)).toMatchObject([{ isPresent: false, source: "zoom" }]);
  });

  it("what comes late is counted, what the teacher ticked stays", async () => {
    await attends(rare, 100, 15);
    await goesOnTo(150);
    expect(await attendanceOf(rare)).toMatchObject([{ isPresent: true }]);
    const [note] = await attendanceOf(rare);
    await forges(teacher, `tk:${note?.lessonId.toString(36)}.${rare.enrolmentId.toString(36)}-0`);
    await goesOnTo(165);
    expect(await attendanceOf(rare)).toMatchObject([{ isPresent: false, source: "teacher" }]);
  });

  it("a lesson of which Zoom told nothing is asked of the teacher, once", async () => {
    await goesOnTo(256);
    expect(await attendanceOf(diligent)).toHaveLength(1);
    const t = words.for("ru");
    teacher.sees(t("attendance.ask", { number: 2, time: "20:30" }));
    await goesOnTo(271);
    expect(
      teacher.chat.filter(({ text }) => text.includes(t("attendance.ask", { number: 2, time: "20:30" }))),
    ).toHaveLength(1);
    await teacher.taps(t("attendance.button.tick"));
    await teacher.taps(name.slice(0, 10));
    expect(await attendanceOf(diligent)).toMatchObject([{ isPresent: true }, { isPresent: true, source: "teacher" }]);
  });

  it("an hour after the last lesson the certificate comes as a PDF with the name, to whom it is due", async () => {
    await attends(diligent, 300, 60);
    await goesOnTo(500);
    expect(await city.services.database.certificate.count()).toBe(0);
    await goesOnTo(541);
    const file = diligent.person.latest?.document;
    expect(file?.mimeType).toBe("application/pdf");
    diligent.person.sees(words.for("tt")("certificate.ready"));
    const document = await getDocumentProxy(new Uint8Array(file?.bytes ?? []));
    const { text } = await extractText(document, { mergePages: true });
    expect(text).toContain(name);
    expect(text).toContain(title);
    expect(text).toContain(words.for("tt")("certificate.lessons", { attended: 3, lessons: 4 }));
    expect(rare.person.chat.some(({ document: other }) => other !== undefined)).toBe(false);
  });

  it("is issued once, however many instances count", async () => {
    const { database, clock } = city.services;
    const both = await Promise.all([
      issueCertificates(database, clock.now()),
      issueCertificates(database, clock.now()),
    ]);
    expect(both).toEqual([0, 0]);
    await database.certificate.deleteMany();
    await database.delivery.deleteMany({ where: { kind: "certificate" } });
    const again = await Promise.all([
      issueCertificates(database, clock.now()),
      issueCertificates(database, clock.now()),
    ]);
    expect(again.sort()).toEqual([0, 1]);
    expect(await database.delivery.count({ where: { kind: "certificate" } })).toBe(1);
  });

  it("a tick that comes days later still brings one", async () => {
    const lessons = await city.services.database.lesson.findMany({ where: { groupId } });
    for (const { id } of lessons) await forges(teacher, `ta:${id.toString(36)}`);
    await goesOnTo(541 + 3 * 1440);
    expect(rare.person.latest?.document?.mimeType).toBe("application/pdf");
  });
});

describe("the certificate afterwards", () => {
  const codeOf = async () =>
    (await city.services.database.certificate.findUniqueOrThrow({ where: { enrolmentId: diligent.enrolmentId } })).code;

  it("is had again from one's own class, and by nobody else", async () => {
    const t = words.for("tt");
    await diligent.person.says("/start");
    await forges(diligent.person, `ec:${diligent.enrolmentId.toString(36)}`);
    await diligent.person.taps(t("certificate.button"));
    expect(diligent.person.chat.at(-1)?.document?.mimeType).toBe("application/pdf");
    const stranger = await colleague(city, "en");
    await forges(stranger, `et:${diligent.enrolmentId.toString(36)}`);
    stranger.sees(words.for("en")("certificate.none"));
  });

  it.each(["ru", "tt", "en"] as const)("is checked by a link in %s, in whatever case the code is", async (language) => {
    const t = words.for(language);
    const anybody = await colleague(city, language);
    await anybody.says(`/start c_${(await codeOf()).toLowerCase()}`);
    anybody.sees(t("certificate.real"));
    anybody.sees(t("certificate.to", { name }));
    anybody.sees(title);
    expect(labels(anybody)).not.toContain(t("certificate.button"));
    await anybody.says("/start c_AAAAAAAAAA");
    anybody.sees(t("certificate.none"));
    await anybody.says("/start c_");
    anybody.sees(t("certificate.none"));
  });

  it("goes with its owner when they are erased", async () => {
    const code = await codeOf();
    await city.services.database.person.delete({ where: { id: await idOf(city.services.database, diligent.person) } });
    const anybody = await colleague(city, "ru");
    await anybody.says(`/start c_${code}`);
    anybody.sees(words.for("ru")("certificate.none"));
  });
});
