import type { Texts } from "../../../bot/words/language.ts";

type CollectionWords = Required<Texts<{ title: string; summary: string }>>;

/** What the collections of the demo city are called. */
export const collectionWords = {
  night: {
    ru: {
      title: "Ночь музеев",
      summary: "Один вечер, когда двери открыты до двух часов: тридцать событий, десять мест, все бесплатно.",
    },
    tt: {
      title: "Музейлар төне",
      summary: "Ишекләр төнге икегә кадәр ачык бер кич: утыз чара, ун урын, барысы да түләүсез.",
    },
    en: {
      title: "Night of Museums",
      summary: "One evening when doors stay open until two: thirty events, ten places, all of them free.",
    },
  },
  kremlin: {
    ru: { title: "Ночь музеев в Кремле", summary: "Стены, колокола и танцы в Манеже: всё рядом, можно не спешить." },
    tt: {
      title: "Кремльдә музейлар төне",
      summary: "Диварлар, кыңгыраулар һәм Манежда биюләр: барысы да янәшә, ашыкмаска була.",
    },
    en: {
      title: "Night of Museums in the Kremlin",
      summary: "The walls, the bells and dances in the Manege: all close together, so there is no hurry.",
    },
  },
  festival: {
    ru: { title: "Фестиваль зимней музыки", summary: "Двенадцать дней концертов по всему городу, от органа до джаза." },
    tt: {
      title: "Кышкы музыка фестивале",
      summary: "Бөтен шәһәр буйлап унике көн концертлар, органнан җазга кадәр.",
    },
    en: { title: "Winter Music Festival", summary: "Twelve days of concerts all over the city, from organ to jazz." },
  },
  home: {
    ru: {
      title: "Посмотреть дома",
      summary: "Записи, к которым хочется вернуться, и один курс для тех, кто решит начать сам.",
    },
    tt: {
      title: "Өйдә карарга",
      summary: "Кабат карыйсы килә торган язмалар һәм үзе башларга теләгәннәр өчен бер курс.",
    },
    en: {
      title: "To watch at home",
      summary: "Recordings to come back to, and one course for whoever wants to begin themselves.",
    },
  },
} as const satisfies Record<string, CollectionWords>;

/** What one watches at home, by the ids of the demo city's records, in the order it is laid. */
export const watchedAtHome = [
  "literature/e-library",
  "shows/ensemble-gala",
  "museums/khan-gold",
  "excursions/kaban-lake",
  "cinema/projectionist",
];

/** The course that goes with it. */
export const courseAtHome = "demo:smartphone";
