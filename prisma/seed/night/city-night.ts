import { institutions } from "../institutions.ts";
import { stream } from "../links.ts";
import { lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";
import { type NightEvent, nightAt } from "./night-event.ts";

/** The Night at the university, under the dome, in the streets and from home. */
export const cityNight = (when: When): NightEvent[] => [
  {
    section: "knowledge",
    name: "anatomy",
    institution: institutions.university,
    attendanceMode: "on_site",
    isFree: true,
    heldIn: "ru",
    ageMin: 12,
    occurrences: lasting(60, [nightAt(when, 18, 0)], places.university),
    texts: {
      ru: {
        title: "Кабинет редкостей университета",
        summary: "Приборы, которыми мерили небо, и коллекция, которую не показывают студентам.",
      },
      tt: {
        title: "Университетның сирәк әйберләр бүлмәсе",
        summary: "Күкне үлчәгән җиһазлар һәм студентларга күрсәтелми торган тупланма.",
      },
      en: {
        title: "The university's cabinet of curiosities",
        summary: "Instruments that measured the sky, and a collection students do not see.",
      },
    },
  },
  {
    section: "knowledge",
    name: "chemistry",
    institution: institutions.university,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    audiences: ["family"],
    occurrences: lasting(50, [nightAt(when, 19, 30)], places.university),
    texts: {
      ru: { title: "Опыты в старой лаборатории", summary: "Лампы, колбы и цветной огонь. Первый ряд для детей." },
      tt: {
        title: "Иске лабораториядә тәҗрибәләр",
        summary: "Лампалар, колбалар һәм төсле ут. Беренче рәт — балаларга.",
      },
      en: {
        title: "Experiments in the old laboratory",
        summary: "Lamps, flasks and coloured fire. The first row is for children.",
      },
    },
  },
  {
    section: "music",
    name: "choir-stairs",
    institution: institutions.university,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(40, [nightAt(when, 21, 0)], places.university),
    texts: {
      ru: { title: "Хор на парадной лестнице", summary: "Поют без микрофона; слушатели стоят на ступенях." },
      tt: { title: "Парад баскычында хор", summary: "Микрофонсыз җырлыйлар; тыңлаучылар баскычларда басып тора." },
      en: {
        title: "A choir on the grand stairs",
        summary: "They sing without a microphone; listeners stand on the steps.",
      },
    },
  },
  {
    section: "knowledge",
    name: "night-sky",
    institution: institutions.university,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(60, [nightAt(when, 20, 0), nightAt(when, 22, 0)], places.planetarium),
    texts: {
      ru: { title: "Небо этой ночи", summary: "Под куполом, а если ясно, у телескопа на площадке." },
      tt: { title: "Бу төннең күге", summary: "Көмбәз астында, аяз булса — мәйданчыктагы телескоп янында." },
      en: { title: "The sky of this night", summary: "Under the dome, and if it is clear, at the telescope outside." },
    },
  },
  {
    section: "knowledge",
    name: "tatar-stars",
    institution: institutions.university,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "tt",
    occurrences: lasting(30, [nightAt(when, 21, 15)], places.planetarium),
    texts: {
      ru: { title: "Как татары называли звёзды", summary: "Семь названий и одна сказка о Зухре с вёдрами." },
      tt: {
        title: "Татарлар йолдызларны ничек атаган",
        summary: "Җиде исем һәм чиләк күтәргән Зөһрә турында бер әкият.",
      },
      en: {
        title: "What the Tatars called the stars",
        summary: "Seven names and one tale of Zukhra with her buckets.",
      },
    },
  },
  {
    section: "excursions",
    name: "bauman-lights",
    institution: institutions.guides,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(60, [nightAt(when, 18, 15), nightAt(when, 20, 15)], places.bauman),
    texts: {
      ru: {
        title: "От музея к музею пешком",
        summary: "Пеший переход с остановками и горячим чаем: четыре двери за час.",
      },
      tt: {
        title: "Музейдан музейга җәяү",
        summary: "Тукталышлар һәм кайнар чәй белән җәяүле юл: бер сәгатьтә дүрт ишек.",
      },
      en: { title: "From museum to museum on foot", summary: "A walk with stops and hot tea: four doors in an hour." },
    },
  },
  {
    section: "music",
    name: "street-jazz",
    institution: institutions.cityCulture,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(90, [nightAt(when, 19, 0)], places.bauman),
    texts: {
      ru: { title: "Духовой оркестр под фонарями", summary: "Марши и вальсы на углу, где встречаются все маршруты." },
      tt: {
        title: "Фонарьлар астында тынлы оркестр",
        summary: "Барлык юллар очраша торган почмакта маршлар һәм вальслар.",
      },
      en: {
        title: "A brass band under the lamps",
        summary: "Marches and waltzes on the corner where all routes meet.",
      },
    },
  },
  {
    section: "shows",
    name: "closing-online",
    institution: institutions.cityCulture,
    attendanceMode: "online",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    links: [stream("closing-online")],
    occurrences: lasting(60, [nightAt(when, 23, 0)]),
    texts: {
      ru: {
        title: "Закрытие ночи из дома",
        summary: "Камера проходит по пустым залам, смотрители рассказывают, что осталось за дверью.",
      },
      tt: {
        title: "Төнне өйдән озатабыз",
        summary: "Камера буш заллар буйлап үтә, каравылчылар ишек артында нәрсә калганын сөйли.",
      },
      en: {
        title: "The Night ends, from home",
        summary: "A camera walks the empty rooms; attendants tell what stays behind the doors.",
      },
    },
  },
];
