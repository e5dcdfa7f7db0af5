import { expect, it } from "vitest";
import { lessonsJob } from "../../bot/classes/lessons/messages/lessons-job.ts";
import { accountOf } from "../../bot/doors/telegram/door.ts";
import { plantRegular } from "../../prisma/seed/courses/regular-store.ts";
import { labels, urlOf } from "../flows/drive.ts";
import { openCity, words } from "../support/city.ts";

const city = openCity();
const t = words.for("tt");
const regular = {
  account: accountOf({ id: 1003 }),
  firstName: "Роза Ахметовна",
  name: "Роза Ахметовна Галиева",
  language: "tt",
} as const;

it("somebody of the playground has a certificate to open and is led into a lesson, however often she is planted", async () => {
  const { database, clock } = city.services;
  await plantRegular(database, regular, clock.now());
  await plantRegular(database, regular, clock.now());
  await city.deliver();
  const roza = city.telegram.person(regular.firstName, { id: 1003, languageCode: regular.language });
  // Nobody writes to her before she has said something.
  expect(roza.chat).toEqual([]);
  await roza.says("/my");
  await roza.taps(t("classes.own"));
  expect(labels(roza)).toEqual(expect.arrayContaining(["Дәүләт хезмәте чиратсыз", "Телефон: сорау – җавап"]));
  // Who looks for a certificate is led here, and the list says where it is.
  roza.sees("Дәресләр тәмамланды.\nТаныклык әзер: исеменә басыгыз.");
  await roza.taps("Дәүләт хезмәте чиратсыз");
  await roza.taps(t("certificate.button"));
  expect(roza.latest?.document?.mimeType).toBe("application/pdf");

  city.clock.advance({ seconds: 15 * 60 });
  await lessonsJob(city.services).run(clock.now());
  await city.deliver();
  expect(urlOf(roza, t("lesson.join.button"))).toBe("https://meet.culture.example/phone-help-1");
  const groups = await database.group.findMany({ include: { enrolments: { where: { state: "enrolled" } } } });
  for (const { taken, enrolments } of groups) expect(enrolments).toHaveLength(taken);
});
