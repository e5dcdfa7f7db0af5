import { fold } from "../../text/fold.ts";
import { type Language, languages } from "../../words/language.ts";
import { type TextColumn, textColumn, textColumnOf, textFields, textHeaders } from "./text-columns.ts";

/** The columns of a table of events in its own language, by what stands over them in the template. */
const ownHeaders = {
  title: { ru: "Название", tt: "Исеме", en: "Title" },
  start: { ru: "Начало", tt: "Башлана", en: "Start" },
  end: { ru: "Конец", tt: "Тәмамлана", en: "End" },
  place: { ru: "Место", tt: "Урын", en: "Place" },
  address: { ru: "Адрес", tt: "Адресы", en: "Address" },
  institution: { ru: "Учреждение", tt: "Оешма", en: "Institution" },
  section: { ru: "Раздел", tt: "Бүлек", en: "Section" },
  price: { ru: "Цена", tt: "Бәясе", en: "Price" },
  age: { ru: "Возраст", tt: "Яшь", en: "Age" },
  who: { ru: "Участники", tt: "Катнашучылар", en: "Who" },
  summary: { ru: "Коротко", tt: "Кыскача", en: "Summary" },
  body: { ru: "Описание", tt: "Тасвирлама", en: "Description" },
  alt: { ru: "Что на афише", tt: "Афишада нәрсә", en: "What the poster shows" },
  language: { ru: "Язык", tt: "Теле", en: "Language" },
  audience: { ru: "Для кого", tt: "Кем өчен", en: "Audience" },
  access: { ru: "Доступность", tt: "Уңайлыклар", en: "Accessibility" },
  ticket: { ru: "Билеты", tt: "Билетлар", en: "Tickets" },
  stream: { ru: "Трансляция", tt: "Трансляциясе", en: "Stream" },
  recording: { ru: "Видеозапись", tt: "Видеоязма", en: "Recording" },
  site: { ru: "Сайт", tt: "Сайты", en: "Website" },
  poster: { ru: "Афиша", tt: "Афишасы", en: "Poster" },
  coordinates: { ru: "Координаты", tt: "Координатлары", en: "Coordinates" },
  status: { ru: "Статус", tt: "Хәле", en: "Status" },
  id: { ru: "Номер", tt: "Номеры", en: "ID" },
} satisfies Record<string, Record<Language, string>>;

const textHeadersByColumn: readonly (readonly [TextColumn, Record<Language, string>])[] = textFields.flatMap((field) =>
  languages.map((language) => [textColumn(field, language), textHeaders(field, language)] as const),
);

const headers = new Map<TemplateColumn, Record<Language, string>>([
  ...(Object.keys(ownHeaders) as (keyof typeof ownHeaders)[]).map((column) => [column, ownHeaders[column]] as const),
  ...textHeadersByColumn,
]);

/** Columns that people have besides: parts of the start and the end, and numbers that say nothing. */
const parts = ["time", "weekday", "endDate", "endTime", "ignored"] as const;

export type TemplateColumn = keyof typeof ownHeaders | TextColumn;
export type Column = TemplateColumn | (typeof parts)[number];

/** The columns of a template: what stands in the reader's language is in the table's own columns. */
export function templateColumns(reader: Language): TemplateColumn[] {
  const own = new Set<TemplateColumn>(textFields.map((field) => textColumn(field, reader)));
  return [...headers.keys()].filter((column) => !own.has(column));
}

/** What stands over a column in the template. */
export const headerOf = (column: TemplateColumn, language: Language): string =>
  headers.get(column)?.[language] ?? column;

const byName = new Map(
  [...headers].flatMap(([column, names]) => Object.values(names).map((name): [string, Column] => [fold(name), column])),
);

/** What people write over columns, folded, by beginnings of words; of several that fit the first counts. */
const usual: readonly (readonly [Column, RegExp])[] = [
  ["ignored", /^(?:|п п|n п п|no|nr|пп|т с|тартип номеры|порядковый номер|row)$/u],
  ["weekday", /^(?:день недели|дни недели|weekday|day of (?:the )?week|атна коне|атнанын коне)$/u],
  ["id", /^(?:номер|код|id|ид|uid|number|code|identifier|event id|id события|id мероприятия|идентификатор)$/u],
  ["place", /^(?:название|наименование) (?:площадк|места|зала)|^(?:venue|place|location) name/u],
  [
    "institution",
    /^(?:(?:название|наименование) )?(?:учрежд|организа|принимающ)|^оешма|^оештыр|^institution|^organi[sz]|^host(?:ed by)?$|^кто проводит/u,
  ],
  [
    "endDate",
    /^(?:дата|день) (?:оконч|заверш|конца|закрыт|по$)|^(?:оконч|заверш|закрыт)\S* дата|^(?:end|finish|closing|last) (?:date|day)|^date (?:end|to)|^(?:тамамлану|бету|ябылу) (?:коне|датасы)|^до какого числа/u,
  ],
  [
    "endTime",
    /^(?:время|час|часы) (?:оконч|заверш|конца|по$|до$)|^(?:оконч|заверш)\S* время|^(?:end|finish|closing) time|^time (?:end|to)|^(?:тамамлану|бету) (?:вакыты|сагате)/u,
  ],
  [
    "end",
    /^(?:конец|оконч|заверш)|^(?:end|ends|finish|until|till|to)$|^end date ?time|^(?:тамамлан|бета$|ахыры)|^(?:по|до)$/u,
  ],
  [
    "time",
    /^(?:время|час|часы)(?: начала| проведения| сеанса)?$|^время (?:начала|проведения|и место)?|^(?:time|hour|start time|begin time|starting time)$|^(?:вакыт|вакыты|сагать|сагате|башлану вакыты|башлану сагате|утк\S{1,6} (?:вакыты|сагате)|from|с|c|от)$/u,
  ],
  [
    "start",
    /^(?:дата|день|даты|сроки?|период|когда|число)(?: |$)|^начало(?: (?:мероприят|события|дата))?|^(?:start|starts|date|dates|when|day|begin)(?: |$)|^(?:башлан|кон|коне|датасы?|утк\S{1,6} (?:коне|датасы)|кайчан|вакыты ham коне)(?: |$)/u,
  ],
  ["audience", /^(?:для кого|аудитория|целевая|категория (?:зрит|участ|посет)|зрители|audience|for whom|кем очен)/u],
  ["coordinates", /^(?:координат|coordinates|gps|geo$)/u],
  ["address", /^(?:адрес|address|улица|street|урам)/u],
  [
    "place",
    /^(?:мест|площадк|зал$|локаци|где$|помещен|(?:утк\S{1,6} )?урын|кайда$|venue|place|location|where|hall$|room$|stage$)/u,
  ],
  ["price", /^(?:цен[аы]|стоим|сколько стоит|плата|оплата|тариф|вход$|входн|бая|хакы|price|cost|fee|admission|entry)/u],
  [
    "ticket",
    /^(?:билет|купить|покупка|ссылка на (?:билет|покупк|регистр)|регистрац|запись на|tickets?|registration|booking|rsvp|билетлар)/u,
  ],
  ["recording", /^(?:видео|запись$|ссылка на (?:запись|видео)|recording|video)/u],
  ["stream", /^(?:трансляц|эфир|прямой эфир|стрим|онлайн|ссылка на (?:трансл|эфир)|stream|broadcast|online|live)/u],
  [
    "alt",
    /^(?:что на (?:афише|постере|картинке)|(?:описание|текст) (?:афиш|постер|картин)|афишада|alt(?: |$)|poster (?:alt|description))/u,
  ],
  [
    "poster",
    /^(?:афиша$|постер|картинк|изображ|фото|обложк|ссылка на (?:афиш|фото|картин)|poster|image|picture|photo|расем)/u,
  ],
  ["site", /^(?:сайт|ссылк|страниц|адрес сайта|url|link|site|web|www|сылтама)/u],
  ["age", /^(?:возраст|ценз|знак возраст|маркировк|ограничен|age|rating|яшь)/u],
  [
    "section",
    /^(?:раздел|категори|рубрик|жанр|вид(?: |$)|тип(?: |$)|форма|формат|направлен|булек|тор(?:е|ес)?$|section|category|type|genre|kind)/u,
  ],
  ["access", /^(?:доступн|безбарьер|инклюз|унайлык|момкинлек|accessib)/u],
  ["language", /^(?:язык|теле?$|language)/u],
  ["status", /^(?:статус|состояни|отмен|хале$|status|state$)/u],
  ["summary", /^(?:коротко|кратк|анонс|подзаголов|лид$|кыскача|summary|subtitle|short|lead|tagline)/u],
  [
    "body",
    /^(?:описан|текст|подробн|содержан|о (?:событии|мероприятии|чем)|аннотац|программа$|тасвир|descr|text|about|details)/u,
  ],
  [
    "who",
    /^(?:участн|исполнит|артист|ведущ|спикер|лектор|автор|режисс|выступа|кто$|коллектив|катнаш|башкар|who$|performer|artist|speaker|cast|lecturer|host)/u,
  ],
  [
    "title",
    /^(?:назван|наименован|заголов|событи|мероприяти|тема|спектакл|концерт$|исем|чара|тема|title|name|event|show$|what$)/u,
  ],
];

/** The column that a header means, in whatever language; undefined for one that says nothing here. */
export function columnOf(header: string): Column | undefined {
  const folded = fold(header.slice(0, 120));
  return byName.get(folded) ?? textColumnOf(folded) ?? usual.find(([, pattern]) => pattern.test(folded))?.[0];
}
