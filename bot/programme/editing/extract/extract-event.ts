import { fold } from "../../../text/fold.ts";
import type { Reading } from "../../../when/days.ts";
import type { Found } from "../../../when/span.ts";
import type { AttendanceMode } from "../../event.ts";
import { priceByWay } from "../../said-price-by-way.ts";
import { sectionOfTitle } from "../../section-of-title.ts";
import { guessDates } from "./extract-dates.ts";
import { guessLinks } from "./extract-links.ts";
import { guessPlace } from "./extract-place.ts";
import { guessPrice } from "./extract-price.ts";
import { guessProse } from "./extract-prose.ts";
import { guessStatus } from "./extract-status.ts";
import { guessAccessibility, guessAge, guessAudiences, guessHeldIn, guessLanguage } from "./extract-traits.ts";
import { guessWho } from "./extract-who.ts";
import { type Guess, type KnownName, type MarkedText, withPlainFigures } from "./extracted.ts";
import { findKnown, isForm } from "./known-names.ts";
import { guessTitle } from "./title/extract-title.ts";
import { findUnusedLines } from "./unused-lines.ts";

export interface Known {
  places: readonly KnownName[];
  institutions: readonly KnownName[];
  /** Houses of whoever pastes: of names that fit equally theirs go first. */
  ownHouses?: readonly number[];
}

/** Telegram's longest message has 4096 characters; longer texts are no posters. */
const readAtMost = 8_192;

const online = /(?<!\p{L})(?:онлайн|трансляци|прямо(?:й|го|м) эфир|стрим|туры эфир|online|live.?stream|streamed)/iu;
/** Tickets and their desks are online as well. */
const onlineSale =
  /онлайн-?\s?(?:билет|касс|запис|регистрац|оплат|покупк|заявк)|билет\p{L}{0,3} (?:онлайн|online)|online (?:tickets|booking|registration)|tickets online/giu;
/** Nothing but a stream is meant. */
const onlineOnly =
  /(?<!\p{L})(?:онлайн-(?:лекци|встреч|концерт|мастер-класс|урок|экскурси|показ|спектакл|формат|лектори)|в онлайн-?\s?формате|только онлайн|пройд[её]т онлайн|вебинар|онлайн форматта|online (?:only|event|lecture|talk|concert|workshop)|webinar)/iu;

/** Reads an event out of a whole text that was pasted or forwarded. Each guess is to be shown for correction. */
export function guessEvent(adorned: MarkedText, known: Known, reading: Reading): Guess {
  const marked = withPlainFigures(adorned, readAtMost);
  const { text } = marked;
  const entities = (marked.entities ?? []).filter(
    ({ offset, length }) => offset >= 0 && offset + length <= text.length,
  );
  const { dates, hours, endless, others, doubts, previousStartsAt } = guessDates(text, reading);
  const own = known.places
    .filter(({ houseId }) => houseId != null && known.ownHouses?.includes(houseId))
    .map(({ id }) => id);
  const links = guessLinks({ text, entities });
  const place = guessPlace(
    text,
    known.places,
    own,
    [...dates, ...links].map(({ at }) => at),
  );
  const named = guessPrice(text);
  const price = named && { ...named, value: priceByWay(named.value, text, place !== null) };
  const ageMin = guessAge(text);
  const institution = guessInstitution(text, known, place);
  const facts: Found<unknown>[] = [...dates, ...(place ? [place] : []), ...(ageMin ? [ageMin] : []), ...links];
  const names = [...(place ? [place.at] : []), ...(institution ? [institution.at] : [])];
  const title = guessTitle(
    { text, entities },
    [...facts, ...[...others, ...hours, ...doubts.map(({ at }) => at)].map((at) => ({ value: null, at }))],
    names,
    namesIn(text, known),
  );
  const status = guessStatus(text);
  const said = [...facts.map(({ at }) => at), ...hours, ...(endless ? [endless.at] : [])];
  const guess: Omit<Guess, "unused"> = {
    language: guessLanguage(text),
    title,
    // That it is off or moved is told in the line of its title, which stays in the text.
    ...guessProse(text, status === null ? title : null, said, price),
    who: guessWho(text),
    dates,
    hours,
    endless,
    doubts: doubts.map(({ value, at }) => ({ what: value, said: text.slice(at.start, at.end) })),
    status,
    previousStartsAt: status === "moved" ? previousStartsAt : null,
    place,
    institution,
    price,
    ageMin,
    links,
    section: (title && sectionOfTitle(title.value)) ?? sectionOfTitle(text) ?? null,
    attendanceMode: guessMode(
      text,
      place !== null,
      links.some(({ value }) => value.kind === "stream"),
    ),
    audiences: guessAudiences(text),
    accessibility: guessAccessibility(text),
    heldIn: guessHeldIn(text),
  };
  return { ...guess, unused: findUnusedLines(text, guess) };
}

/** Which folded words are names: those of places and houses, and what has a capital inside of a sentence of the text. */
function namesIn(text: string, { places, institutions }: Known): (folded: string) => boolean {
  const own = [...text.matchAll(/(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}{3,30}/gu)].map(([word]) => fold(word));
  return (folded) =>
    folded.length > 3 &&
    (own.some((word) => isForm(folded, word)) ||
      [...places, ...institutions].some(({ names }) =>
        names.some((name) =>
          (name.match(/(?<=[\p{L}.»]\s)\p{Lu}\p{Ll}{3,30}/gu) ?? []).some((word) => fold(word) === folded),
        ),
      ));
}

/** The house that is named, else the one whose home the place is. */
function guessInstitution(text: string, known: Known, place: Guess["place"]): Found<number> | null {
  const named = findKnown(text, known.institutions, known.ownHouses);
  if (named !== null || place === null || place.value.kind !== "known") return named;
  const { id } = place.value;
  const houseId = known.places.find((one) => one.id === id)?.houseId;
  return houseId == null ? null : { value: houseId, at: place.at };
}

/** Nothing is at home only because a word says "online": without a place it takes a stream, or a word that leaves no doubt. */
function guessMode(text: string, hasPlace: boolean, hasStream: boolean): AttendanceMode | null {
  const said = text.replaceAll(onlineSale, "");
  if (hasPlace) return hasStream || online.test(said) ? "mixed" : "on_site";
  return hasStream || onlineOnly.test(said) ? "online" : null;
}
