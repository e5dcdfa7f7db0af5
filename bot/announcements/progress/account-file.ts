import type { Database } from "../../database/database.ts";
import { textOf } from "../../delivery/content.ts";
import { formatName } from "../../staff/words.ts";
import { fileName } from "../../words/file-name.ts";
import { languages } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { inZone } from "../../words/time/local-time.ts";
import { describeAudience } from "../audience/describe.ts";
import { findAuthorName } from "../draft/proposal-store.ts";
import { formatTitle } from "../title.ts";
import type { ShownAnnouncement } from "../view-store.ts";
import { inLanguage } from "../words.ts";
import { type HeadLine, mostRows, reportSheet } from "./report-sheet.ts";
import { countByLanguage, findRecipients } from "./report-store.ts";
import { correctionOf } from "./report-words.ts";

/** Where the account is read. */
interface AccountReading {
  t: Translate;
  zone: string;
}

/** The account of an announcement as a workbook with a telling name; `withIds`: who each recipient is, for owners alone. */
export async function accountFile(
  { database }: { database: Database },
  { t, zone }: AccountReading,
  shown: ShownAnnouncement,
  { withIds }: { withIds: boolean },
): Promise<{ name: string; file: Uint8Array }> {
  const { announcement, texts, progress } = shown;
  const report = {
    head: await headOf(database, shown, t),
    correction: correctionOf(announcement),
    totals: progress,
    byDoor: progress.byDoor,
    byLanguage: await countByLanguage(database, announcement.id),
    recipients: await findRecipients(database, announcement.id, mostRows),
    withIds,
  };
  const day = announcement.startedAt === null ? [] : [inZone(announcement.startedAt, zone).toISODate()];
  const name = fileName([t("announce.sheet.file"), formatTitle(texts, t), ...day], "xlsx");
  return { name, file: await reportSheet(report, t, zone) };
}

async function headOf(database: Database, shown: ShownAnnouncement, t: Translate): Promise<HeadLine[]> {
  const { announcement, texts, aftermath } = shown;
  const { audience, authorId, startedAt, finishedAt, parentId } = announcement;
  const correction = correctionOf(announcement);
  const name = formatTitle(texts, t);
  const said = languages.flatMap((language): HeadLine[] => {
    const content = texts[language];
    if (content === undefined) return [];
    const words = textOf(content) || t(`announce.kind.${content.kind}`);
    return [[t("announce.sheet.text", { language: t(`language.name.${language}`) }), words]];
  });
  const whom =
    audience.kind === "people"
      ? (await describeAudience(database, audience, t)).lines.join("\n")
      : t("announce.sheet.recipients_of", { id: String(parentId ?? audience.announcementId) });
  const taps = announcement.buttons.flat().flatMap((each, place): HeadLine[] => {
    if ("url" in each || "voteId" in each || correction !== null) return [];
    const label = inLanguage(each.label, t.language)?.content ?? "…";
    return [[t("announce.sheet.taps", { label }), aftermath.taps.find(({ button }) => button === place)?.taps ?? 0]];
  });
  return [
    [t("announce.sheet.name"), correction === null ? name : t(`announce.act.${correction}`, { title: name })],
    ...said,
    [t("announce.sheet.author"), formatName(await findAuthorName(database, authorId), authorId, t)],
    [t("announce.sheet.audience"), whom],
    [t("announce.sheet.started"), startedAt],
    [t("announce.sheet.finished"), finishedAt],
    ...taps,
    ...(correction === null ? [[t("announce.sheet.opt_outs"), aftermath.optOuts] as const] : []),
  ];
}
