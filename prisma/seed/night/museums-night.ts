import { institutions } from "../institutions.ts";
import { lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";
import { type NightEvent, nightAt } from "./night-event.ts";

/** The Night in the museums and their yards. */
export const museumsNight = (when: When): NightEvent[] => [
  {
    section: "museums",
    name: "lamp-tour",
    institution: institutions.nationalMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(50, [nightAt(when, 18, 0), nightAt(when, 20, 0)], places.nationalMuseum),
    texts: {
      ru: {
        title: "Музей при фонарях",
        summary: "Свет в залах гасят, у каждого в руках фонарь. Находим экспонаты, мимо которых днём проходят.",
      },
      tt: {
        title: "Фонарь яктысында музей",
        summary: "Залларда ут сүндерелә, һәркемнең кулында фонарь. Көндез күрми узган әйберләрне эзлибез.",
      },
      en: {
        title: "The museum by lantern",
        summary: "The lights go out and everybody gets a lantern. We look for what people pass by in the daytime.",
      },
    },
  },
  {
    section: "museums",
    name: "coin-minting",
    institution: institutions.nationalMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    audiences: ["family", "children"],
    occurrences: lasting(60, [nightAt(when, 19, 0)], places.nationalMuseum),
    texts: {
      ru: { title: "Чеканим монету хана", summary: "Молот, заготовка и один удар: свою монету забираете домой." },
      tt: { title: "Хан акчасын сугабыз", summary: "Чүкеч, тимер һәм бер сугу: үз акчагызны өйгә алып китәсез." },
      en: { title: "Strike a khan's coin", summary: "A hammer, a blank and one blow: you take your coin home." },
    },
  },
  {
    section: "knowledge",
    name: "whale-story",
    institution: institutions.nationalMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(45, [nightAt(when, 21, 0)], places.nationalMuseum),
    texts: {
      ru: {
        title: "Откуда в Казани бивень мамонта",
        summary: "Рассказ хранителя о находке на берегу Волги и о том, как её везли на санях.",
      },
      tt: {
        title: "Казанда мамонт теше каян килгән",
        summary: "Идел ярында табылган теш һәм аны чанада ничек алып кайтканнары турында саклаучы сөйли.",
      },
      en: {
        title: "How Kazan got a mammoth tusk",
        summary: "A keeper tells of the find on the bank of the Volga and how it came here on a sledge.",
      },
    },
  },
  {
    section: "shows",
    name: "portraits-alive",
    institution: institutions.fineArts,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(40, [nightAt(when, 18, 30), nightAt(when, 20, 30)], places.fineArts),
    texts: {
      ru: {
        title: "Портреты заговорили",
        summary: "Актёры стоят рядом с картинами и отвечают на вопросы за тех, кто на них нарисован.",
      },
      tt: {
        title: "Портретлар телгә килде",
        summary: "Артистлар рәсемнәр янында басып тора һәм анда ясалганнар исеменнән җавап бирә.",
      },
      en: {
        title: "The portraits speak",
        summary: "Actors stand beside the paintings and answer for those who are painted there.",
      },
    },
  },
  {
    section: "museums",
    name: "night-drawing",
    institution: institutions.fineArts,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(90, [nightAt(when, 19, 30)], places.fineArts),
    texts: {
      ru: {
        title: "Рисуем в зале Шишкина",
        summary: "Бумага и уголь есть у нас. Уметь ничего не нужно, стулья стоят у картин.",
      },
      tt: {
        title: "Шишкин залында рәсем ясыйбыз",
        summary: "Кәгазь һәм күмер бездән. Берни белергә кирәкми, урындыклар рәсемнәр янында.",
      },
      en: {
        title: "Drawing in the Shishkin room",
        summary: "We have paper and charcoal. No skill is needed; chairs stand by the paintings.",
      },
    },
  },
  {
    section: "knowledge",
    name: "restorer",
    institution: institutions.fineArts,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(60, [nightAt(when, 21, 30)], places.fineArts),
    texts: {
      ru: {
        title: "Что реставратор видит ночью",
        summary: "Под ультрафиолетом на картине проступают старые подписи и чужая рука.",
      },
      tt: {
        title: "Реставратор төнлә нәрсә күрә",
        summary: "Ультрафиолет астында рәсемдә иске имзалар һәм чит кул эзләре күренә.",
      },
      en: {
        title: "What a restorer sees at night",
        summary: "Under ultraviolet light old signatures and another hand appear on a painting.",
      },
    },
  },
  {
    section: "literature",
    name: "tukay-candles",
    institution: institutions.tukayMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "tt",
    occurrences: lasting(45, [nightAt(when, 18, 0), nightAt(when, 21, 0)], places.tukayMuseum),
    texts: {
      ru: {
        title: "Стихи при свечах в доме Шамиля",
        summary: "Читают по-татарски, у каждого слушателя листок с переводом.",
      },
      tt: {
        title: "Шамил йортында шәм яктысында шигырьләр",
        summary: "Татарча укыйлар, һәр тыңлаучыга тәрҗемәсе язылган битләр бирелә.",
      },
      en: {
        title: "Poems by candlelight in the Shamil house",
        summary: "Read in Tatar; every listener gets a sheet with the translation.",
      },
    },
  },
  {
    section: "literature",
    name: "letters",
    institution: institutions.tukayMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(60, [nightAt(when, 19, 30)], places.tukayMuseum),
    texts: {
      ru: {
        title: "Пишем письмо пером",
        summary: "Чернила, гусиное перо и сургуч. Письмо отправим по настоящему адресу.",
      },
      tt: { title: "Каурый белән хат язабыз", summary: "Кара, каз каурые һәм сургуч. Хатны чын адреска җибәрәбез." },
      en: {
        title: "Write a letter with a quill",
        summary: "Ink, a goose quill and sealing wax. We post the letter to a real address.",
      },
    },
  },
  {
    section: "shows",
    name: "shurale-night",
    institution: institutions.tukayMuseum,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    audiences: ["children", "family"],
    occurrences: lasting(40, [nightAt(when, 18, 45)], places.tukayMuseum),
    texts: {
      ru: { title: "Шурале в музейном дворе", summary: "Кукольное представление во дворе: короткое, тёплое и с чаем." },
      tt: { title: "Музей ишегалдында Шүрәле", summary: "Ишегалдында курчаклар тамашасы: кыска, җылы һәм чәй белән." },
      en: { title: "Shurale in the museum yard", summary: "A puppet show in the yard: short, warm and with tea." },
    },
  },
];
