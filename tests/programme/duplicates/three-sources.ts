import type { EventDraft, PlaceDraft } from "../../../bot/programme/event.ts";

/** A record of one of three invented sources. Records with the same `truth` tell of one event. */
export interface InventedRecord {
  source: string;
  recordId: string;
  truth: number;
  draft: EventDraft;
}

const first = Date.parse("2026-12-01T07:00:00Z");
const day = 86_400_000;

const works =
  "Ревизор;Чайка;Щелкунчик;Травиата;Галиябану;Зәңгәр шәл;Лебединое озеро;Три сестры;Гроза;Недоросль;Кармен;Борис Годунов;Тартюф;Король Лир;Вишнёвый сад;Шурале;Алтынчеч;Пиковая дама;Снегурочка;Алые паруса;Двенадцать стульев;Мёртвые души;Капитанская дочка;Собачье сердце;Маленький принц";
const subjects =
  "керамика;каллиграфия;старая Казань;импрессионизм;арабская графика;татарский костюм;история чая;ночное небо;робототехника;акварель;фотография;архитектура модерна;вышивка тамбуром;народные инструменты;кожаная мозаика;булгарское ювелирное дело;шамаиль;реставрация книги;поэзия Тукая;деревянное зодчество";
const genres = "Спектакль;Лекция;Концерт;Экскурсия;Мастер-класс;Творческая встреча;Кинопоказ;Выставка";
const houses =
  "Театр имени Качалова;Театр имени Камала;Национальная библиотека;Музей изобразительных искусств;Дом Аксёнова;Большой концертный зал;Центр «Эрмитаж-Казань»;Смена;Дворец культуры химиков;Музей Тинчурина;Усадьба Сандецкого;Консерватория;Библиотека № 3;Библиотека № 12;Филармония;Дом Ушковой;Кинотеатр «Мир»;Парк «Чёрное озеро»;Планетарий;Театр кукол «Экият»";

/** Three sources with so many events each; of all records, so many in a hundred tell of an event that another one has too. */
export function inventSources(perSource: number, percent: number): InventedRecord[] {
  const random = seeded(20_261_130);
  const pick = (list: string): string => {
    const parts = list.split(";");
    return parts[Math.floor(random() * parts.length)] ?? "";
  };
  const sources = ["culture", "timepad", "kudago"];
  const records: InventedRecord[] = [];
  let truth = 0;
  const add = (source: string, of: number, draft: EventDraft): void => {
    records.push({ source, recordId: String(records.length + 1), truth: of, draft });
  };
  const copies = Math.round((perSource * sources.length * percent) / 100);
  for (const source of sources) {
    for (let index = 0; index < perSource; index += 1) {
      const isWork = random() < 0.4;
      const title = isWork ? pick(works) : `${pick(genres)} «${capital(pick(subjects))}»`;
      const starts = first + Math.floor(random() * 60) * day + Math.floor(random() * 24) * 1_800_000;
      const draft = draftOf({ title, starts, house: pick(houses), source, random });
      truth += 1;
      add(source, truth, draft);
    }
  }
  // Traps: what meets at one place and hour and is not one, and what is one title elsewhere or at another hour.
  for (const { source, draft } of records.slice(0, copies)) {
    truth += 1;
    const other = sources[(sources.indexOf(source) + 1) % 3] ?? "";
    const [date] = draft.occurrences;
    const title = draft.texts.ru?.title ?? "";
    if (!date) continue;
    const [house, hour] = [houseOf(draft), date.startsAt.getTime()];
    const trap = Math.floor(random() * 4);
    const told =
      trap === 0
        ? { title: `${title} для детей`, starts: hour, house }
        : trap === 1
          ? { title: `${pick(genres)} «${capital(pick(subjects))}»`, starts: hour, house }
          : trap === 2
            ? { title, starts: hour + 3 * 3_600_000, house }
            : { title, starts: hour, house: elsewhere(house) };
    if (told.title === title && trap === 1) continue;
    add(other, truth, draftOf({ ...told, source: other, random }));
  }
  // The copies, as another source writes them.
  const originals = records.slice(copies, perSource * sources.length);
  for (let index = 0; index < copies; index += 1) {
    const original = originals[Math.floor(random() * originals.length)];
    const [date] = original?.draft.occurrences ?? [];
    if (!original || !date) continue;
    const others = sources.filter(
      (source) =>
        source !== original.source &&
        !records.some((known) => known.source === source && known.truth === original.truth),
    );
    const source = others[Math.floor(random() * others.length)];
    if (source === undefined) continue;
    const title = rewrite(original.draft.texts.ru?.title ?? "", random);
    const told = { title, starts: date.startsAt.getTime(), house: houseOf(original.draft) };
    add(source, original.truth, draftOf({ ...told, source, random }));
  }
  return records;
}

interface Told {
  title: string;
  starts: number;
  house: string;
  source: string;
  random: () => number;
}

function draftOf({ title, starts, house, source, random }: Told): EventDraft {
  return {
    section: "shows",
    attendanceMode: "on_site",
    texts: { ru: { title } },
    occurrences: [{ startsAt: new Date(starts), place: placeOf(house, source, random) }],
    isFree: false,
    ...(random() < 0.5 && { priceMin: 300, priceMax: 900 }),
  };
}

/** The house as a source has it: under its own number, some metres away, at times without a point or under another name. */
function placeOf(house: string, source: string, random: () => number): PlaceDraft {
  const number = houses.split(";").indexOf(house);
  const jitter = () => (random() - 0.5) * 0.0004;
  const isKnown = random() < 0.9;
  const title = random() < 0.2 ? house.replace("имени", "им.").replaceAll(/[«»]/gu, "") : house;
  return {
    origin: `${source}:${number}${isKnown ? "" : `-${Math.floor(random() * 1e6)}`}`,
    texts: { ru: { title } },
    ...(isKnown && { latitude: 55.7 + number * 0.01 + jitter(), longitude: 49.1 + jitter() }),
  };
}

const elsewhere = (house: string): string => {
  const all = houses.split(";");
  return all[(all.indexOf(house) + 7) % all.length] ?? house;
};

/** What the house is called in the list, whatever a source wrote. */
function houseOf(draft: EventDraft): string {
  const number = /:(\d+)/u.exec(draft.occurrences[0]?.place?.origin ?? "")?.[1];
  return houses.split(";")[Number(number)] ?? "";
}

/** A title as another source writes it. */
function rewrite(title: string, random: () => number): string {
  const bare = title.replaceAll(/[«»]/gu, "");
  const ways = [
    () => title,
    () => title.toUpperCase(),
    () => `${title} (12+)`,
    () => bare,
    () => `Премьера! ${title}`,
    () => title.replaceAll("ё", "е").replaceAll(/[«»]/gu, '"'),
    () => mistype(title, random),
    () => `${title}. А. Петров`,
    () => bare.replace(/^(?:Спектакль|Лекция|Концерт|Мастер-класс|Кинопоказ) /u, ""),
    () => `${title} на большой сцене под открытым небом`,
  ];
  return ways[Math.floor(random() * ways.length)]?.() ?? title;
}

/** One letter of the longest word is left out. */
function mistype(title: string, random: () => number): string {
  const longest = title.split(/[^\p{L}]+/u).toSorted((one, other) => other.length - one.length)[0] ?? "";
  const at = 1 + Math.floor(random() * Math.max(1, longest.length - 2));
  return title.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Numbers that are the same at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
