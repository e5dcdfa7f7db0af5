import { fold } from "../../text/fold.ts";
import { type Language, languages } from "../../words/language.ts";

/** The columns of a table of events, by what stands over them. The first name is that of the template. */
const names = {
  title: { ru: ["Название", "Заголовок", "Событие"], tt: ["Исеме", "Чара"], en: ["Title", "Name", "Event"] },
  start: { ru: ["Начало", "Дата", "Дата и время"], tt: ["Башлана", "Көне"], en: ["Start", "Starts", "Date"] },
  end: { ru: ["Конец", "Окончание"], tt: ["Тәмамлана"], en: ["End", "Ends"] },
  place: { ru: ["Место", "Площадка"], tt: ["Урын", "Урыны"], en: ["Place", "Venue"] },
  address: { ru: ["Адрес"], tt: ["Адресы"], en: ["Address"] },
  institution: { ru: ["Учреждение", "Организатор"], tt: ["Оешма"], en: ["Institution", "Organiser"] },
  section: { ru: ["Раздел", "Категория"], tt: ["Бүлек"], en: ["Section", "Category"] },
  price: { ru: ["Цена", "Стоимость"], tt: ["Бәясе"], en: ["Price"] },
  age: { ru: ["Возраст"], tt: ["Яшь"], en: ["Age"] },
  summary: { ru: ["Коротко", "Анонс"], tt: ["Кыскача"], en: ["Summary"] },
  body: { ru: ["Описание", "Текст"], tt: ["Тасвирлама"], en: ["Description", "Text"] },
  titleTatar: { ru: ["Название по-татарски"], tt: ["Татарча исеме"], en: ["Title in Tatar"] },
  titleEnglish: { ru: ["Название по-английски"], tt: ["Инглизчә исеме"], en: ["Title in English"] },
  ticket: { ru: ["Билеты"], tt: ["Билетлар"], en: ["Tickets"] },
  stream: { ru: ["Трансляция"], tt: ["Трансляциясе"], en: ["Stream"] },
  site: { ru: ["Сайт", "Ссылка"], tt: ["Сайты", "Сылтама"], en: ["Website", "Link"] },
  id: { ru: ["Номер", "Код"], tt: ["Номеры"], en: ["ID", "Number"] },
} satisfies Record<string, Record<Language, [string, ...string[]]>>;

export type Column = keyof typeof names;
export const columns = Object.keys(names) as Column[];

/** What stands over a column in the template. */
export const headerOf = (column: Column, language: Language): string => names[column][language][0];

const byName = new Map(
  columns.flatMap((column) =>
    languages.flatMap((language) => names[column][language].map((name): [string, Column] => [fold(name), column])),
  ),
);

/** The column that a header means, in whatever language; undefined for one that says nothing here. */
export const columnOf = (header: string): Column | undefined => byName.get(fold(header));
