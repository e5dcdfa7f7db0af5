import { describe, expect, it } from "vitest";
import { enrol } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { lessonsJob } from "../../../bot/classes/lessons/messages/lessons-job.ts";
import { languages } from "../../../bot/words/language.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { colleague } from "../staff/team.ts";

const city = openCity({ plant: false });
const minute = 60_000;

const timesAsked = ({ chat }: Person, question: string) => chat.filter(({ text }) => text.includes(question)).length;

/** The next noon: nobody is asked at night. */
function noon(): void {
  const { clock } = city;
  const day = Math.floor(clock.now().getTime() / (1_440 * minute)) + 1;
  clock.advance({ seconds: (day * 1_440 * minute + 9 * 60 * minute - clock.now().getTime()) / 1_000 });
}

/** Lets the time come, with what the jobs of a quarter of an hour put into the outbox. */
async function until(time: Date): Promise<void> {
  const quarter = 15 * minute;
  const { clock } = city;
  while (clock.now() < time) {
    const next = Math.min(time.getTime(), (Math.floor(clock.now().getTime() / quarter) + 1) * quarter);
    clock.advance({ seconds: (next - clock.now().getTime()) / 1_000 });
    await lessonsJob(city.services).run(clock.now());
    await city.deliver();
  }
}

describe.each(languages)("after a lesson, in %s", (language) => {
  const t = words.for(language);

  it("its learners are asked once how it was, and after the last one how the course was; who was away is not", async () => {
    const { database } = city.services;
    noon();
    const learner = await colleague(city, language);
    const absentee = await colleague(city, language);
    const { groupId, courseId, title } = await openGroup(database, {
      ...{ capacity: 5, lessonsIn: [1, 5], now: city.clock.now() },
    });
    for (const person of [learner, absentee])
      await enrol(database, { groupId, personId: await idOf(database, person), now: city.clock.now() });
    const [first, last] = await database.lesson.findMany({ where: { groupId }, orderBy: { number: "asc" } });
    if (first === undefined || last === undefined) throw new Error("there are two lessons");
    const personId = BigInt(await idOf(database, absentee));
    const { id: enrolmentId } = await database.enrolment.findFirstOrThrow({ where: { groupId, personId } });
    await database.absence.create({ data: { lessonId: first.id, enrolmentId, saidAt: city.clock.now() } });

    const asks = t("lesson.feedback.ask", { title });
    await until(new Date(first.endsAt.getTime() + 14 * minute));
    learner.doesNotSee(asks);
    await until(new Date(first.endsAt.getTime() + 46 * minute));
    learner.sees(asks);
    expect([timesAsked(learner, asks), timesAsked(absentee, asks)]).toEqual([1, 0]);
    await learner.taps(t("feedback.stars", { count: 2 }));
    learner.sees(t("feedback.thanks", { title, count: 2 }));
    await learner.taps(t("feedback.stars", { count: 4 }));
    learner.sees(t("feedback.thanks", { title, count: 4 }));
    expect(await database.lessonRating.findMany({ where: { lessonId: first.id } })).toMatchObject([{ stars: 4 }]);

    const closes = t("lesson.feedback.course", { title });
    await until(new Date(last.endsAt.getTime() + 16 * minute));
    for (const person of [learner, absentee]) expect(timesAsked(person, closes)).toBe(1);
    await learner.taps(t("feedback.stars", { count: 5 }));
    learner.sees(t("comment.thanks", { count: 5 }));
    expect(await database.rating.findMany({ where: { courseId } })).toMatchObject([{ stars: 5 }]);

    // It stands among what they said.
    await learner.says("/my");
    await learner.taps(t("voices.title"));
    learner.sees(t("voices.rated_lesson", { number: 1, stars: 4 }));
  });
});

it("a lesson is rated by its learners alone, once it is over, and its teacher reads the mean from five on", async () => {
  const { database } = city.services;
  noon();
  const t = words.for("ru");
  const { groupId } = await openGroup(database, { capacity: 9, lessonsIn: [1], now: city.clock.now() });
  const { id: lessonId, endsAt } = await database.lesson.findFirstOrThrow({ where: { groupId } });
  const admin = await colleague(city, "ru", "admin");
  const press = (person: Person, stars: number) =>
    person.tapsData(person.latest?.id ?? 0, `rj:${lessonId.toString(36)}.${stars}`);
  const learners: Person[] = [];
  for (let count = 0; count < 5; count += 1) {
    const learner = await colleague(city, "ru");
    learners.push(learner);
    await enrol(database, { groupId, personId: await idOf(database, learner), now: city.clock.now() });
  }
  const [one] = learners;
  if (one === undefined) throw new Error("there are learners");
  await press(one, 5);
  one.sees(t("lesson.feedback.not_yet"));
  await until(new Date(endsAt.getTime() + minute));
  const stranger = await colleague(city, "ru");
  await press(stranger, 1);
  stranger.sees(t("course.gone"));
  const score = t("teach.score", { mean: 4, count: 5 });
  for (const [count, learner] of learners.entries()) {
    await admin.tapsData(admin.latest?.id ?? 0, `tr:${groupId.toString(36)}`);
    admin.doesNotSee(score);
    await press(learner, count === 0 ? 2 : count === 1 ? 3 : 5);
  }
  await admin.tapsData(admin.latest?.id ?? 0, `tr:${groupId.toString(36)}`);
  admin.sees(score);
});
