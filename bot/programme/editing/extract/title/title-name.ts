import { withCapital } from "../../../../text/plain-case.ts";
import type { Span } from "../../../../when/span.ts";
import { readStatus } from "../../../said-status.ts";
import { sectionOfTitle } from "../../../section-of-title.ts";
import { lettersOf } from "../letters.ts";
import {
  accusative,
  aside,
  edges,
  hashtags,
  invitation,
  kindBefore,
  kindBehind,
  kindTold,
  leading,
  mostAsides,
  numbered,
  predicate,
  quoted,
  tatarCase,
  toldInside,
  trailing,
} from "./title-words.ts";

/** What a sentence tells of behind its verb, by its quoted name or as it stands. */
export function toldIn(sentence: string, outside: string, piece: string): string | null {
  const verb = toldInside.exec(sentence);
  if (verb === null) return null;
  return nameIn(sentence, outside, piece) ?? sentence.slice(verb.index + verb[0].length);
}

/** «Милли китапханәдә язучы белән очрашу»: a house in the case of where begins a sentence about something else. */
export function behindPlace(piece: string, names: readonly Span[], at: Span): string | null {
  const first = names.find(({ start }) => !/\p{L}/u.test(piece.slice(0, Math.max(0, start - at.start))));
  if (first === undefined) return null;
  // «Смена»да: the case stands behind the quotes.
  const end =
    first.end - at.start + (/^[»"”](?:[дт][аә])(?!\p{L})/u.exec(piece.slice(first.end - at.start))?.[0].length ?? 0);
  const behind = trim(piece.slice(end));
  return /[дт][аә]$/u.test(piece.slice(0, end)) && lettersOf(behind).length > 7 ? behind : null;
}

/** «Г. Камал театрында «Галиябану»»: beside a house only the quotes are the title. */
export const isBesideHouse = (names: readonly Span[], piece: string, at: Span): boolean =>
  names.some(({ start }) => start - at.start < piece.search(quoted)) && quoted.test(piece);

const isToldKind = (source: string, start: number, end: number): boolean =>
  kindBehind.test(source.slice(end)) || kindBefore.test(source.slice(Math.max(0, start - 80), start).trimEnd());

/** The quoted name in a sentence that is no place or house, with the word before it that says what it is; null where nothing is quoted. */
export function nameIn(sentence: string, outside: string, source: string): string | null {
  const all = [...outside.matchAll(new RegExp(quoted, "gu"))];
  // «“Сәхнә” студиясе “Бичура” спектаклен күрсәтә»: of several the one that is said to be a thing to see.
  const found = all.find((one) => isToldKind(source, one.index, one.index + one[0].length)) ?? all[0];
  if (found === undefined) return null;
  // A name may have that of a place in it: «Ночь в Национальном музее».
  const match = { 0: source.slice(found.index, found.index + found[0].length), index: found.index };
  const told = kindTold.exec(source)?.[1];
  if (told) return tidy(withCapital(told));
  const invited = invitation.exec(sentence)?.[0].length ?? 0;
  const phrase = invited > 0 ? sentence.slice(invited, sentence.indexOf(match[0]) + match[0].length) : "";
  // «Приглашаем на новогодний концерт камерного хора «Аура»»: all of it is the name, where its first word stays as it is.
  if (
    /^(?!премьер)\p{Ll}{3,20}(?:ый|ий|ой|ые|ие|ь|[бвгджзклмнпрстфхцчшщ])\s/u.test(phrase) &&
    phrase.length <= 90 &&
    sectionOfTitle(phrase)
  )
    return tidy(withCapital(phrase));
  const kind = kindBefore.exec(source.slice(Math.max(0, match.index - 80), match.index).trimEnd())?.[1] ?? "";
  // In another case the kind is no part of a name: "на премьеру спектакля".
  const isNamed =
    kind !== "" &&
    /(?:спектакль|концерт|класс|фестиваль|праздник|вечер|показ|фильм|мюзикл|балет|ку|ию|чу|му|ру|[ая])$/iu.test(kind) &&
    !/спектакля$|концерта$/iu.test(kind);
  const behind = (kindBehind.exec(source.slice(match.index + match[0].length))?.[0] ?? "").replace(tatarCase, "");
  return tidy(`${isNamed ? `${kind} ` : ""}${match[0]}${behind}`);
}

/** A piece of a line without what stands around a name: hours, tags, numbers, ages and prices. */
export const trim = (piece: string): string =>
  withoutAsides(
    piece
      .replace(hashtags, "")
      .replace(/^\s*(?:в\s)?\d{1,2}[:.]\d\d\s*/u, "")
      .replace(numbered, "")
      .replace(/\s+/gu, " ")
      .trim(),
  )
    .replace(edges, "")
    .replace(trailing, "")
    .replace(edges, "");

function withoutAsides(piece: string): string {
  let left = piece;
  for (let count = 0; count < mostAsides; count += 1) left = left.replace(aside, "");
  return left;
}

/** A name without the verb of its sentence, in the nominative. */
export function tidy(title: string): string {
  let value = trim(readStatus(title.replace(predicate, "")).title).replace(leading, "");
  for (const [pattern, nominative] of accusative) value = value.replace(pattern, nominative);
  return value;
}
