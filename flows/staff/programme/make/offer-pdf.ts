import { downloadSent } from "../../../../bot/doors/telegram/client/files.ts";
import { send } from "../../../../bot/doors/telegram/screen/show.ts";
import { findToldEvents } from "../../../../bot/feeds/channels/told-event.ts";
import { readPdf } from "../../../../bot/foreign/read-foreign.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import { html } from "../../../../bot/words/html.ts";
import { enter } from "../../../kit/dialogue.ts";
import { privatePartOf, Screen } from "../../../kit/screen.ts";
import { rightsOf } from "../../authorize.ts";
import { isTooLarge } from "../../importing/ask-file.ts";
import { toStaffMenu } from "../../menu.ts";
import { pasteEvent } from "./paste-event.ts";
import { readingAs } from "./read-pasted.ts";

/**
 * A poster as PDF that is sent outside of any dialogue: whoever may edit the programme is asked whether to make events of its text,
 * or told why it cannot be read. What others send is what it always was.
 */
export const offerPdf = new Screen();

privatePartOf(offerPdf).on("message:document", async (ctx, next) => {
  const { document, forward_origin: origin, caption = "" } = ctx.message;
  const isPdf = document.mime_type === "application/pdf" || /\.pdf$/iu.test(document.file_name ?? "");
  if (!isPdf || !may(await rightsOf(ctx), "programme.edit")) return next();
  const { t, now } = ctx.reader;
  const tell = (key: "importing.too_large" | "programme.offer.pdf_unread" | "programme.offer.pdf_no_event") =>
    send(ctx, { text: html`${t(key)}`, keyboard: [[toStaffMenu(t)]] });
  if (isTooLarge(document)) return tell("importing.too_large");
  const downloaded = await downloadSent(ctx, document.file_id);
  const read = downloaded.kind === "file" ? await readPdf(downloaded.bytes) : null;
  if (read?.kind !== "read" || !read.value) return tell("programme.offer.pdf_unread");
  const text = [caption, read.value].filter(Boolean).join("\n\n");
  const writtenAt = origin && { writtenAt: new Date(origin.date * 1_000).toISOString() };
  const pasted = { text, entities: [], poster: null, ...writtenAt };
  const reading = readingAs(pasted, { now, zone: ctx.services.city.timeZone });
  const { length: count } = await findToldEvents(pasted, reading);
  return count === 0 ? tell("programme.offer.pdf_no_event") : enter(ctx, pasteEvent, { pasted, count });
});
