import { element } from "./element.js";
import { formattedText } from "./formatted-text.js";
import { inlineKeyboard } from "./keyboards.js";
import { clockTime, fileSize, word } from "./words.js";

/** @import { Location, Message, PhotoSize } from "@grammyjs/types" */
/** @import { Press } from "./keyboards.js" */

/**
 * The bubble of one message, its buttons below.
 * @param {Message} message
 * @param {boolean} isMine
 * @param {ReadonlySet<string>} busy keys of buttons that wait for their answer
 * @param {(press: Press) => void} onPress
 * @returns {Node[]}
 */
export function renderMessage(message, isMine, busy, onPress) {
  const sender = element("span", { class: "unseen" }, `${isMine ? word("you") : word("bot")}: `);
  const bubble = element("div", { class: "bubble" }, sender, ...quoted(message), ...content(message), footer(message));
  const markup = message.reply_markup;
  return markup?.inline_keyboard.length
    ? [bubble, inlineKeyboard(markup, message.message_id, busy, onPress)]
    : [bubble];
}

/** @param {Message} message @returns {Node[]} */
function content(message) {
  if (message.text !== undefined) return [...linkPreview(message), textBlock(message)];
  if (message.photo) return [photo(message.photo, message.caption), ...caption(message)];
  if (message.document) return [file(message.document), ...caption(message)];
  if (message.venue) {
    const { title, address, location } = message.venue;
    return [place(location, element("strong", {}, title), element("span", {}, address))];
  }
  if (message.location) return [place(message.location, element("strong", {}, word("location")))];
  if (message.contact) {
    const { first_name, last_name, phone_number } = message.contact;
    const name = [first_name, last_name].filter(Boolean).join(" ");
    return [element("p", { class: "card" }, element("strong", {}, name), element("span", {}, phone_number))];
  }
  if (message.pinned_message) return [element("p", {}, word("pinned"))];
  return [element("p", { class: "hint" }, word("unsupported"))];
}

/** @param {Message} message */
function textBlock(message) {
  return element("div", { class: "text" }, formattedText(message.text ?? "", message.entities));
}

/** @param {Message} message @returns {Node[]} */
function caption(message) {
  if (!message.caption) return [];
  return [element("div", { class: "text" }, formattedText(message.caption, message.caption_entities))];
}

/** The picture that Telegram would fetch for the link; left out where it cannot be had. @param {Message} message @returns {Node[]} */
function linkPreview(message) {
  const options = message.link_preview_options;
  if (options?.url === undefined || options.is_disabled) return [];
  const image = element("img", { class: "picture", src: options.url, alt: "", referrerpolicy: "no-referrer" });
  image.addEventListener("error", () => image.remove());
  return [image];
}

/** @param {PhotoSize[]} sizes @param {string | undefined} alt */
function photo(sizes, alt) {
  const largest = sizes.at(-1);
  const src = largest && fileAddress(largest.file_id);
  return element("img", {
    class: "picture",
    src,
    width: largest?.width,
    height: largest?.height,
    alt: alt ?? word("photo"),
  });
}

/** @param {NonNullable<Message["document"]>} document */
function file(document) {
  const name = document.file_name ?? document.file_id;
  const size = document.file_size === undefined ? "" : ` · ${fileSize(document.file_size)}`;
  const link = { class: "card", href: fileAddress(document.file_id), download: name };
  return element("a", link, element("strong", {}, name), element("span", {}, `${word("download")}${size}`));
}

/** @param {string} fileId */
function fileAddress(fileId) {
  return `/playground/files/${encodeURIComponent(fileId)}`;
}

/** @param {Location} location @param {...HTMLElement} lines */
function place(location, ...lines) {
  const { latitude, longitude } = location;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  const coordinates = element("span", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
  const map = element("a", { href, target: "_blank", rel: "noopener noreferrer" }, word("openMap"));
  return element("div", { class: "card" }, ...lines, coordinates, map);
}

/** @param {Message} message @returns {Node[]} */
function quoted(message) {
  const original = message.reply_to_message;
  const text = original?.text ?? original?.caption;
  return text === undefined ? [] : [element("p", { class: "quoted" }, text)];
}

/** @param {Message} message */
function footer(message) {
  const via = message.via_bot?.username && `${word("via")} @${message.via_bot.username} · `;
  const edited = message.edit_date ? `${word("edited")} ` : "";
  return element("div", { class: "footer" }, via ?? "", edited, clockTime(message.edit_date ?? message.date));
}
