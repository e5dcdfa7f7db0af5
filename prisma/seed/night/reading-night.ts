import { institutions } from "../institutions.ts";
import { stream } from "../links.ts";
import { lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";
import { type NightEvent, nightAt } from "./night-event.ts";

/** The Night in the poet's flat, in the library and at the Smena. */
export const readingNight = (when: When): NightEvent[] => [
  {
    section: "museums",
    name: "jalil-kitchen",
    institution: institutions.jalilMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(40, [nightAt(when, 18, 30), nightAt(when, 20, 0)], places.jalilMuseum),
    texts: {
      ru: {
        title: "На кухне у Джалиля",
        summary: "Шесть человек за столом поэта: хранитель ставит пластинку и рассказывает о доме.",
      },
      tt: {
        title: "Җәлил кухнясында",
        summary: "Шагыйрь өстәле янында алты кеше: саклаучы пластинка куя һәм йорт турында сөйли.",
      },
      en: {
        title: "In Jalil's kitchen",
        summary: "Six people at the poet's table: the keeper puts on a record and tells about the house.",
      },
    },
  },
  {
    section: "music",
    name: "jalil-opera",
    institution: institutions.jalilMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(45, [nightAt(when, 21, 0)], places.jalilMuseum),
    texts: {
      ru: { title: "Арии в квартире поэта", summary: "Певица и аккордеон в маленькой комнате. Мест двадцать." },
      tt: { title: "Шагыйрь фатирында арияләр", summary: "Кечкенә бүлмәдә җырчы һәм аккордеон. Урыннар егерме." },
      en: {
        title: "Arias in the poet's flat",
        summary: "A singer and an accordion in a small room. There are twenty seats.",
      },
    },
  },
  {
    section: "literature",
    name: "rare-books",
    institution: institutions.library,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(45, [nightAt(when, 18, 0), nightAt(when, 20, 0)], places.library),
    texts: {
      ru: {
        title: "Хранилище редких книг",
        summary: "Рукописи раскладывают на столах. Руки моем, страницы листает хранитель.",
      },
      tt: {
        title: "Сирәк китаплар саклагычы",
        summary: "Кулъязмаларны өстәлләргә тезәләр. Кулларны юабыз, битләрне саклаучы ача.",
      },
      en: {
        title: "The store of rare books",
        summary: "Manuscripts are laid on the tables. Wash your hands; the keeper turns the pages.",
      },
    },
  },
  {
    section: "literature",
    name: "read-aloud",
    institution: institutions.library,
    attendanceMode: "mixed",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    audiences: ["seniors"],
    links: [stream("read-aloud")],
    occurrences: lasting(120, [nightAt(when, 19, 0)], places.library),
    texts: {
      ru: {
        title: "Читаем вслух до ночи",
        summary: "Микрофон свободен: по странице каждому. Трансляция идёт из зала.",
      },
      tt: { title: "Төнгә кадәр кычкырып укыйбыз", summary: "Микрофон буш: һәркемгә бер бит. Залдан туры эфир бара." },
      en: {
        title: "Reading aloud into the night",
        summary: "The microphone is free: a page each. It is streamed from the hall.",
      },
    },
  },
  {
    section: "excursions",
    name: "roof-view",
    institution: institutions.library,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(30, [nightAt(when, 21, 0)], places.library),
    texts: {
      ru: { title: "На крыше библиотеки", summary: "Река, огни и термос с чаем. Лифт почти до самого верха." },
      tt: { title: "Китапханә түбәсендә", summary: "Елга, утлар һәм термоста чәй. Лифт өскә үк диярлек менә." },
      en: {
        title: "On the library roof",
        summary: "The river, the lights and a flask of tea. A lift goes nearly to the top.",
      },
    },
  },
  {
    section: "museums",
    name: "zine",
    institution: institutions.smena,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(90, [nightAt(when, 18, 30)], places.smena),
    texts: {
      ru: { title: "Печатаем свою открытку", summary: "Ручной станок, краска двух цветов, три открытки каждому." },
      tt: { title: "Үз открыткабызны басабыз", summary: "Кул станогы, ике төсле буяу, һәркемгә өч открытка." },
      en: { title: "Print a postcard of your own", summary: "A hand press, two colours of ink, three postcards each." },
    },
  },
  {
    section: "cinema",
    name: "short-night",
    institution: institutions.smena,
    attendanceMode: "on_site",
    isFree: true,
    heldIn: "ru",
    ageMin: 16,
    occurrences: lasting(75, [nightAt(when, 20, 0), nightAt(when, 22, 30)], places.smena),
    texts: {
      ru: { title: "Короткий метр о музеях", summary: "Пять фильмов о смотрителях, кладовых и пропавших этикетках." },
      tt: {
        title: "Музейлар турында кыска фильмнар",
        summary: "Каравылчылар, келәтләр һәм югалган язулар турында биш фильм.",
      },
      en: { title: "Short films about museums", summary: "Five films about attendants, storerooms and lost labels." },
    },
  },
  {
    section: "music",
    name: "synth-set",
    institution: institutions.smena,
    attendanceMode: "on_site",
    isFree: true,
    heldIn: "ru",
    ageMin: 16,
    occurrences: lasting(90, [nightAt(when, 23, 30)], places.smena),
    texts: {
      ru: {
        title: "Ночной сет из музейных звуков",
        summary: "Скрип дверей, бой часов и шаги: музыкант собрал их в один сет.",
      },
      tt: {
        title: "Музей тавышларыннан төнге сет",
        summary: "Ишек шыгырдавы, сәгать сугуы, адымнар: музыкант аларны бер көйгә җыйган.",
      },
      en: {
        title: "A night set of museum sounds",
        summary: "Creaking doors, striking clocks and steps: a musician made one set of them.",
      },
    },
  },
];
