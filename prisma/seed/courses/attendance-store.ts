import { certificateAttendance, lessonsNeeded } from "../../../bot/classes/certificates/certificate.ts";
import { newCode } from "../../../bot/classes/certificates/code.ts";
import type { Database } from "../../../bot/database/database.ts";

/** How long after a demo lesson its teacher has ticked who came, in milliseconds. */
const ticked = 600_000;

/** Whether somebody came, the same at each planting: most miss a lesson now and then, every fourth one half of them. */
const came = (ticket: number, number: number): boolean =>
  ticket % 4 === 0 ? (ticket + number) % 2 === 0 : (ticket * 3 + number * 5) % 7 !== 0;

/**
 * Notes who came to the lessons of a demo group that are over, and makes certificates out when all of them are; what is
 * noted already stays.
 */
export async function plantAttendance(database: Database, groupId: number, now: Date): Promise<void> {
  const { lessons, enrolments } = await database.group.findUniqueOrThrow({
    where: { id: groupId },
    include: {
      lessons: { orderBy: { number: "asc" } },
      enrolments: { where: { state: "enrolled" }, include: { person: { include: { learner: true } } } },
    },
  });
  const over = lessons.filter(({ endsAt }) => endsAt.getTime() + ticked <= now.getTime());
  await database.attendance.createMany({
    data: enrolments.flatMap(({ id: enrolmentId, ticket }) =>
      over.map(({ id: lessonId, number, endsAt }) => ({
        ...{ lessonId, enrolmentId, isPresent: came(ticket, number), source: "teacher" as const },
        notedAt: new Date(endsAt.getTime() + ticked),
      })),
    ),
    skipDuplicates: true,
  });
  const last = over.at(-1);
  if (last === undefined || over.length < lessons.length) return;
  const needed = lessonsNeeded(lessons.length, certificateAttendance);
  await database.certificate.createMany({
    data: enrolments
      .map(({ id, ticket, person }) => ({
        ...{ enrolmentId: id, language: person.language, lessons: lessons.length, issuedAt: last.endsAt },
        code: newCode(),
        name: person.learner?.name ?? person.firstName,
        attended: over.filter(({ number }) => came(ticket, number)).length,
      }))
      .filter(({ attended }) => attended >= needed),
    skipDuplicates: true,
  });
}
