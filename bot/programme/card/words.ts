import { formatAnswered } from "../../questions/words.ts";
import { formatAge } from "../../words/age.ts";
import { capitalise, lowerFirst } from "../../words/capitalise.ts";
import { beginning, cutAtWord } from "../../words/cut.ts";
import { formatHeldIn } from "../../words/held-in.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import { type ChosenFields, chooseFields, type Language, type Texts, textIn } from "../../words/language.ts";
import { languageLine } from "../../words/language-line.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatPrices } from "../../words/price.ts";
import { formatOwnTime } from "../../words/time/own-clock.ts";
import { formatRelative } from "../../words/time/relative.ts";
import { formatWhen } from "../../words/time/when.ts";
import { formatWhere } from "../../words/where.ts";
import { ageRatings, type EventWords } from "../event.ts";
import type { ListReader } from "../listing/words.ts";
import type { Card } from "./card.ts";

/** Summary and body together show so much at first: a phone has room for what matters and the buttons. */
const shortText = 120;

/** Fewer characters of a body than this say nothing. */
const leastBody = 60;

/** Telegram's 4096 with room for the line about the language. */
const longestCard = 3_900;

/** What a source may make as long as it likes, shown up to so many characters. */
const longest = { title: 256, who: 256, summary: 700, where: 320, reason: 200 } as const;

/** The text of a card; `whole`: with all of its description. */
export function formatCard(card: Card, reader: ListReader, whole: boolean): Html {
  const { t, now } = reader;
  const chosen = wordsOf(card.texts, t.language);
  const words = chosen.fields;
  const head = joinLines(
    html`<b>${cutAtWord(words.title, longest.title)}</b>`,
    kindLine(card, t),
    "",
    statusLine(card, reader),
    whenLine(card, reader),
    cutAtWord(whereLine(card, t) ?? "", longest.where) || null,
    facts([formatPrices(card, t), ...card.accessibility.map((kind) => t(`accessibility.${kind}`))]),
    card.isConversation ? t("card.conversation") : null,
    words.who ? t("card.who", { who: cutAtWord(words.who, longest.who) }) : null,
    hasRecording(card) && card.endsAt <= now ? t("card.recording_is_there") : null,
    card.rating === null ? null : t("card.rating", card.rating),
    words.summary ? `\n${cutAtWord(words.summary, longest.summary)}` : null,
  );
  const answers = card.answered.length > 0 && card.endsAt <= now ? html`\n${formatAnswered(card.answered, t)}` : null;
  const taken = String(head).length + String(answers ?? "").length;
  const room = whole ? Math.max(longestCard - taken, shortText) : roomForBody(words);
  return joinLines(
    head,
    words.body && room > 0 ? `\n${cutAtSentence(words.body, room)}` : null,
    answers,
    languageLine({ title: chosen.languages.title, text: chosen.languages.body ?? chosen.languages.summary }, t),
  );
}

/** The card in simple mode: what, when, where, how much; a line each. */
export function formatSimpleCard(card: Card, reader: ListReader): Html {
  const { t } = reader;
  return joinLines(
    html`<b>${cutAtWord(titleOf(card, t.language), longest.title)}</b>`,
    "",
    statusLine(card, reader),
    whenLine(card, reader),
    cutAtWord(whereLine(card, t) ?? "", longest.where) || null,
    facts([formatPrices(card, t)]),
    posterLine(card, t),
  );
}

/** What is on the poster, for those who have it read to them. */
function posterLine({ posterUrl, texts }: Card, t: Translate): string | null {
  const { posterAlt } = wordsOf(texts, t.language).fields;
  return posterUrl === null || !posterAlt ? null : t("card.poster_alt", { what: cutAtWord(posterAlt, 200) });
}

/** The title in the reader's language, or in the next one. */
export const titleOf = (card: Card, language: Language): string => wordsOf(card.texts, language).fields.title;

/** Whether the card has more text than it shows at first. */
export function hasMore(card: Card, language: Language): boolean {
  const words = wordsOf(card.texts, language).fields;
  return (words.body ?? "").length > roomForBody(words);
}

/** Characters of a body that are shown at first: what the summary leaves. */
function roomForBody({ summary = "" }: EventWords): number {
  const left = shortText - summary.length;
  return left < leastBody ? 0 : left;
}

export const hasRecording = (card: Card): boolean => card.links.some(({ kind }) => kind === "recording");

/** Each field in the reader's language or the next one that has it. An event without any text is a broken row. */
export function wordsOf(texts: Texts<EventWords>, language: Language): ChosenFields<EventWords> {
  const chosen = chooseFields(texts, language);
  if (chosen === undefined) throw new Error("an event has a text in one language at least");
  return chosen;
}

/** "Опера · 12+ · на итальянском" */
function kindLine(card: Card, t: Translate): Html | null {
  const age = ageRatings.find((rating) => rating === card.ageMin);
  return facts([
    t(`section.${card.section}`),
    age === undefined ? null : formatAge(age, t),
    card.heldIn === null ? null : formatHeldIn(card.heldIn, t),
    ...card.audiences.map((audience) => lowerFirst(t(`audience.${audience}`))),
  ]);
}

function statusLine(card: Card, { t, zone, now }: ListReader): Html | null {
  if (card.status === "scheduled") return null;
  const previous = card.previousStartsAt;
  if (card.status !== "moved")
    return joinLines(html`<b>${t(`occurrence_status.${card.status}`)}</b>`, reasonLine(card, t));
  if (previous === null) return html`<b>${capitalise(t("mark.moved"))}</b>`;
  const when = formatWhen(
    { startsAt: previous, endsAt: previous, hasStartTime: true, hasEndTime: false },
    t,
    zone,
    now,
  );
  return html`<b>${t("occurrence_status.moved", { when })}</b>`;
}

/** Why a date is off, where staff said so: in the reader's language or the next one. */
export function reasonLine({ reasons }: Pick<Card, "reasons">, t: Translate): string | null {
  const reason = textIn(reasons, t.language);
  return reason === undefined ? null : t("card.reason", { reason: cutAtWord(reason, longest.reason) });
}

function whenLine(card: Card, reader: ListReader): string {
  const { t, zone, now } = reader;
  const own = card.hasStartTime && !isLong(card) ? formatOwnTime(card.startsAt, reader) : null;
  const inCity = capitalise(formatWhen(card, t, zone, now));
  const when = own === null ? inCity : t("date.with_yours", { when: inCity, yours: own });
  const calledOff = card.status === "cancelled" || card.status === "postponed";
  const relative = calledOff ? null : formatRelative(card, t, zone, now);
  return relative === null ? when : t("card.when_and_relative", { when, relative });
}

/** What lasts for days is told by days, which are the same everywhere. */
const isLong = ({ startsAt, endsAt }: Card): boolean => endsAt.getTime() - startsAt.getTime() > 24 * 3_600_000;

/** Venue and address, or that it is online. */
export function whereLine(card: Card, t: Translate): string | null {
  const institution = textIn(card.institution, t.language);
  const place = card.place && chooseFields(card.place.texts, t.language)?.fields;
  const where = place && formatWhere(place, t);
  if (card.attendanceMode === "on_site") return where ?? institution ?? null;
  const online =
    institution && !where ? t("card.line", { first: t("card.online"), second: institution }) : t("card.online");
  return where ? t("card.line", { first: where, second: t("mode.online") }) : online;
}

function facts(parts: (string | null)[]): Html | null {
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? null : html`${capitalise(present.join(" · "))}`;
}

/** Cuts a text at the end of a sentence, else of a word. */
function cutAtSentence(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = beginning(text, limit);
  const sentence = Math.max(
    head.lastIndexOf(". "),
    head.lastIndexOf("! "),
    head.lastIndexOf("? "),
    head.lastIndexOf(".\n"),
  );
  if (sentence > limit / 2) return `${head.slice(0, sentence + 1)} …`;
  return cutAtWord(text, limit);
}
