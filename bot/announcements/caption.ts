import type { Content, Entity } from "../delivery/content.ts";

/** Telegram's limit for the words under a file, after entities are parsed. */
export const longestCaption = 1_024;

type Words = Extract<Content, { kind: "text" }>;

/** The files of one content under the words of another; null where there is no file, or too many words for one. */
export function withCaption(media: Content, { text: caption, entities }: Words): Content | null {
  if (caption.length > longestCaption) return null;
  switch (media.kind) {
    case "text":
    case "poll":
      return null;
    case "album": {
      const place = placeOfCaption(media);
      const empty = { caption: "", entities: [] };
      return {
        ...media,
        items: media.items.map((item, index) => ({ ...item, ...(index === place ? { caption, entities } : empty) })),
      };
    }
    default:
      return { ...media, caption, entities };
  }
}

/** The words under a file as a message by themselves; null where there are none, or no file. */
export function captionAlone(content: Content): Words | null {
  const { text, entities } = captionOf(content);
  return text === "" ? null : { kind: "text", text, entities };
}

/** A file that came without words under the words of the one whose place it takes: otherwise it would wipe them. */
export function keepingCaption(before: Content, next: Content): Content {
  const words = captionAlone(before);
  return words === null || captionOf(next).text !== "" ? next : (withCaption(next, words) ?? next);
}

function captionOf(content: Content): { text: string; entities: Entity[] } {
  if (content.kind === "text" || content.kind === "poll") return { text: "", entities: [] };
  const file = content.kind === "album" ? content.items[placeOfCaption(content)] : content;
  return { text: file?.caption ?? "", entities: file?.entities ?? [] };
}

/** Telegram shows the one caption of an album under it: the place of the first file that has one, or else of the first. */
export const placeOfCaption = ({ items }: Extract<Content, { kind: "album" }>): number =>
  Math.max(
    0,
    items.findIndex(({ caption }) => caption !== ""),
  );
