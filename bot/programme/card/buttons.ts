import type { InlineKeyboardButton } from "grammy/types";
import { deepLink, shareLink } from "../../doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../doors/telegram/screen/keyboard.ts";
import { isButtonUrl } from "../../net/web-address.ts";
import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatWhen } from "../../words/time/when.ts";
import type { LinkKind } from "../event.ts";
import type { ListReader } from "../listing/words.ts";
import type { Card } from "./card.ts";
import { watchLink } from "./watch-link.ts";
import { titleOf } from "./words.ts";

const labels = {
  stream: "button.watch",
  recording: "button.recording",
  ticket: "button.tickets",
  site: "button.site",
} as const;

/** Buttons that lead out, the most wanted first: watch, recording, tickets, site; each only while it is of use. */
export function linkButtons(card: Card, { t, now }: ListReader, publicUrl: string | undefined): InlineKeyboardButton[] {
  const over = card.endsAt <= now;
  const calledOff = card.status === "cancelled" || card.status === "postponed";
  const useful: Record<LinkKind, boolean> = {
    stream: !over && !calledOff,
    recording: true,
    ticket: !over && !calledOff,
    site: true,
  };
  const kinds: LinkKind[] = ["stream", "recording", "ticket", "site"];
  return kinds.flatMap((kind) => {
    const url = kind === "stream" ? watchLink(card, publicUrl) : linkOf(card, kind);
    return url !== undefined && useful[kind] ? [urlButton(t(labels[kind]), url)] : [];
  });
}

const linkOf = ({ links }: Card, of: LinkKind): string | undefined =>
  links.find(({ kind, url }) => kind === of && isButtonUrl(url))?.url;

/** The stream, where there is one that a button may lead to. */
export function watchButton(card: Card, t: Translate, publicUrl: string | undefined): { text: string; url: string }[] {
  const url = watchLink(card, publicUrl);
  return url === undefined ? [] : [{ text: t("button.watch"), url }];
}

/** Opens the messenger's own list of chats with a link that leads to this card. */
export function shareButton(card: Card, { t, zone, now }: ListReader, botUsername: string): InlineKeyboardButton {
  const link = deepLink(botUsername, { kind: "occurrence", id: card.occurrenceId });
  // Each Cyrillic letter is six characters of an address.
  const title = cutAtWord(titleOf(card, t.language), 120);
  const text = t("card.share_text", { title, when: formatWhen(card, t, zone, now) });
  return urlButton(t("button.share"), shareLink(botUsername, { url: link, text }));
}
