import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOf, peopleIn, prior } from "../../bot/voices/score.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { courseRow } from "../support/factories/course.ts";
import { eventRow } from "../support/factories/event.ts";

const counts = fc.array(fc.nat(10_000), { minLength: 5, maxLength: 5 });

/** The same counts with one person more, who gave so many stars. */
const withOne = (before: readonly number[], given: number) =>
  before.map((count, index) => (index === given - 1 ? count + 1 : count));

describe("the mean of ratings", () => {
  it("lies between 1 and 5", () => {
    fc.assert(fc.property(counts, (each) => meanOf(each) >= 1 && meanOf(each) <= 5));
  });

  it("without ratings is that of the prior", () => {
    expect(meanOf([0, 0, 0, 0, 0])).toBe(prior.stars);
  });

  it("rises when somebody gives more stars than they gave", () => {
    const star = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(counts, star, (each, given) => meanOf(withOne(each, given)) < meanOf(withOne(each, given + 1))),
    );
  });

  it("moves towards what the next person gives, and never beyond it", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5 }), (each, given) => {
        const [before, after] = [meanOf(each), meanOf(withOne(each, given))];
        expect(Math.abs(after - given)).toBeLessThanOrEqual(Math.abs(before - given));
        expect(Math.sign(after - given) * Math.sign(before - given)).not.toBe(-1);
      }),
    );
  });

  it("lies between the prior and what was given, and as many ratings as the prior has people weigh half", () => {
    fc.assert(
      fc.property(counts, (each) => {
        const people = peopleIn(each);
        fc.pre(people > 0);
        const plain = each.reduce((sum, count, index) => sum + count * (index + 1), 0) / people;
        expect(meanOf(each)).toBeGreaterThanOrEqual(Math.min(plain, prior.stars) - 1e-9);
        expect(meanOf(each)).toBeLessThanOrEqual(Math.max(plain, prior.stars) + 1e-9);
      }),
    );
    expect(meanOf([prior.people, 0, 0, 0, 0])).toBe((prior.stars + 1) / 2);
  });
});

describe("the score that the database keeps", async () => {
  const { database } = await testDatabase();
  const { now } = evening;

  it("is that of the rule, of the latest rating of each person, whatever was written, changed and deleted", async () => {
    const { id: eventId } = await database.event.create({ data: eventRow(now, {}) });
    const when = { startsAt: now, endsAt: now, startsLocal: now, changedAt: now, timeZone: "Europe/Moscow" };
    const dates = await Promise.all([1, 2].map(() => database.occurrence.create({ data: { eventId, ...when } })));
    const { id: courseId } = await database.course.create({ data: courseRow(now, {}) });
    const seen = { language: "ru", firstName: "Г", firstSeenAt: now, lastSeenAt: now } as const;
    const people = await Promise.all([...Array(6).keys()].map(() => database.person.create({ data: seen })));
    const given = fc.record({
      person: fc.nat(5),
      place: fc.nat(2),
      stars: fc.integer({ min: 0, max: 5 }),
      minute: fc.nat(50),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 12 }), async (ratings) => {
        await database.rating.deleteMany();
        const kept = new Map<string, { person: number; place: number; stars: number; minute: number }>();
        for (const rating of ratings) {
          const personId = people[rating.person]?.id ?? 0n;
          const subject = rating.place === 2 ? { courseId } : { occurrenceId: dates[rating.place]?.id ?? 0 };
          const key = `${rating.person}.${rating.place}`;
          // Minutes that differ, so that one of two is the later.
          const minute = rating.minute * 100 + kept.size;
          const ratedAt = new Date(now.getTime() + minute * 60_000);
          const there = await database.rating.findFirst({ where: { personId, ...subject } });
          if (rating.stars === 0) {
            await database.rating.deleteMany({ where: { personId, ...subject } });
            kept.delete(key);
          } else if (there) {
            await database.rating.update({ where: { id: there.id }, data: { stars: rating.stars, ratedAt } });
            kept.set(key, { ...rating, minute });
          } else {
            await database.rating.create({ data: { personId, ...subject, stars: rating.stars, ratedAt } });
            kept.set(key, { ...rating, minute });
          }
        }
        for (const [where, isThere] of [
          [{ eventId }, (place: number) => place < 2],
          [{ courseId }, (place: number) => place === 2],
        ] as const) {
          const latest = new Map<number, { stars: number; minute: number }>();
          for (const each of kept.values()) {
            const known = latest.get(each.person);
            if (isThere(each.place) && (known === undefined || each.minute > known.minute))
              latest.set(each.person, each);
          }
          const expected = [1, 2, 3, 4, 5].map(
            (star) => [...latest.values()].filter(({ stars }) => stars === star).length,
          );
          const score = await database.score.findUnique({ where });
          expect(score?.counts ?? [0, 0, 0, 0, 0]).toEqual(expected);
          expect(score?.people ?? 0).toBe(latest.size);
          expect(score?.mean ?? prior.stars).toBeCloseTo(meanOf(expected), 10);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("follows a date that is deleted, and a person who is", async () => {
    const { id: eventId } = await database.event.create({ data: eventRow(now, {}) });
    const when = { startsAt: now, endsAt: now, startsLocal: now, changedAt: now, timeZone: "Europe/Moscow" };
    const [first, second] = await Promise.all(
      [1, 2].map(() => database.occurrence.create({ data: { eventId, ...when } })),
    );
    const seen = { language: "ru", firstName: "Г", firstSeenAt: now, lastSeenAt: now } as const;
    const [one, other] = await Promise.all([1, 2].map(() => database.person.create({ data: seen })));
    const rating = (personId: bigint | undefined, occurrenceId: number | undefined, stars: number) =>
      database.rating.create({
        data: { personId: personId ?? 0n, occurrenceId: occurrenceId ?? 0, stars, ratedAt: now },
      });
    await rating(one?.id, first?.id, 5);
    await rating(other?.id, second?.id, 1);
    const score = () => database.score.findUnique({ where: { eventId }, select: { counts: true } });
    expect(await score()).toEqual({ counts: [1, 0, 0, 0, 1] });
    await database.occurrence.delete({ where: { id: second?.id ?? 0 } });
    expect(await score()).toEqual({ counts: [0, 0, 0, 0, 1] });
    await database.person.delete({ where: { id: one?.id ?? 0n } });
    expect(await score()).toEqual({ counts: [0, 0, 0, 0, 0] });
    await database.event.delete({ where: { id: eventId } });
    expect(await score()).toBeNull();
  });
});
