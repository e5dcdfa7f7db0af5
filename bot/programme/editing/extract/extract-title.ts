import { plainCase } from "../../../text/plain-case.ts";
import { type Found, overlaps, type Span } from "../../../when/span.ts";
import { capitalise } from "../../../words/capitalise.ts";
import { readStatus } from "../../said-status.ts";
import { sectionOfTitle } from "../../section-of-title.ts";
import { linesOf, type MarkedText } from "./extracted.ts";
import { isHouse } from "./known-names.ts";
import { lettersOf, ownLettersOf } from "./letters.ts";
import { sentencesOf } from "./sentences.ts";

const longestTitle = 150;
/** Characters of a line in which a title is looked for. */
const longestLine = 1_500;
/** Lines in which a title is looked for. */
const headLines = 10;
/** Lines that call for attention and name nothing. */
const calls =
  /^(?:афиша|анонс|внимание|дорогие|уважаемые|друзья|добрый (?:день|вечер)|здравствуйте|привет|ура|успейте|спешите|не пропустите|напоминаем|скоро|форвард|переслано|осталось|билеты в продаже|в продаже|кадерле|хөрмәтле|дуслар|игътибар|исәнмесез|сәлам|dear|hello|hi(?!\p{L})|hurry|don.t miss|announcement|save the date|you are invited|join us|премьера[!.\s]*$|сегодня|завтра|tonight|today|tomorrow|бүген|иртәгә)(?!\p{L})/iu;
/** What leads to a title in a sentence that invites. */
const invitation =
  /^(?:(?:открыта|открыт|идёт|ид[её]т|началась|начался|продолжается|стартует)\s(?:регистрация|запись|при[её]м заявок)\sна\s|(?:мы\s)?(?:рады\s)?(?:приглаша\p{L}*|позва\p{L}*|зов[её]м|жд[её]м)\s(?:вас\s|всех\s|сезне\s)?(?:желающих\s)?(?:и\s\p{L}+\s)?(?:принять участие в|посетить|на|в|к)\s|(?:we\s)?invite\s(?:you\s)?to\s|join us (?:for|at)\s|come to\s|состоится\s|пройд[её]т\s|сезне\s)/iu;
/** What a title ends with in a sentence: "… состоится". */
const predicate =
  /,?\s(?:назначенн\p{L}{1,2}|запланированн\p{L}{1,2}|состоится|пройд[её]т|пройдут|начн[её]тся|открывается|ждёт вас|ждет вас|переносится|перенес[её]н[аоы]?|отменяется|отмен[её]н[аоы]?|булачак|була|уза|узачак|чакыра|күчерелә|күчерелде|кичектерелә|starts|takes place|is cancelled|has been (?:postponed|moved|cancelled|rescheduled))[\s.]*$/iu;
/** What is told of in the middle of a sentence, behind its verb: «в клубе состоится лекция о Тукае». */
const toldInside =
  /\s(?:состоится|состоятся|пройд[её]т|пройдут|покажут|откроется|will host|takes place|булачак|уза)\s(?=\p{L}|[«"“„])/iu;
/** Before the title: "5 декабря |", "18:30 —". A run of signs is tried from its first one alone, else it takes its square. */
const edges = /^[^\p{L}\p{N}«"„“(]+|(?<![^\p{L}\p{N}»"”“)!?…%₽])[^\p{L}\p{N}»"”“)!?…%₽]+$/gu;
/** The number of a name in a list: "2. Лекция", "2) Лекция", "2️⃣ «Щелкунчик»". */
const numbered = /^\s*\d{1,2}(?:\s?[.)]\s+(?=[\p{L}«"“„])|\s+(?=[«"“„]))/u;
/** Prepositions that led to a date. */
const trailing = /(?<![\s,])[\s,]+(?:в|во|с|по|до|на|и|начало|at|on|from|and)$/iu;
const leading = /^(?:в|во|на|начало|at|on|from)\s+(?=[«"\p{Lu}])/iu;
/** A sentence about what is done this time, below the name of a club or a series. */
const isDone =
  /^(?:обсуждаем|обсудим|говорим|поговорим|читаем|почитаем|смотрим|посмотрим|узнаем|разбираем|разбер[её]м|рассказываем|расскажем|встречаемся|вспоминаем|учимся|укыйбыз|сөйләшәбез|карыйбыз|фикерләшәбез|we (?:discuss|talk|read|watch|meet))(?!\p{L})/iu;
/** Told by Telegram above what was forwarded, or by whoever passes it on. */
const forwarded = /^[^\p{L}]*(?:переслан|репост|forwarded|башка каналдан)/iu;
const prices = /^[^\p{L}]*(?:цена|билеты?|стоимость|вход|бәя|керү|tickets?|admission|entry|price)(?!\p{L})/iu;
/** Behind a name at the end of its line: an age, a price or "free", which are told elsewhere. */
const aside =
  /\s*[|,;/·•(.—–-]\s*(?:(?:от|до|по|from)\s)?(?:\d{1,2}\s?\+|(?:rub|[€$₽])\s?\d[\d\s.,–-]{0,15}|\d[\d\s.,–-]{0,15}\s?(?:₽|руб\p{L}{0,5}\.?|р\.?|сум|rub|€|\$)|бесплатно|вход (?:свободный|бесплатный)|free(?: entry| admission)?|керү ирекле|бушлай|түләүсез)\s*\)?[.!\s]*$/iu;
/** The most asides that stand behind one name. */
const mostAsides = 3;
const hashtags = /(?:^|\s)#[\p{L}\p{N}_]+/gu;
const quoted = /[«"“„][^«»"“”„\n]{2,120}[»"”“]/u;
/** "на лекцию", "на премьеру": the kind of a thing, as a title has it. */
const kindBefore =
  /(?<!\p{L})((?:\p{L}+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s){0,2}(?:спектакл[ьяею]|концерт\p{L}{0,2}|выставк\p{L}{1,2}|лекци\p{L}{1,2}|экскурси\p{L}{1,2}|мастер-класс\p{L}{0,2}|фестивал\p{L}{1,2}|праздник\p{L}{0,2}|вечер\p{L}{0,2}|программ\p{L}{1,2}|встреч\p{L}{1,2}|показ\p{L}{0,2}|фильм\p{L}{0,2}|мюзикл\p{L}{0,2}|опер\p{L}{1,2}|балет\p{L}{0,2}))\s*$/iu;
/** What stands behind a quoted name in Tatar: «Алтын бишек» күргәзмәсе. */
const kindBehind =
  /^\s(?:\p{L}{3,15}\s)?(?:спектакле|концерты|күргәзмәсе|кичәсе|бәйрәме|драмасы|комедиясе|фильмы|тамашасы|очрашуы|лекциясе|фестивале|остаханәсе|экскурсиясе|балы)(?:н[аәе]|н[дт][ае])?(?!\p{L})/iu;
/** What it is behind "пройдёт", with its name: "презентация книги Рустема Гильманова «Тихая вода»". */
const kindTold =
  /(?<!\p{L})(?:состоится|состоятся|пройд[её]т|пройдут|покажут|представят|начн[её]тся|откроется)\s(\p{Ll}[^«»"“”„.!?;:\n]{2,80}[«"“„][^«»"“”„\n]{2,120}[»”"“])/iu;
/** Cases of a kind that stands behind its name in Tatar. */
const tatarCase = /(?<=(?:се|сы|ме|ле|ты|мы|уы))н(?:ә|а|е|ы|дә|да)$/u;
/** A name that a sentence explains: "«Как рождается сказка»: писатель расскажет". */
const explained = /^[«"“„][^»”"“\n]{2,120}[»”"“](?=\s?[:—–-]\s)/u;
/** A first word in the accusative, as behind "приглашаем на". */
const accusative: readonly (readonly [RegExp, string])[] = [
  [/^(лекци|экскурси)ю(?!\p{L})/iu, "$1я"],
  [
    /^(выставк|встреч|премьер|программ|прогулк|ярмарк|игр|ёлк|елк|вечеринк|дискотек|презентаци?|постановк|опер)[ую](?!\p{L})/iu,
    "$1а",
  ],
];

interface Candidate {
  value: string;
  at: Span;
  score: number;
}

/**
 * The title: of the names in the first lines the likeliest, which is bold, or stands first, has quotes or the word for a kind of
 * event, and neither calls nor invites. `names`: where places and houses stand, which are no titles.
 */
export function guessTitle(
  { text, entities = [] }: MarkedText,
  facts: readonly Found<unknown>[],
  names: readonly Span[] = [],
  isName: (folded: string) => boolean = () => false,
): Found<string> | null {
  const lines = linesOf(text)
    .slice(0, headLines)
    .map(({ value, at }) => ({ value: plainCase(value.slice(0, longestLine), isName), at }));
  const horizon = lines.at(4)?.at.end ?? text.length;
  const bold = entities
    .filter(({ type, offset }) => type === "bold" && offset < horizon)
    .flatMap(({ offset, length }) =>
      linesOf(text.slice(offset, offset + length)).map(({ value, at }) => ({
        value,
        at: { start: at.start + offset, end: at.end + offset },
      })),
    );
  const found: Candidate[] = [
    ...bold.flatMap(({ value, at }) =>
      candidatesOf(value, at, facts, names).map((one) => ({ ...one, score: one.score + 4 })),
    ),
    ...lines.flatMap(({ value, at }, index) =>
      candidatesOf(value, at, facts, names).map((one) => ({
        ...one,
        score: one.score + Math.max(0, 3 - index),
      })),
    ),
  ];
  const [best] = found.sort((one, other) => other.score - one.score || one.at.start - other.at.start);
  if (best === undefined) return null;
  const kind = kindAbove(text, best, facts);
  const value = kind === null ? best.value : `${kind.value} ${best.value}`;
  return {
    value: capitalise(plainCase(value, isName)),
    at: { start: kind?.at.start ?? best.at.start, end: best.at.end },
  };
}

/** «БОЛЬШОЙ КОНЦЕРТ» alone on the line right above a name in quotes that is alone on its own. */
function kindAbove(text: string, { value, at }: Candidate, facts: readonly Found<unknown>[]): Found<string> | null {
  if (!/^[«"“„][^«»"“”„]{2,120}[»"”“]$/u.test(value)) return null;
  const own = text.slice(text.lastIndexOf("\n", at.start) + 1, at.end).replace(/^[^\p{L}«"“„]+/u, "");
  const said =
    /(?<=^|\n)([^\n«»"“”„!?.:;,]{5,60})\r?\n[^\n]*$/u.exec(
      text.slice(Math.max(0, at.start - 200), at.start + 1),
    )?.[1] ?? "";
  const line = trim(said).replace(invitation, "");
  if (!own.startsWith(value) || line.length > 30 || calls.test(line) || isHouse(line)) return null;
  const start = text.lastIndexOf(line, at.start);
  const span = { start, end: start + line.length };
  const isFree = line !== "" && !facts.some((fact) => overlaps(fact.at, span));
  return isFree && sectionOfTitle(line) !== undefined && kindBefore.test(line) ? { value: line, at: span } : null;
}

/** The names that a line may have between the dates, addresses and places in it. */
function candidatesOf(line: string, at: Span, facts: readonly Found<unknown>[], names: readonly Span[]): Candidate[] {
  const inside = facts.filter((fact) => overlaps(fact.at, at));
  if (inside.some((fact) => fact.at.start <= at.start && fact.at.end >= at.end) || prices.test(line)) return [];
  if (forwarded.test(line)) return [];
  const cuts = inside.filter(({ value }) => isCut(value)).sort((one, other) => one.at.start - other.at.start);
  const bounds = [at.start, ...cuts.flatMap((cut) => [cut.at.start, cut.at.end]), at.end];
  const found: Candidate[] = [];
  for (let index = 0; index < bounds.length; index += 2) {
    const from = Math.max(at.start, bounds[index] ?? 0);
    const piece = line.slice(from - at.start, Math.max(from, bounds[index + 1] ?? 0) - at.start);
    // A paragraph is looked through sentence by sentence.
    for (const sentence of piece.length > longestTitle || /[!?]\s+\p{Lu}/u.test(piece)
      ? sentencesOf(piece)
      : [{ value: piece, at: { start: 0, end: piece.length } }]) {
      const span = { start: from + sentence.at.start, end: from + sentence.at.end };
      const candidate = candidateOf(sentence.value, span, names);
      if (candidate) found.push(candidate);
    }
  }
  return found;
}

function candidateOf(piece: string, at: Span, names: readonly Span[]): Candidate | null {
  const trimmed = trim(piece);
  if (lettersOf(trimmed).length < 3 || ownLettersOf(trimmed) === "") return null;
  // What is nothing but a place or a house names no event.
  const inNames = names.filter((one) => overlaps(one, at));
  const outside = inNames.reduce((left, one) => {
    const [from, to] = [Math.max(0, one.start - at.start), Math.max(0, one.end - at.start)];
    return left.slice(0, from) + " ".repeat(Math.max(0, Math.min(to, left.length) - from)) + left.slice(to);
  }, piece);
  if (inNames.length > 0 && ownLettersOf(trim(outside)).length < 4) return null;
  const name = explained.exec(piece.trimStart());
  if (name) {
    const start = at.start + piece.length - piece.trimStart().length;
    return { value: tidy(name[0]), at: { start, end: start + name[0].length }, score: 4 };
  }
  if (isHouse(trimmed)) return null;
  const isCall = calls.test(trimmed);
  const isInviting = invitation.test(trimmed);
  const inQuotes = quoted.exec(piece);
  const title =
    isInviting || isCall || trimmed.length > 90 || isBesideHouse(inNames, piece, at)
      ? nameIn(trimmed, outside)
      : (toldIn(trimmed, outside) ?? behindPlace(piece, inNames, at) ?? trimmed);
  if (title === null && isCall) return null;
  const value = tidy(title ?? trimmed.replace(invitation, ""));
  if (lettersOf(value).length < 3) return null;
  const score =
    (inQuotes ? 3 : 0) +
    (sectionOfTitle(value) ? 1 : 0) +
    (isCall && title === null ? -5 : 0) +
    (isInviting ? -0.5 : 0) +
    (isDone.test(trimmed) ? -4 : 0) +
    (/!$/u.test(trimmed) && !inQuotes ? -1.5 : 0) +
    (value.length > 100 ? -2 : 0);
  return { value: capped(value), at, score };
}

/** What a sentence tells of behind its verb, by its quoted name or as it stands. */
function toldIn(sentence: string, outside: string): string | null {
  const verb = toldInside.exec(sentence);
  if (verb === null) return null;
  return nameIn(sentence, outside) ?? sentence.slice(verb.index + verb[0].length);
}

/** «Милли китапханәдә язучы белән очрашу»: a house in the case of where begins a sentence about something else. */
function behindPlace(piece: string, names: readonly Span[], at: Span): string | null {
  const first = names.find(({ start }) => !/\p{L}/u.test(piece.slice(0, Math.max(0, start - at.start))));
  const said = first && piece.slice(Math.max(0, first.start - at.start), first.end - at.start);
  const behind = first && trim(piece.slice(first.end - at.start));
  return said && behind && /[дт][аә]$/u.test(said) && lettersOf(behind).length > 7 ? behind : null;
}

/** «Г. Камал театрында «Галиябану»»: beside a house only the quotes are the title. */
const isBesideHouse = (names: readonly Span[], piece: string, at: Span): boolean =>
  names.some(({ start }) => start - at.start < piece.search(quoted)) && quoted.test(piece);

/** The quoted name in a sentence, with the word before it that says what it is; null where nothing is quoted. */
function nameIn(sentence: string, outside: string): string | null {
  const match = quoted.exec(outside) ?? quoted.exec(sentence);
  if (match === null) return null;
  const source = quoted.test(outside) ? outside : sentence;
  const told = kindTold.exec(source)?.[1];
  if (told) return tidy(told.charAt(0).toUpperCase() + told.slice(1));
  const kind = kindBefore.exec(source.slice(Math.max(0, match.index - 80), match.index).trimEnd())?.[1] ?? "";
  // In another case the kind is no part of a name: "на премьеру спектакля".
  const isNamed =
    kind !== "" &&
    /(?:спектакль|концерт|класс|фестиваль|праздник|вечер|показ|фильм|мюзикл|балет|ку|ию|чу|му|ру|[ая])$/iu.test(kind) &&
    !/спектакля$|концерта$/iu.test(kind);
  const behind = (kindBehind.exec(source.slice(match.index + match[0].length))?.[0] ?? "").replace(tatarCase, "");
  return tidy(`${isNamed ? `${kind} ` : ""}${match[0]}${behind}`);
}

const trim = (piece: string): string =>
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

function tidy(title: string): string {
  let value = trim(readStatus(title.replace(predicate, "")).title).replace(leading, "");
  for (const [pattern, nominative] of accusative) value = value.replace(pattern, nominative);
  return value;
}

function capped(title: string): string {
  if (title.length <= longestTitle) return title;
  const sentence = /^.{10,150}?[.!?…](?=\s)/u.exec(title)?.[0].replace(/\.$/u, "");
  return sentence ?? `${title.slice(0, longestTitle - 1).replace(/\s\S*$/u, "")}…`;
}

/** A place may be part of a name, a date, an age or an address is not. */
const isCut = (value: unknown): boolean =>
  typeof value !== "object" || value === null || "startsAt" in value || "url" in value;
