import type { AlbumItem, Content, Entity } from "../delivery/content.ts";
import type { DeliveryButton } from "../delivery/delivery.ts";
import { button, urlButton, wideButton } from "../doors/telegram/screen/keyboard.ts";
import { capitalise } from "../words/capitalise.ts";
import { type Language, languages, type Texts } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import type { AnnouncementButton } from "./announcement.ts";
import {
  announcedBallotCallback,
  announcedCallback,
  announcedCourseCallback,
  announcedEventCallback,
  muteAnnouncementsCallback,
  muteByAnnouncementCallback,
  type Opened,
} from "./callbacks.ts";
import { longestCaption, placeOfCaption } from "./caption.ts";
import type { ToldClass } from "./sending/class-message-store.ts";
import type { Announced } from "./sending/text-store.ts";

/** Telegram's limits, after entities are parsed. */
const longest = { text: 4_096, caption: longestCaption };

/** An announcement in somebody's language, or else in the next one and said so; null when it has no text at all. */
export function writeAnnouncement(
  { id, texts, buttons, isToOwnClass }: Announced,
  t: Translate,
): { content: Content; keyboard: DeliveryButton[][] } | null {
  const found = inLanguage(texts, t.language);
  if (found === undefined) return null;
  const { content, language } = found;
  const isOther = language !== t.language;
  const said = isOther
    ? withLine(content, capitalise(t("announcement.only_in", { language: t(`language.held_in.${language}`) })))
    : content;
  let place = 0;
  const keyboard = buttons.map((row) => row.map((each) => buttonOf(each, { id, place: place++ }, t.language)));
  if (isToOwnClass) return { content: said, keyboard };
  // Under an album there are no buttons: the words say how.
  if (said.kind === "album") return { content: withLine(said, t("announcement.how_to_mute"), "below"), keyboard: [] };
  return {
    content: said,
    keyboard: [...keyboard, [button(t("announcement.mute"), muting(id))]],
  };
}

const muting = (id: number | null): string =>
  id === null ? muteAnnouncementsCallback.data(null) : muteByAnnouncementCallback.data(id);

/** What a teacher wrote, under the name of the class. */
export function writeClassMessage({ content, titles }: Omit<ToldClass, "groupId">, t: Translate): Content {
  const title = inLanguage(titles, t.language)?.content;
  return title === undefined ? content : withLine(content, t("announcement.from_class", { title }));
}

/** What there is in one's own language, or else in the next one. */
export function inLanguage<T>(texts: Texts<T>, own: Language): { content: T; language: Language } | undefined {
  for (const language of [own, ...languages]) {
    const content = texts[language];
    if (content !== undefined) return { content, language };
  }
  return undefined;
}

/** A button with its announcement and its place there, so that presses can be counted. */
function buttonOf(each: AnnouncementButton, { id, place }: Place, own: Language): DeliveryButton {
  const label = inLanguage(each.label, own)?.content ?? "…";
  if ("url" in each) return urlButton(label, each.url);
  if ("voteId" in each) return wideButton(label, announcedBallotCallback.data(each));
  const opens: Opened = "eventId" in each ? { kind: "event", id: each.eventId } : { kind: "course", id: each.courseId };
  if (id !== null) return button(label, announcedCallback.data({ announcementId: id, place, opens }));
  const callback = opens.kind === "event" ? announcedEventCallback : announcedCourseCallback;
  return button(label, callback.data(opens.id));
}

interface Place {
  id: number | null;
  place: number;
}

/** Content with a line above or below it, unless it were too long then; a poll has no place for one. */
export function withLine(content: Content, line: string, where: "above" | "below" = "above"): Content {
  switch (content.kind) {
    case "poll":
      return content;
    case "text": {
      const { text, entities } = lined(content.text, content.entities, line, where, longest.text);
      return { ...content, text, entities };
    }
    case "album": {
      const index = placeOfCaption(content);
      return { ...content, items: content.items.map((item, n) => (n === index ? captioned(item, line, where) : item)) };
    }
    default:
      return captioned(content, line, where);
  }
}

function captioned<T extends Pick<AlbumItem, "caption" | "entities">>(
  file: T,
  line: string,
  where: "above" | "below",
): T {
  const { text: caption, entities } = lined(file.caption, file.entities, line, where, longest.caption);
  return { ...file, caption, entities };
}

/** Telegram counts offsets in UTF-16 units, as strings here do. */
function lined(text: string, entities: Entity[], line: string, where: "above" | "below", most: number) {
  const joined = [where === "above" ? [line, text] : [text, line]]
    .flat()
    .filter((part) => part !== "")
    .join("\n\n");
  if (joined.length > most) return { text, entities };
  const offset = where === "above" || text === "" ? 0 : joined.length - line.length;
  const shift = where === "above" ? joined.length - text.length : 0;
  const shifted = entities.map((entity) => ({ ...entity, offset: entity.offset + shift }));
  return { text: joined, entities: [...shifted, { type: "italic", offset, length: line.length }] };
}
