import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { fill, type ReportSpan, sum } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { AttendanceCounts } from "./attendance-store.ts";
import type { EnrolmentCounts } from "./enrolment-store.ts";

const coursesTold = 5;

/** Who enrolled and what has become of it, free places, and the courses that most enrol in. */
export function enrolmentReport(
  { enrolments, places, courses }: EnrolmentCounts,
  span: ReportSpan,
  t: Translate,
): Report {
  const [enrolled = [], waiting = [], left = []] = fill(span, ["enrolled", "waiting", "left"], enrolments);
  const report = overTime(
    {
      title: t("numbers.enrolments.title"),
      value: t("numbers.axis.enrolments"),
      series: [
        { name: t("numbers.enrolments.enrolled"), values: enrolled },
        { name: t("numbers.enrolments.waiting"), values: waiting },
        { name: t("numbers.enrolments.left"), values: left },
      ],
      lines: [
        t("numbers.enrolments.total", {
          count: sum([...enrolled, ...waiting, ...left]),
          enrolled: sum(enrolled),
          waiting: sum(waiting),
          left: sum(left),
        }),
        t("numbers.enrolments.places", { ...places, free: places.capacity - places.taken }),
        ...courses
          .slice(0, coursesTold)
          .map((course) => t("numbers.row", { name: cutAtWord(course.title, 60), count: course.enrolments })),
      ],
    },
    span,
    t,
  );
  const ofCourses = {
    name: t("numbers.enrolments.courses"),
    header: [t("numbers.axis.course"), t("numbers.axis.enrolments")],
    rows: courses.map((course) => [course.title, course.enrolments]),
  };
  return { ...report, tables: [...report.tables, ofCourses] };
}

/** Who took part in lessons. */
export function attendanceReport(counts: AttendanceCounts, span: ReportSpan, t: Translate): Report {
  const [present = [], absent = []] = fill(span, ["present", "absent"], counts.attendances);
  const [came, all] = [sum(present), sum(present) + sum(absent)];
  const shares = present.map((there, index) => {
    const counted = there + (absent[index] ?? 0);
    return counted === 0 ? null : Math.round((there / counted) * 1_000) / 1_000;
  });
  return overTime(
    {
      title: t("numbers.attendance.title"),
      value: t("numbers.axis.learners"),
      series: [
        { name: t("numbers.attendance.present"), values: present },
        { name: t("numbers.attendance.absent"), values: absent },
      ],
      over: { name: t("numbers.attendance.share"), values: shares, from: 0, to: 1, isShare: true },
      lines: [
        t("numbers.attendance.total", { came, all, share: all === 0 ? 0 : came / all }),
        t("numbers.attendance.lessons", { lessons: counts.lessons, certificates: counts.certificates }),
      ],
    },
    span,
    t,
  );
}
