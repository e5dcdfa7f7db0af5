import type { MessageEntity, ParseMode } from "@grammyjs/types";
import { badRequest, Violation } from "../api/api-failure.ts";
import { addDetectedEntities } from "./detect-entities.ts";
import { type FormattedText, parseHtml } from "./html.ts";

/** Applies a parse mode, or the entities given instead, cleans and trims the text, and finds links and commands. */
export function formatText(
  source: string,
  parseMode: ParseMode | undefined,
  entities: readonly MessageEntity[] | undefined,
): FormattedText {
  const formatted = trim(parse(clean(source), parseMode, entities));
  return { text: formatted.text, entities: addDetectedEntities(formatted.text, formatted.entities) };
}

/** Text for a message: 1–4096 UTF-16 units after parsing. Throws `tooLong`, the words differ between methods. */
export function formatMessage(
  source: string,
  parseMode: ParseMode | undefined,
  entities: readonly MessageEntity[] | undefined,
  tooLong = "message is too long",
): { text: string; entities?: MessageEntity[] } {
  const formatted = formatText(source, parseMode, entities);
  if (isInvisible(formatted.text)) throw badRequest("message text is empty");
  if (formatted.text.length > 4096) throw badRequest(tooLong);
  return { text: formatted.text, ...(formatted.entities.length > 0 && { entities: formatted.entities }) };
}

/** A caption: at most 1024 UTF-16 units after parsing; an empty one is none. */
export function formatCaption(
  source: string | undefined,
  parseMode: ParseMode | undefined,
  entities: readonly MessageEntity[] | undefined,
): { caption?: string; caption_entities?: MessageEntity[] } {
  const formatted = formatText(source ?? "", parseMode, entities);
  if (formatted.text.length > 1024) throw badRequest("message caption is too long");
  if (formatted.text === "") return {};
  return { caption: formatted.text, ...(formatted.entities.length > 0 && { caption_entities: formatted.entities }) };
}

function parse(
  source: string,
  parseMode: ParseMode | undefined,
  entities: readonly MessageEntity[] | undefined,
): FormattedText {
  if (parseMode === "HTML") return parseHtml(source);
  if (parseMode !== undefined) throw new Violation(`parse_mode ${parseMode} is not modelled; Ishek writes HTML`);
  return { text: source, entities: [...(entities ?? [])] };
}

/** Control characters become spaces; what could turn the direction of the text or draw over other lines goes. */
function clean(source: string): string {
  return source
    .replaceAll("\r", "")
    .replace(/[\p{Cc}--\n--\t]/gv, " ")
    .replace(/[\u2028-\u202e]|\u0333|\u033f|\u030a/g, "");
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const kept = entities.flatMap((entity) => {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(trimmed.length, entity.offset - start + entity.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: trimmed, entities: kept };
}

/** Zero-width characters alone are nothing to Telegram. */
function isInvisible(text: string): boolean {
  return /^[\s\p{Cf}\u3164\u2800]*$/u.test(text);
}
