import { element } from "../element.js";
import { clockTime, word } from "../words/words.js";
import { formattedText } from "./formatted-text.js";
import { inlineKeyboard } from "./keyboards.js";
import { renderMedia } from "./media.js";
import { renderPoll } from "./poll.js";

/** @import { Location, MessageOrigin, Poll } from "@grammyjs/types" */
/** @import { PageMessage } from "../../door.ts" */
/** @import { Snapshot } from "../../snapshot.ts" */
/** @import { Press } from "./keyboards.js" */

/**
 * The bubble of one message, or of the messages of an album, the buttons below.
 * @param {readonly [PageMessage, ...PageMessage[]]} messages
 * @param {boolean} isMine
 * @param {ReadonlySet<string>} busy keys of buttons that wait for their answer
 * @param {Snapshot["votes"]} votes
 * @param {(press: Press) => void} onPress
 * @returns {Node[]}
 */
export function renderMessage(messages, isMine, busy, votes, onPress) {
  const [message] = messages;
  const sender = element("span", { class: "unseen" }, `${isMine ? word("you") : word("bot")}: `);
  const kind = message.has_protected_content ? "bubble protected" : "bubble";
  const body = message.poll ? [poll(message, message.poll, votes, onPress)] : content(messages);
  const bubble = element("div", { class: kind }, sender, ...heading(message), ...body, footer(message));
  const markup = message.reply_markup;
  return markup?.inline_keyboard.length
    ? [bubble, inlineKeyboard(markup, message.message_id, busy, onPress)]
    : [bubble];
}

/** @param {readonly [PageMessage, ...PageMessage[]]} messages @returns {Node[]} */
function content(messages) {
  const [message] = messages;
  if (message.text !== undefined) return [...linkPreview(message), textBlock(message)];
  const media = renderMedia(messages);
  if (media.length > 0) {
    const captions = messages.flatMap(caption);
    return message.show_caption_above_media ? [...captions, ...media] : [...media, ...captions];
  }
  if (message.sticker) return [element("p", { class: "sticker" }, message.sticker.emoji ?? word("sticker"))];
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

/** @param {PageMessage} message @param {Poll} poll @param {Snapshot["votes"]} votes @param {(press: Press) => void} onPress */
function poll({ message_id }, poll, votes, onPress) {
  return renderPoll(poll, votes[poll.id] ?? [], (chosen) => onPress({ kind: "vote", messageId: message_id, chosen }));
}

/** @param {PageMessage} message */
function textBlock(message) {
  return element("div", { class: "text" }, formattedText(message.text ?? "", message.entities));
}

/** @param {PageMessage} message @returns {Node[]} */
function caption(message) {
  if (!message.caption) return [];
  return [element("div", { class: "text" }, formattedText(message.caption, message.caption_entities))];
}

/** The picture that Telegram would fetch for the link; left out where it cannot be had. @param {PageMessage} message @returns {Node[]} */
function linkPreview(message) {
  const options = message.link_preview_options;
  if (options?.url === undefined || options.is_disabled) return [];
  const image = element("img", { class: "picture", src: options.url, alt: "", referrerpolicy: "no-referrer" });
  image.addEventListener("error", () => image.remove());
  return [image];
}

/** @param {Location} location @param {...HTMLElement} lines */
function place(location, ...lines) {
  const { latitude, longitude } = location;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  const coordinates = element("span", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
  const map = element("a", { href, target: "_blank", rel: "noopener noreferrer" }, word("openMap"));
  return element("div", { class: "card" }, ...lines, coordinates, map);
}

/** What stands over the content: whose words they are, and which ones they answer. @param {PageMessage} message @returns {Node[]} */
function heading({ forward_origin, reply_to_message }) {
  const text = reply_to_message?.text ?? reply_to_message?.caption;
  return [
    ...(forward_origin ? [element("p", { class: "hint" }, `${word("forwarded")}: ${originName(forward_origin)}`)] : []),
    ...(text === undefined ? [] : [element("p", { class: "quoted" }, text)]),
  ];
}

/** @param {MessageOrigin} origin */
function originName(origin) {
  switch (origin.type) {
    case "user":
      return origin.sender_user.first_name;
    case "hidden_user":
      return origin.sender_user_name;
    case "chat":
      return origin.sender_chat.title ?? "";
    case "channel":
      return origin.chat.title ?? "";
  }
}

/** @param {PageMessage} message */
function footer(message) {
  const via = message.via_bot?.username && `${word("via")} @${message.via_bot.username} · `;
  const edited = message.edit_date ? `${word("edited")} ` : "";
  const kept = message.has_protected_content ? [element("span", {}, `${word("protected")} · `)] : [];
  return element("div", { class: "footer" }, ...kept, via ?? "", edited, clockTime(message.edit_date ?? message.date));
}
