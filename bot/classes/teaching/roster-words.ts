import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import type { Roster, RosterLine } from "./roster-store.ts";

/** A cell is a text, whatever it begins with: nothing that a person wrote becomes a formula. */
const text = (value: string) => ({ type: String, value });
const head = (value: string) => ({ type: String, value, fontWeight: "bold" as const, wrap: true });

/** A group's journal as a workbook: a line a person, a column a lesson, in the reader's language. */
export async function formatRoster(roster: Roster, t: Translate, now: Date): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const { lessons, people, timeZone } = roster;
  const dates = lessons.map(
    ({ startsAt }) => `${formatDay(startsAt, t, timeZone, now)}, ${formatTime(startsAt, timeZone)}`,
  );
  const header = [
    ...[t("teach.roster.name"), t("teach.roster.phone"), t("teach.roster.state"), t("teach.roster.attended")],
    ...dates,
  ].map(head);
  // Made once: a register of five thousand has sixty thousand of them.
  const notes = new Map<boolean | undefined, ReturnType<typeof text>>([
    [true, text(t("teach.roster.present"))],
    [false, text(t("teach.roster.absent"))],
  ]);
  const rows = people.map((person) => [
    text(person.name),
    text(person.phone ?? ""),
    text(formatState(person, t)),
    { type: Number, value: Object.values(person.attendance).filter(Boolean).length },
    ...lessons.map(({ lessonId }) => notes.get(person.attendance[String(lessonId)]) ?? null),
  ]);
  return writeXlsxFile([header, ...rows], {
    sheet: t("teach.roster.sheet"),
    columns: [{ width: 32 }, { width: 18 }, { width: 16 }, { width: 10 }, ...lessons.map(() => ({ width: 14 }))],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer();
}

function formatState({ state, position }: RosterLine, t: Translate): string {
  return state === "waiting" ? t("teach.roster.waiting", { position: position ?? 0 }) : t(`teach.roster.${state}`);
}
