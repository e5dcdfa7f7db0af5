import type { MessageEntity } from "@grammyjs/types";

type Edge = { at: number; opens: boolean; entity: MessageEntity };

/** `text` with its entities as HTML in Telegram's tags, everything else escaped. */
export function renderHtml(text: string, entities: readonly MessageEntity[]): string {
  let html = "";
  let position = 0;
  for (const { at, opens, entity } of sortEdges(entities)) {
    html += escapeHtml(text.slice(position, at)) + (opens ? startTag(entity, text) : endTag(entity));
    position = at;
  }
  return html + escapeHtml(text.slice(position));
}

/** Starts and ends in the order of the text: what ends here goes before what starts here, the inner before the outer. */
function sortEdges(entities: readonly MessageEntity[]): Edge[] {
  const edges = entities.flatMap((entity, index) => [
    { at: entity.offset, opens: true, entity, index },
    { at: entity.offset + entity.length, opens: false, entity, index },
  ]);
  return edges.sort((one, other) => {
    if (one.at !== other.at) return one.at - other.at;
    if (one.opens !== other.opens) return one.opens ? 1 : -1;
    const outerFirst = other.entity.length - one.entity.length || one.index - other.index;
    return one.opens ? outerFirst : -outerFirst;
  });
}

function startTag(entity: MessageEntity, text: string): string {
  const covered = text.slice(entity.offset, entity.offset + entity.length);
  switch (entity.type) {
    case "text_link":
      return `<a href="${escapeHtml(entity.url)}">`;
    case "url":
      return `<a href="${escapeHtml(/^\w+:/.test(covered) ? covered : `http://${covered}`)}">`;
    case "expandable_blockquote":
      return "<blockquote expandable>";
    case "spoiler":
      return '<span class="tg-spoiler">';
    default:
      return tagOf(entity) && `<${tagOf(entity)}>`;
  }
}

function endTag(entity: MessageEntity): string {
  return tagOf(entity) && `</${tagOf(entity)}>`;
}

function tagOf({ type }: MessageEntity): string {
  return tags[type] ?? "";
}

const tags: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
  spoiler: "span",
  text_link: "a",
  url: "a",
};

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
