import { openDatabase } from "../../../bot/database/database.ts";
import { refreshSearch } from "../../../bot/programme/search/index/refresh-store.ts";
import { addressesSql } from "../../support/addresses.ts";
import { administer } from "../../support/administer.ts";

/** Events a day from today on; what does not fit into three months ahead is the archive of ten years. */
const perDay = 45;
const daysAhead = 90;

const pool = (words: string) => `'{${words.split(" ").join(",")}}'::text[]`;
const genres = pool(
  "Концерт Спектакль Выставка Лекция Экскурсия Мастер-класс Кинопоказ Фестиваль Чтения Опера Балет Вечер",
);
const manners = pool(
  "большой камерный джазовый органный детский ночной весенний осенний летний старинный новый уличный открытый последний первый городской народный симфонический кукольный немой",
);
const themes = pool(
  "Казань Волга Кремль музыка театр память город река слово свет музей книга голос танец сказка история школа мастер дорога зима утро сад звезда море ветер весна остров письмо зеркало птица",
);
const stems = pool(
  "Гали Хаса Иван Петр Сафи Шари Закир Вали Орло Соколо Лебеде Миха Григор Тимо Кари Наби Мусин Ахмет Сере Фёдор Никит Андре Рахма Зина Гара Бики Юну Саби Лаза Коро",
);
const middles = pool("а о и ле мир бек тан дар ну ша гуль фат зат ил").replace("{а,", '{"",а,');
const ends = pool("ев ова ин ина ов ева енко ский цкая улин уллина еев аков ян");
const pick = (list: string, number: string) => `(${list})[1 + abs(${number}) % array_length(${list}, 1)]`;

/** SQL for a city of so many events. Everything is made of the row's number, so that each run has the same city. */
function eventsSql(events: number, zone: string): string {
  const ahead = `least(${events}, ${perDay * daysAhead})`;
  return `
    INSERT INTO "Institution" ("id", "origin") SELECT i, 'load:' || i FROM generate_series(1, 200) i;
    INSERT INTO "InstitutionText" SELECT i, 'ru', ${pick(themes, "i * 7")} || ' — дом культуры ' || i FROM generate_series(1, 200) i;
    INSERT INTO "Place" ("id", "origin", "latitude", "longitude")
      SELECT i, 'load:' || i, 55.7 + (i % 40) * 0.005, 49.0 + (i % 33) * 0.007 FROM generate_series(1, 300) i;
    INSERT INTO "PlaceText" SELECT i, 'ru', 'Площадка «' || ${pick(themes, "i * 11")} || '» ' || i,
      'ул. ' || ${pick(stems, "i * 3")} || ${pick(ends, "0")} || 'а, ' || i % 90 FROM generate_series(1, 300) i;
    INSERT INTO "Event" ("id", "institutionId", "section", "attendanceMode", "isFree", "priceMin", "priceMax", "ageMin",
                         "audiences", "accessibility", "editedFields", "publishedAt", "createdAt", "updatedAt")
      SELECT i, 1 + i % 200, (enum_range(NULL::"Section"))[1 + i * 5 % 8],
        (CASE WHEN i % 3 = 0 THEN 'online' ELSE 'on_site' END)::"AttendanceMode", i % 4 = 0,
        CASE WHEN i % 4 > 0 THEN 200 + i % 30 * 50 END, CASE WHEN i % 4 > 0 THEN 400 + i % 30 * 60 END,
        (ARRAY[0, 6, 12, 16, 18])[1 + i % 5],
        CASE WHEN i % 6 = 0 THEN '{children}' ELSE '{}' END::"Audience"[], '{}', '{}', now() - interval '1 day', now(), now()
      FROM generate_series(1, ${events}) i;
    INSERT INTO "EventText" ("eventId", "language", "title", "summary", "body", "who")
      SELECT i, 'ru', title, 'О том, как ' || lower(theme) || ' становится событием.',
        repeat('Вечер, в котором ' || lower(theme) || ' и ' || lower(other) || ' встречаются с теми, кто пришёл впервые. ', 3), who
      FROM (SELECT i, theme, other, who,
              ${pick(genres, "i * 5")} || ' ' || ${pick(manners, "i / 12 * 3 + i")} || ': ' || lower(theme) || ' и ' || lower(other) AS title
            FROM (SELECT i, ${pick(themes, "i * 17 / 3")} AS theme, ${pick(themes, "i / 31 + i * 3")} AS other,
                    ${pick(stems, "i / 7 + i")} || ${pick(middles, "i / 3")} || ${pick(ends, "i / 5 + i * 3")} AS who
                  FROM generate_series(1, ${events}) i) made) titled;
    INSERT INTO "Occurrence" ("id", "eventId", "placeId", "startsAt", "endsAt", "startsLocal", "timeZone", "changedAt")
      SELECT i, i, 1 + i % 300, local AT TIME ZONE '${zone}', (local + interval '2 hours') AT TIME ZONE '${zone}', local,
        '${zone}', now()
      FROM (SELECT i, date_trunc('day', now() AT TIME ZONE '${zone}') + interval '10 hours'
              + (CASE WHEN i <= ${ahead} THEN (i - 1) / ${perDay} ELSE -1 - i % 3650 END) * interval '1 day'
              + (i * 7 % 45) * interval '15 minutes' AS local
            FROM generate_series(1, ${events}) i) timed;
    INSERT INTO "Link" ("eventId", "kind", "url", "addedAt")
      SELECT i, (CASE WHEN i % 3 = 0 THEN 'stream' ELSE 'ticket' END)::"LinkKind", 'https://events.example/' || i, now()
      FROM generate_series(1, ${events}) i WHERE i % 2 = 0 OR i % 3 = 0;
    SELECT setval(pg_get_serial_sequence('"' || name || '"', 'id'), ${events} + 1000)
      FROM unnest('{Institution,Place,Event,Occurrence}'::text[]) name;`;
}

const peopleSql = (people: number) => `
  INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
  SELECT 500000000 + i, (enum_range(NULL::"Language"))[1 + i % 3], 'Житель ' || i, now(), now() FROM generate_series(1, ${people}) i;
  ${addressesSql};`;

export interface CitySize {
  events: number;
  people: number;
}

/** Fills a migrated database with a city of that size and its search index. */
export async function buildCity(url: string, { events, people }: CitySize, zone: string): Promise<void> {
  await administer(url, `SET synchronous_commit = off; ${eventsSql(events, zone)} ${peopleSql(people)}`);
  await administer(url, "VACUUM ANALYZE");
  const database = openDatabase(url);
  // Marked with its version, or the bot would make it anew while it is measured.
  await refreshSearch(database);
  await database.$disconnect();
  await administer(url, "VACUUM ANALYZE");
}

/** A zone in which it is now between 15 and 16 o'clock, so that every run finds the same evening before it. */
export function afternoonZone(now: Date): string {
  const offset = ((15 - now.getUTCHours() + 36) % 24) - 12;
  return offset === 0 ? "Etc/GMT" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}
