import { element } from "../element.js";
import { fileSize, word } from "../words/words.js";

/** @import { Message } from "@grammyjs/types" */
/** @import { PageMessage } from "../../door.ts" */

/**
 * The files of one message or of an album, in the order of Telegram: pictures in a grid, the rest in lines.
 * @param {readonly PageMessage[]} messages
 * @returns {Node[]}
 */
export function renderMedia(messages) {
  const drawn = messages.flatMap((message) => draw(message) ?? []);
  const isGrid = drawn.length > 1 && messages.every(({ photo, video }) => photo ?? video);
  if (isGrid) {
    const label = `${word("album")}: ${drawn.length}`;
    return [element("div", { class: "album", role: "group", "aria-label": label }, ...drawn)];
  }
  return drawn;
}

/** @param {PageMessage} message @returns {HTMLElement | undefined} */
function draw(message) {
  const { photo, video, animation, audio, voice, document } = message;
  const name = message.caption ?? "";
  if (photo) {
    const largest = photo.at(-1);
    const src = largest && fileAddress(largest.file_id);
    // MAX tells no sizes.
    const size = { width: largest?.width || undefined, height: largest?.height || undefined };
    const image = element("img", {
      class: "picture",
      src,
      ...size,
      alt: name || word("photo"),
      referrerpolicy: "no-referrer",
    });
    image.addEventListener("error", () => image.remove());
    return image;
  }
  if (video) return film(video, { controls: true, preload: "metadata", "aria-label": name || word("video") });
  if (animation?.mime_type === "image/gif") {
    const { file_id, width, height } = animation;
    const alt = name || word("animation");
    return element("img", { class: "picture", src: fileAddress(file_id), width, height, alt });
  }
  if (animation) {
    // Not by itself: whatever moves for more than five seconds must be stoppable (WCAG 2.2.2), and here it is.
    return film(animation, { controls: true, muted: true, loop: true, "aria-label": name || word("animation") });
  }
  if (audio) {
    const title = [audio.performer, audio.title].filter(Boolean).join(" – ") || audio.file_name || word("audio");
    return sound(audio.file_id, title);
  }
  if (voice) return sound(voice.file_id, word("voice"));
  return document && file(document, message.has_protected_content === true);
}

/** @param {{ file_id: string, width: number, height: number }} film @param {Record<string, string | boolean>} attributes */
function film({ file_id, width, height }, attributes) {
  return element("video", { class: "picture", src: fileAddress(file_id), width, height, ...attributes });
}

/** @param {string} fileId @param {string} title */
function sound(fileId, title) {
  const player = element("audio", {
    controls: true,
    preload: "metadata",
    src: fileAddress(fileId),
    "aria-label": title,
  });
  return element("div", { class: "card sound" }, element("strong", {}, title), player);
}

/** @param {NonNullable<Message["document"]>} document @param {boolean} isProtected */
function file(document, isProtected) {
  const name = document.file_name ?? document.file_id;
  const size = document.file_size === undefined ? "" : ` · ${fileSize(document.file_size)}`;
  const title = element("strong", {}, name);
  if (isProtected) return element("p", { class: "card" }, title, element("span", {}, `${word("file")}${size}`));
  const href = fileAddress(document.file_id);
  // A browser shows a PDF by itself, beside the chat and not instead of it; it can be saved from there.
  const isPdf = document.mime_type === "application/pdf";
  const way = isPdf ? { target: "_blank", rel: "noopener" } : { download: name };
  const note = element("span", {}, `${word(isPdf ? "open" : "download")}${size}`);
  return element("a", { class: "card", href, ...way }, title, note);
}

/** @param {string} fileId */
function fileAddress(fileId) {
  // A picture may be named by where it lies.
  return /^https?:/.test(fileId) ? fileId : `/playground/files/${encodeURIComponent(fileId)}`;
}
