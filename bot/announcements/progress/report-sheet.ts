import { languages } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { inZone } from "../../words/time/local-time.ts";
import { type DoorOutcomes, type Outcomes, outcomes } from "./progress.ts";
import type { OutcomeCount, RecipientRow } from "./report-store.ts";
import { type CorrectionKind, wordOf } from "./report-words.ts";

/** Rows of the second sheet: a workbook of a million takes a gigabyte to write. */
export const mostRows = 20_000;

/** A line above the account: what it is called and what it is. */
export type HeadLine = readonly [label: string, value: string | number | Date | null];

export interface AnnouncementReport {
  /** What was sent, by whom, to whom, when, and what people did with it. */
  head: readonly HeadLine[];
  correction: CorrectionKind;
  /** The account, which is kept for ever. */
  totals: Outcomes;
  byDoor: readonly DoorOutcomes[];
  byLanguage: readonly OutcomeCount[];
  recipients: readonly RecipientRow[];
  /** Only owners see who it was; for others the rows are numbered. */
  withIds: boolean;
}

/** An announcement's account as a workbook: outcomes by language and messenger, and what became of each recipient. */
export async function reportSheet(report: AnnouncementReport, t: Translate, zone: string): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  return writeXlsxFile([
    {
      sheet: t("announce.sheet.account"),
      data: [...headRows(report, zone), [null], ...account(report, t), ...doors(report, t)],
      columns: [{ width: 28 }, { width: 40 }, ...Array(4).fill({ width: 14 })],
    },
    {
      sheet: t("announce.sheet.recipients"),
      data: recipients(report, t, zone),
      columns: [{ width: 24 }, { width: 14 }, { width: 20 }, { width: 18 }, { width: 50 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

const headRows = ({ head: lines }: AnnouncementReport, zone: string) =>
  lines.map(([label, value]) => [
    head(label),
    value instanceof Date
      ? { value: wallTime(value, zone), format: "yyyy-mm-dd hh:mm", align: "left" as const }
      : value === null
        ? null
        : { value, wrap: true, align: "left" as const },
  ]);

/** Rows of results at each messenger, where an announcement went by several. */
function doors({ byDoor, correction }: AnnouncementReport, t: Translate) {
  if (byDoor.length < 2) return [];
  const kinds = ["sent", "blocked", "failed", "uncertain"] as const;
  return [
    [null],
    [head(t("announce.sheet.outcome")), ...byDoor.map(({ door }) => head(t(`door.name.${door}`)))],
    ...kinds.map((kind) => [t(`announce.sheet.${wordOf(kind, correction)}`), ...byDoor.map((counts) => counts[kind])]),
  ];
}

const head = (value: string) => ({ value, fontWeight: "bold" as const });

function account({ correction, totals, byLanguage }: AnnouncementReport, t: Translate) {
  const count = (language: string, outcome: string) =>
    byLanguage.find((row) => row.language === language && row.outcome === outcome)?.count ?? 0;
  // Forgotten after 30 days, erased, or not in the outbox yet: the account knows how many, not who.
  const rows = outcomes.map((outcome) => {
    const known = languages.map((language) => count(language, outcome));
    return { outcome, known, unknown: totals[outcome] - sum(known), total: totals[outcome] };
  });
  const columns = languages.map((_, index) => sum(rows.map(({ known }) => known[index] ?? 0)));
  return [
    [
      head(t("announce.sheet.outcome")),
      ...languages.map((language) => head(t(`language.name.${language}`))),
      head(t("announce.sheet.unknown")),
      head(t("announce.sheet.total")),
    ],
    ...rows.map(({ outcome, known, unknown, total }) => [
      t(`announce.sheet.${wordOf(outcome, correction)}`),
      ...known,
      unknown,
      total,
    ]),
    [
      head(t("announce.sheet.total")),
      ...columns,
      sum(rows.map(({ unknown }) => unknown)),
      sum(rows.map(({ total }) => total)),
    ],
  ];
}

function recipients({ recipients: rows, correction, withIds }: AnnouncementReport, t: Translate, zone: string) {
  const header = [
    t(withIds ? "announce.sheet.id" : "announce.sheet.number"),
    t("announce.sheet.language"),
    t("announce.sheet.outcome"),
    t("announce.sheet.at"),
    t("announce.sheet.reason"),
  ];
  return [
    header.map(head),
    ...rows.map(({ accounts, language, outcome, at, reason }, index) => [
      withIds ? accounts.join(", ") : index + 1,
      t(`language.name.${language}`),
      t(`announce.sheet.${wordOf(outcome, correction)}`),
      at === null ? null : { value: wallTime(at, zone), format: "yyyy-mm-dd hh:mm:ss" },
      reason,
    ]),
    ...(rows.length === mostRows ? [[t("announce.sheet.more", { count: mostRows })]] : []),
  ];
}

/** Workbooks know no zones: the date is written so that it shows the wall clock. */
const wallTime = (at: Date, zone: string): Date => inZone(at, zone).setZone("utc", { keepLocalTime: true }).toJSDate();

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
