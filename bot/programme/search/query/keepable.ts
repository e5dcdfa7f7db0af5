/**
 * Whether the text of a search may be kept. People type into a search what they would write to a human: a phone number to
 * be called back, where they live, a card. Such a text is answered and forgotten; it costs its asker no more than the
 * further pages. So the rules are wide, and a wrong "no" is cheap.
 */
export function isKeepable(text: string): boolean {
  if ([...text].length > longest) return false;
  const plain = text.normalize("NFKC").toLowerCase();
  return !hasLink(plain) && !hasLongNumber(plain) && !hasSpokenNumber(plain) && !hasAddress(plain);
}

/** Characters: longer than anybody's search for an event. */
const longest = 80;

/** An e-mail, a name of Telegram, or an address of the web, with or without its scheme. */
const hasLink = (text: string): boolean =>
  /@|\/\/|\bwww\.|\p{L}\.\p{L}{2,}\/|[\p{L}\p{N}-]{2,}\.[\p{L}]{2,}(?![\p{L}.])/u.test(
    text.replaceAll(/\b(?:ул|пр|им|св|гор|обл)\./gu, "$& "),
  );

/** The shortest phone number of a town has five digits; those of passports and cards have more. */
const fewestDigits = 5;

/** Digits in a row, whatever stands between them that is no letter: spaces, dashes, brackets, dots, keycaps. */
const numberRuns = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,4}\p{Nd})*/gu;

function hasLongNumber(text: string): boolean {
  const runs = withoutDates(text).match(numberRuns) ?? [];
  return runs.some((run) => !isYears(run) && (run.match(/\p{Nd}/gu) ?? []).length >= fewestDigits);
}

/** Times and days of the calendar have many digits too. A day of birth is none that one searches for: it stays. */
const withoutDates = (text: string): string =>
  text
    .replaceAll(/(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/g, " ")
    .replaceAll(/(?<!\d)20\d\d-(?:0\d|1[0-2])-[0-3]\d(?!\d)/g, " ")
    .replaceAll(/(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?:\.20\d\d)?(?![\d.])/g, " ");

/** "1941–1945", "в 2026": a year or two, and nothing else. */
const isYears = (run: string): boolean => /^(?:1\d|20)\d\d(?:\s?[-–—/,]\s?(?:1\d|20)\d\d)?$/.test(run);

/** A word of a number as it begins, in Russian, Tatar and English. */
const numberWord = new RegExp(
  `^(?:${[
    "ноль|нол|один|одн|дв[аеу]|три|четыр|пять|пяти|шест|сем[ьин]|восем|восьм|девят|десят|сорок|сто$|девяност",
    "бер$|ике|өч|дүрт|биш|алты|җиде|сигез|тугыз|ун(?:$|бер|ике|өч|дүрт|биш|алты|җиде|сигез|тугыз)|егерме|утыз|кырык|илле|җитмеш|сиксән|туксан|йөз",
    "zero|one$|two$|three|four|five|six|seven|eight|nine|ten$|twent|thirt|fort|fift|hundred|double$",
  ].join("|")})`,
  "u",
);

/** How many words of numbers one after the other are no "двенадцать стульев" any more. */
const fewestNumberWords = 4;

function hasSpokenNumber(text: string): boolean {
  let inARow = 0;
  return (text.match(/\p{L}+/gu) ?? []).some((word) => {
    inARow = numberWord.test(word) ? inARow + 1 : 0;
    return inARow >= fewestNumberWords;
  });
}

/** Words that are said of streets alone. */
const street =
  /(?<!\p{L})(?:ул(?=\.)|улиц[аеуы]|улицей|урам\p{L}*|ур(?=\.)|переул\p{L}*|пер(?=\.)|тыкрык\p{L}*|мкр|микрорайон\p{L}*|street|lane|avenue)(?!\p{L})/u;

/** Words that make an address together with a number: "дом 5", "кв. 12", "5 нче йорт", "flat 3". */
const building = [
  "дом\\p{L}{0,2}|д|кв|квартир\\p{L}*|корп|корпус\\p{L}*|стр|строени\\p{L}*|подъезд\\p{L}*|этаж\\p{L}*|общежити\\p{L}*",
  "йорт\\p{L}*|фатир\\p{L}*|подъезды|катында",
  "house|flat|apt|apartment|block|building|floor",
].join("|");
const numbered = new RegExp(
  `(?<!\\p{L})(?:${building})(?!\\p{L})[\\s.,№#]{0,4}\\p{Nd}|\\p{Nd}\\p{L}?(?:\\s?-?\\s?(?:нче|нчы|th|nd|rd|st))?[\\s,.]{1,3}(?:${building})(?!\\p{L})`,
  "u",
);

/** Roads and squares make one with the number of a house, their name between the two or before them. */
const road =
  "проспект\\p{L}*|пр|пр-?т|пр-?кт|бульвар\\p{L}*|шоссе|набережн\\p{L}*|площад\\p{L}*|проезд\\p{L}*|тракт\\p{L}*|мәйдан\\p{L}*|road|rd|st|square";
const onRoad = new RegExp(
  `(?<!\\p{L})(?:${road})(?!\\p{L})\\.?(?:\\s\\p{L}{1,20}){0,2}[\\s,.№]{0,4}\\p{Nd}|\\p{Nd}\\p{L}?\\s(?:\\p{L}{1,20}\\s)?(?:${road})(?!\\p{L})`,
  "u",
);

/** "улица Тукая", "Баумана 12, кв. 5", "Тукай урамы", "12 Baker Street". */
const hasAddress = (text: string): boolean => [street, numbered, onRoad].some((address) => address.test(text));
