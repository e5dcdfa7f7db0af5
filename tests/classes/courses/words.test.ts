import { describe, expect, it } from "vitest";
import type { CourseCard, GroupCard } from "../../../bot/classes/courses/course.ts";
import { formatEnrolLabel } from "../../../bot/classes/courses/group-words.ts";
import { formatCourse, groupsPerPage } from "../../../bot/classes/courses/words.ts";
import type { LessonTime } from "../../../bot/classes/lessons/lesson.ts";
import { languages } from "../../../bot/words/language.ts";
import { words } from "../../support/city.ts";
import { evening } from "../../support/evening.ts";

const { now, timeZone } = evening;

const lessons = (hoursFromNow: number[]): LessonTime[] =>
  hoursFromNow.map((hours) => {
    const startsAt = new Date(+now + hours * 3_600_000);
    return { startsAt, endsAt: new Date(+startsAt + 3_600_000), status: "scheduled" };
  });

const group = (over: Partial<GroupCard> = {}): GroupCard => ({
  groupId: 1,
  teacherName: "Гузель Хасанова",
  level: "beginner",
  heldIn: "udm",
  audiences: ["children", "family", "seniors"],
  ageMin: 55,
  capacity: 12,
  taken: 0,
  waiting: 0,
  timeZone,
  closedAt: null,
  lessons: lessons([24, 24 + 168, 24 + 336]),
  own: null,
  ...over,
});

describe.each(languages)("in %s", (language) => {
  const reader = { t: words.for(language), zone: timeZone, now };

  it("a card fits a message, whatever staff wrote", () => {
    const long = "Невообразимодлинное слово ".repeat(400);
    const irregular = lessons(Array.from({ length: 90 }, (_, index) => index * 61 - 200));
    const groups = Array.from({ length: groupsPerPage }, () => group({ teacherName: long, lessons: irregular }));
    const own = { enrolmentId: 1, state: "waiting", position: 50_000, offerId: null, offeredUntil: null } as const;
    const course: CourseCard = {
      ...{
        courseId: 1,
        area: "digital",
        isOpen: true,
        title: long,
        about: long,
        needs: long,
        language: "tt",
        aboutLanguage: "tt",
      },
      groups: [group({ own }), ...groups],
    };
    expect(String(formatCourse(course, groups, reader)).length).toBeLessThan(4_096);
  });

  it.each([
    ["free places", {}],
    ["a line", { taken: 12, waiting: 50_000 }],
    ["three days a week", { lessons: lessons([24, 72, 120, 192]) }],
    ["no rhythm", { lessons: lessons([24, 49, 99, 150, 201]) }],
  ])("the button of a group with %s fits", (_, over) => {
    const label = formatEnrolLabel(group(over), reader.t, now);
    expect(label).toMatch(/\d\d:\d\d/);
    expect(label.length, label).toBeLessThanOrEqual(24);
  });
});

it("whoever waits comes before those who are new: places that are free then are not offered on a button", () => {
  expect(formatEnrolLabel(group({ taken: 11, waiting: 2 }), words.for("ru"), now)).toBe("Сб 17:30 · очередь 2");
});

it("a course says that one is in it until the group's last lesson, and not after", () => {
  const own = { enrolmentId: 1, state: "enrolled", position: null, offerId: null, offeredUntil: null } as const;
  const card = (hoursFromNow: number[]) => {
    const groups = [group({ own, lessons: lessons(hoursFromNow) })];
    const course: CourseCard = {
      ...{
        courseId: 1,
        area: "digital",
        isOpen: true,
        title: "Хор",
        about: null,
        needs: null,
        language: "ru",
        aboutLanguage: null,
        groups,
      },
    };
    return String(formatCourse(course, groups, { t: words.for("ru"), zone: timeZone, now }));
  };
  expect(card([-24, 24])).toContain("Вы записаны.");
  expect(card([-48, -24])).not.toContain("Вы записаны.");
});
