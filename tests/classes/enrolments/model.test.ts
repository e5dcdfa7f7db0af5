import fc from "fast-check";
import { expect, it } from "vitest";
import {
  acceptOffer,
  changeCapacity,
  closeGroup,
  declineOffer,
  enrol,
  expireOffers,
  leave,
  offerPlaces,
} from "../../../bot/classes/enrolments/enrolment-store.ts";
import type { Database } from "../../../bot/database/database.ts";
import { testDatabase } from "../../support/database.ts";
import { findBroken } from "./count.ts";
import { Model } from "./model.ts";
import { inviteMany, openGroup } from "./school.ts";

const { database, url } = await testDatabase();
const noon = new Date("2026-11-20T12:00:00Z");
const people = await inviteMany(url, 0, 6);

/** One lesson each day at three in the morning, so that offers end at every distance from one; the last on the third day. */
const lessonsIn = [15, 39, 63];

class Course {
  readonly groupIds: number[] = [];
  readonly database: Database;
  #courseId: number | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  async open(capacity: number, now: Date): Promise<void> {
    const courseId = this.#courseId;
    const hoursGone = (now.getTime() - noon.getTime()) / 3_600_000;
    const { groupId, ...group } = await openGroup(this.database, {
      capacity,
      ...(courseId === undefined ? {} : { courseId }),
      lessonsIn: lessonsIn.map((hours) => hours - hoursGone),
      now,
    });
    this.#courseId = group.courseId;
    this.groupIds.push(groupId);
    await this.database.$transaction((tx) => offerPlaces(tx, groupId, now));
  }

  id = (index: number): number => this.groupIds[index] ?? 0;

  async enrolmentOf(index: number, person: number): Promise<{ id: number; offerId: number }> {
    const own = await this.database.enrolment.findFirst({
      where: { groupId: this.id(index), personId: BigInt(person), state: { not: "left" } },
      include: { offers: { where: { state: "open" } } },
    });
    return { id: own?.id ?? 0, offerId: own?.offers[0]?.id ?? 0 };
  }

  /** The sentences of the database, in the model's form. */
  async describe(): Promise<string[]> {
    const rows = await this.database.enrolment.findMany({
      where: { state: { not: "left" } },
      orderBy: { ticket: "asc" },
    });
    return this.groupIds.map((id) =>
      rows
        .filter(({ groupId }) => groupId === id)
        .map(({ personId, state }) => `${personId} ${state}`)
        .join(", "),
    );
  }
}

type Command = fc.AsyncCommand<Model, Course>;

/** Does something to the model and to the database, and compares them; `find` says to whom, undefined if to nobody. */
function command<Target>(
  name: string,
  find: (model: Readonly<Model>) => Target | undefined,
  onModel: (model: Model, target: Target) => void,
  onCourse: (course: Course, target: Target, now: Date) => Promise<unknown>,
): Command {
  return {
    check: (model) => find(model) !== undefined,
    async run(model, course) {
      const target = find(model);
      if (target === undefined) return;
      onModel(model, target);
      await onCourse(course, target, model.now);
      expect(await course.describe()).toEqual(model.describe());
      expect(await findBroken(database)).toEqual([]);
    },
    toString: () => name,
  };
}

const person = fc.constantFrom(...people);
const group = fc.constantFrom(0, 0, 0, 1, 1, 2);
const inGroup = fc.tuple(group, fc.nat(people.length - 1));

const there = (index: number) => (model: Readonly<Model>) => (index < model.groups.length ? index : undefined);

/** Draws somebody in a group who is in one of these states. */
const oneOf = (index: number, place: number, states: Parameters<Model["people"]>[1]) => (model: Readonly<Model>) => {
  const found = model.people(index, states);
  return found[place % found.length];
};

/** Draws an open offer. */
const offerAt = (place: number) => (model: Readonly<Model>) => {
  const open = model.groups.flatMap((_, index) => model.people(index, ["offered"]).map((who) => ({ index, who })));
  return open[place % open.length];
};

const enrols = fc.tuple(group, person).map(([index, who]) =>
  command(
    `${who} enrols in ${index}`,
    there(index),
    (model) => model.enrol(index, who),
    (course, _, now) => enrol(course.database, { groupId: course.id(index), personId: who, now }),
  ),
);

const leaves = inGroup.map(([index, place]) =>
  command(
    `number ${place} leaves ${index}`,
    oneOf(index, place, ["enrolled", "offered", "waiting"]),
    (model, who) => model.leave(index, who),
    async (course, who, now) => {
      const { id } = await course.enrolmentOf(index, who);
      await leave(course.database, { enrolmentId: id, personId: who, now });
    },
  ),
);

const accepts = fc.nat(people.length - 1).map((place) =>
  command(
    `offer ${place} is accepted`,
    offerAt(place),
    (model, { index, who }) => model.accept(index, who),
    async (course, { index, who }, now) => {
      const { offerId } = await course.enrolmentOf(index, who);
      await acceptOffer(course.database, { offerId, personId: who, now });
    },
  ),
);

const declines = fc.nat(people.length - 1).map((place) =>
  command(
    `offer ${place} is declined`,
    offerAt(place),
    (model, { index, who }) => model.decline(index, who),
    async (course, { index, who }, now) => {
      const { offerId } = await course.enrolmentOf(index, who);
      await declineOffer(course.database, { offerId, personId: who, now });
    },
  ),
);

const passes = fc.tuple(fc.constantFrom(2, 12, 14, 61), fc.boolean()).map(([hours, rings]) =>
  command(
    `${hours} hours pass${rings ? ", the job runs" : ""}`,
    there(0),
    (model) => {
      model.now = new Date(model.now.getTime() + hours * 3_600_000);
      if (rings) model.expire();
    },
    async (course, _, now) => rings && expireOffers(course.database, now),
  ),
);

const resizes = fc.tuple(group, fc.integer({ min: 1, max: 4 })).map(([index, capacity]) =>
  command(
    `${index} gets ${capacity} places`,
    there(index),
    (model) => model.resize(index, capacity),
    (course, _, now) => course.database.$transaction((tx) => changeCapacity(tx, course.id(index), capacity, now)),
  ),
);

const opens = fc.integer({ min: 1, max: 3 }).map((capacity) =>
  command(
    `a group of ${capacity} opens`,
    (model) => (model.groups.length < 3 ? true : undefined),
    (model) => model.open(capacity),
    (course, _, now) => course.open(capacity, now),
  ),
);

const closes = group.map((index) =>
  command(
    `${index} closes`,
    there(index),
    (model) => model.close(index),
    (course, _, now) => course.database.$transaction((tx) => closeGroup(tx, course.id(index), now)),
  ),
);

/** Some things happen more often than others. */
const often = [
  enrols,
  enrols,
  enrols,
  leaves,
  leaves,
  accepts,
  accepts,
  accepts,
  declines,
  declines,
  passes,
  resizes,
  opens,
];
const commands = [...often, ...often, ...often, closes];

it("whatever people do in whatever order, nobody gets a place that is not theirs", async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: "max" }), async (steps) => {
      await database.course.deleteMany();
      const model = new Model(
        noon,
        lessonsIn.map((hours) => new Date(noon.getTime() + hours * 3_600_000)),
      );
      const course = new Course(database);
      model.open(1);
      await course.open(1, noon);
      await fc.asyncModelRun(() => ({ model, real: course }), steps);
    }),
    { numRuns: 30 },
  );
});
