import type { BotContext } from "../../../bot/context.ts";
import { downloadSent } from "../../../bot/doors/telegram/client/files.ts";
import { once, recall } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { type Imported, recognise } from "../../../bot/feeds/preview/import-store.ts";
import { formatOutcome, formatPreview } from "../../../bot/feeds/preview/words.ts";
import { undoFor } from "../../../bot/programme/loads/load-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { formatInstant } from "../programme/words.ts";
import { loadCallback } from "./callbacks.ts";
import { type SentFile, type ShownPreview, shownOf } from "./look-through.ts";
import { runImport } from "./run-import.ts";

type Done = ShownPreview | { kind: "end"; text: string; loadId?: number | undefined } | { kind: "later" };

/** The last words of an import, as markup, and the load that it was; undefined: nothing was loaded. */
type LastWords = { text: string; loadId: number | null };

/** Imports; the last words as markup, or that they are said later in the same message, or what would be done instead by now. */
export async function carryOut(
  outer: BotContext,
  { fileId, name, titleHeader }: SentFile,
  { place, total, picture }: { place: { chatId: number; messageId: number }; total: number; picture: string },
): Promise<Done> {
  const { services, reader, api } = outer;
  const { t, person, now } = reader;
  const known = await recall(outer, "import");
  if (isLastWords(known)) return endOf(known);
  const downloaded = await downloadSent(outer, fileId);
  const format = downloaded.kind === "file" ? recognise(name, downloaded.bytes) : undefined;
  if (downloaded.kind !== "file" || format === undefined)
    return { kind: "end", text: String(html`${t("importing.gone")}`) };
  const edit = ({ text, loadId }: LastWords) =>
    api.editMessageText(place.chatId, place.messageId, text, {
      parse_mode: "HTML",
      ...(loadId !== null && {
        reply_markup: {
          inline_keyboard: [[button(t("importing.loads.open"), loadCallback.data({ loadId, page: 0 }))]],
        },
      }),
    });
  const begun = await recall(outer, "begin import");
  const outcome = await runImport(
    services,
    { by: person.id, now },
    {
      ...{ format, name, bytes: downloaded.bytes, titleHeader },
      picture: begun === undefined ? picture : null,
      loadId: typeof begun === "number" ? begun : undefined,
      onBegin: (loadId) => once(outer, "begin import", async () => loadId),
      onProgress: (taken) => edit({ text: t("importing.running", { taken, total }), loadId: null }),
      onLateEnd: (late) =>
        edit(late.kind === "failed" ? { text: t("importing.failed"), loadId: null } : lastWords(late, total, outer)),
    },
  );
  if (outcome.kind === "running") return { kind: "later" };
  if (outcome.kind !== "differs" || outcome.preview.created + outcome.preview.updated === 0)
    return endOf(await once(outer, "import", async () => lastWords(outcome, total, outer)));
  const anew = formatPreview(outcome.preview, name, { t, now, zone: services.city.timeZone });
  return shownOf(outcome.preview, String(html`${t("importing.changed_meanwhile")}\n\n${anew}`));
}

const endOf = ({ text, loadId }: LastWords): Done => ({ kind: "end", text, loadId: loadId ?? undefined });

const isLastWords = (known: unknown): known is LastWords =>
  typeof known === "object" && known !== null && "text" in known && "loadId" in known;

function lastWords(outcome: Imported, total: number, { reader, services }: BotContext): LastWords {
  const { t, now } = reader;
  const said = (text: string): LastWords => ({ text: String(html`${text}`), loadId: null });
  if (outcome.kind === "forbidden") return said(t("staff.not_open"));
  if (outcome.kind === "differs") return said(t("importing.changed_late"));
  const { created, updated, loadId } = outcome.value;
  const text = formatOutcome(outcome.value, total, t);
  if (created + updated === 0) return { text: String(text), loadId: null };
  const when = formatInstant(new Date(now.getTime() + undoFor), t, services.city.timeZone, now);
  return { text: String(joinLines(text, "", t("importing.loads.until", { when }))), loadId };
}
