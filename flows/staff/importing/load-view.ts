import { button, listRows, type Row, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { formatParts, type PreviewReader } from "../../../bot/feeds/preview/row-words.ts";
import { canUndo, type Load, type LoadedRow, type LoadRow, undoFor } from "../../../bot/programme/loads/load-store.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { turnRow } from "../../kit/pagination.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback } from "../programme/callbacks.ts";
import { formatInstant } from "../programme/words.ts";
import {
  askUndoCallback,
  askWithdrawCallback,
  importCallback,
  loadCallback,
  loadsCallback,
  missingCallback,
  undoCallback,
  withdrawCallback,
} from "./callbacks.ts";

export const perPage = 6;
/** Events named one by one; the rest is counted. */
const named = 10;

const at = (moment: Date, { t, zone, now }: PreviewReader): string => formatInstant(moment, t, zone, now);

/** A page of loads; one more row than a page has says that there is another one. */
export function loadsView(rows: readonly LoadRow[], page: number, reader: PreviewReader): View {
  const { t } = reader;
  const shown = rows.slice(0, perPage);
  const label = ({ fileName, beganAt, undoneAt }: LoadRow): string => {
    const row = t("importing.loads.row", { when: at(beganAt, reader), file: fileName });
    return undoneAt === null ? row : `${row} (${t("importing.loads.is_undone")})`;
  };
  return {
    text: joinLines(
      html`<b>${t("importing.loads.title")}</b>`,
      "",
      ...shown.map((row) => `• ${label(row)}`),
      shown.length === 0 ? t("importing.loads.none") : null,
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ fileName }) => fileName,
        ({ id }) => loadCallback.data({ loadId: id, page: 0 }),
      ),
      turnRow(t, { page, hasMore: rows.length > perPage }, (to) => loadsCallback.data({ page: to })),
      [button(t("button.back"), importCallback.data(null)), toStaffMenu(t)],
    ],
  };
}

/** What a load did, event by event, and what may be done about it; `names` says who changed an event since. */
export function loadView(load: Load, page: number, names: ReadonlyMap<number, string>, reader: PreviewReader): View {
  const { t, now } = reader;
  const { id: loadId, fileName, beganAt, undoneAt, events, missing } = load;
  const rows = events.filter(({ undone }) => undone !== "deleted");
  const shown = rows.slice(page * perPage, (page + 1) * perPage);
  const isUndoable = canUndo(load, now);
  const until = new Date(beganAt.getTime() + undoFor);
  return {
    text: joinLines(
      html`<b>${t("importing.loads.head", { file: cutAtWord(fileName, 100) })}</b>`,
      at(beganAt, reader),
      "",
      ...(undoneAt === null ? countLines(events, t) : undoneLines(events, names, t)),
      "",
      isUndoable ? t("importing.loads.until", { when: at(until, reader) }) : null,
      undoneAt === null && !isUndoable ? t("importing.loads.over") : null,
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ title }) => title,
        ({ eventId }) => eventCallback.data(eventId),
      ),
      turnRow(t, { page, hasMore: rows.length > (page + 1) * perPage }, (to) =>
        loadCallback.data({ loadId, page: to }),
      ),
      missing.length === 0 || undoneAt !== null
        ? []
        : [wideButton(t("importing.loads.missing", { count: missing.length }), missingCallback.data(loadId))],
      isUndoable ? [wideButton(t("importing.loads.undo"), askUndoCallback.data(loadId))] : [],
      backRow(loadsCallback.data({ page: 0 }), t),
    ],
  };
}

const backRow = (data: string, t: Translate): Row => [button(t("button.back"), data), toStaffMenu(t)];

const countOf = (events: readonly LoadedRow[], kind: LoadedRow["kind"] | LoadedRow["undone"]): number =>
  events.filter((event) => event.kind === kind || event.undone === kind).length;

function countLines(events: readonly LoadedRow[], t: Translate): string[] {
  return (["made", "changed", "taken"] as const).flatMap((kind) => {
    const count = countOf(events, kind);
    return count === 0 ? [] : [t(`importing.loads.${kind}`, { count })];
  });
}

function undoneLines(
  events: readonly LoadedRow[],
  names: ReadonlyMap<number, string>,
  t: Translate,
): (Html | string)[] {
  const counts = (["deleted", "withdrawn", "given_back"] as const).flatMap((kind) => {
    const count = countOf(events, kind);
    return count === 0 ? [] : [t(`importing.loads.${kind}`, { count })];
  });
  const kept = events.filter(({ keptParts }) => keptParts.length > 0);
  const lines = kept.slice(0, named).map(({ eventId, title, keptParts }) => {
    const said = { title: cutAtWord(title, 80), parts: formatParts(keptParts, t) };
    const name = names.get(eventId);
    return `• ${name === undefined ? t("importing.loads.left_row", said) : t("importing.loads.left_by", { ...said, name })}`;
  });
  return [
    html`<b>${t("importing.loads.undone")}</b>`,
    ...counts,
    ...(kept.length === 0 ? [] : ["", t("importing.loads.left"), ...lines]),
    ...(kept.length > named ? [t("importing.and_more", { count: kept.length - named })] : []),
  ];
}

/** Asks whether to undo a load, and says how many people would hear of it. */
export const askUndoView = ({ id, fileName }: Load, told: number, { t }: PreviewReader): View => ({
  text: joinLines(
    t("importing.loads.ask", { file: cutAtWord(fileName, 100) }),
    "",
    t("importing.loads.told", { count: told }),
  ),
  keyboard: [
    [button(t("importing.loads.confirm"), undoCallback.data(id))],
    backRow(loadCallback.data({ loadId: id, page: 0 }), t),
  ],
});

/** What the file no longer had: each event to be looked at, or all of them to be withdrawn. */
export function missingView({ id, fileName, missing, refused }: Load, { t }: PreviewReader): View {
  const shown = missing.slice(0, named);
  return {
    text: joinLines(
      missing.length === 0
        ? t("importing.loads.none_missing")
        : t("importing.loads.missing_head", { file: cutAtWord(fileName, 100) }),
      "",
      ...shown.map(({ title }) => `• ${cutAtWord(title, 100)}`),
      missing.length > named ? t("importing.and_more", { count: missing.length - named }) : null,
      missing.length > 0 && refused > 0 ? `\n${t("importing.loads.missing_refused")}` : null,
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ title }) => title,
        ({ eventId }) => eventCallback.data(eventId),
      ),
      missing.length === 0 || refused > 0
        ? []
        : [wideButton(t("importing.loads.withdraw_all", { count: missing.length }), askWithdrawCallback.data(id))],
      backRow(loadCallback.data({ loadId: id, page: 0 }), t),
    ],
  };
}

/** Asks whether to withdraw all that the file no longer had. */
export const askWithdrawView = ({ id, missing }: Load, told: number, { t }: PreviewReader): View => ({
  text: joinLines(
    html`<b>${t("importing.loads.withdraw_ask", { count: missing.length })}</b>`,
    ...missing.slice(0, named).map(({ title }) => `• ${cutAtWord(title, 100)}`),
    missing.length > named ? t("importing.and_more", { count: missing.length - named }) : null,
    "",
    t("importing.loads.told", { count: told }),
  ),
  keyboard: [
    [button(t("importing.loads.withdraw_confirm"), withdrawCallback.data(id))],
    backRow(missingCallback.data(id), t),
  ],
});
