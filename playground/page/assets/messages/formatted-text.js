import { element } from "../element.js";
import { safeHref } from "./links.js";

/** @import { MessageEntity } from "@grammyjs/types" */

/** Entities that are nothing but an element of HTML. @type {Partial<Record<MessageEntity["type"], keyof HTMLElementTagNameMap>>} */
const plainTags = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/**
 * Renders a text with its entities; offsets count UTF-16 units, as JavaScript's strings do.
 * @param {string} text
 * @param {readonly MessageEntity[]} [entities]
 * @returns {DocumentFragment}
 */
export function formattedText(text, entities = []) {
  const outermostFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return renderRange(text, 0, text.length, outermostFirst);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {readonly MessageEntity[]} entities those inside the range, outermost first
 * @returns {DocumentFragment}
 */
function renderRange(text, start, end, entities) {
  const fragment = document.createDocumentFragment();
  let done = start;
  for (const [index, entity] of entities.entries()) {
    if (entity.offset < done || entity.offset >= end) continue; // rendered inside the one before it
    const entityEnd = Math.min(entity.offset + entity.length, end);
    fragment.append(text.slice(done, entity.offset));
    const inside = renderRange(text, entity.offset, entityEnd, entities.slice(index + 1));
    fragment.append(wrap(entity, text.slice(entity.offset, entityEnd), inside));
    done = entityEnd;
  }
  fragment.append(text.slice(done, end));
  return fragment;
}

/**
 * @param {MessageEntity} entity
 * @param {string} covered the text under the entity
 * @param {DocumentFragment} inside
 * @returns {Node}
 */
function wrap(entity, covered, inside) {
  const tag = plainTags[entity.type];
  if (tag !== undefined) return element(tag, {}, inside);
  switch (entity.type) {
    case "text_link":
      return anchor(entity.url, inside);
    case "url":
      return anchor(/^[a-z][a-z0-9+.-]*:/i.test(covered) ? covered : `https://${covered}`, inside);
    case "email":
      return anchor(`mailto:${covered}`, inside);
    case "phone_number":
      return anchor(`tel:${covered}`, inside);
    case "bot_command":
      return element("button", { type: "button", class: "command", "data-say": covered }, inside);
    case "spoiler":
      return element("button", { type: "button", class: "spoiler", "aria-expanded": "false" }, inside);
    default:
      return inside; // mentions, hashtags and the like read as the text they are
  }
}

/**
 * @param {string} address
 * @param {DocumentFragment} inside
 * @returns {Node}
 */
function anchor(address, inside) {
  const href = safeHref(address);
  return href === undefined ? inside : element("a", { href, target: "_blank", rel: "noopener noreferrer" }, inside);
}
