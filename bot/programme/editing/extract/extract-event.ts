import type { Reading } from "../../../when/days.ts";
import { findDates } from "../../../when/parse/find-dates.ts";
import type { Found } from "../../../when/span.ts";
import type { AttendanceMode } from "../../event.ts";
import { sectionOfTitle } from "../../section-of-title.ts";
import { guessLinks } from "./extract-links.ts";
import { findKnown, guessPlace } from "./extract-place.ts";
import { guessPrice } from "./extract-price.ts";
import { guessProse, guessTitle } from "./extract-prose.ts";
import { guessAccessibility, guessAge, guessAudiences, guessLanguage } from "./extract-traits.ts";
import type { Guess, KnownName, MarkedText } from "./extracted.ts";

export interface Known {
  places: readonly KnownName[];
  institutions: readonly KnownName[];
}

/** Telegram's longest message has 4096 characters; longer texts are no posters. */
const readAtMost = 8_192;

const online = /(?<!\p{L})(?:онлайн|трансляци|прямо(?:й|го) эфир|стрим|туры эфир|online|live.?stream|streamed)/iu;

/** Reads an event out of a whole text that was pasted or forwarded. Each guess is to be shown for correction. */
export function guessEvent(marked: MarkedText, known: Known, reading: Reading): Guess {
  const text = marked.text.slice(0, readAtMost);
  const entities = (marked.entities ?? []).filter(
    ({ offset, length }) => offset >= 0 && offset + length <= text.length,
  );
  const dates = findDates(text, reading);
  const place = guessPlace(text, known.places);
  const price = guessPrice(text);
  const ageMin = guessAge(text);
  const links = guessLinks({ text, entities });
  const facts: Found<unknown>[] = [...dates, ...(place ? [place] : []), ...(ageMin ? [ageMin] : []), ...links];
  const title = guessTitle({ text, entities }, facts);
  return {
    language: guessLanguage(text),
    title,
    ...guessProse(text, title, [...facts, ...(price ? [price] : [])]),
    dates,
    place,
    institution: findKnown(text, known.institutions),
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
  };
}

function guessMode(text: string, hasPlace: boolean, hasStream: boolean): AttendanceMode | null {
  const isOnline = hasStream || online.test(text);
  if (hasPlace) return isOnline ? "mixed" : "on_site";
  return isOnline ? "online" : null;
}
