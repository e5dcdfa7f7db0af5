import { institutions } from "../institutions.ts";
import { lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";
import { type NightEvent, nightAt } from "./night-event.ts";

/** The Night within the walls of the Kremlin. */
export const kremlinNight = (when: When): NightEvent[] => [
  {
    section: "excursions",
    name: "kremlin-walls",
    institution: institutions.kremlin,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(60, [nightAt(when, 18, 0), nightAt(when, 20, 0), nightAt(when, 22, 0)], places.kremlin),
    texts: {
      ru: {
        title: "По стенам Кремля ночью",
        summary: "Поднимаемся на стену, куда днём не пускают. Обувь без каблука.",
      },
      tt: {
        title: "Төнлә Кремль диварлары буйлап",
        summary: "Көндез кертелми торган дивар өстенә менәбез. Үкчәсез аяк киеме киегез.",
      },
      en: {
        title: "On the Kremlin walls at night",
        summary: "We climb the wall where nobody may go by day. Wear flat shoes.",
      },
    },
  },
  {
    section: "music",
    name: "bell-concert",
    institution: institutions.kremlin,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(30, [nightAt(when, 19, 0)], places.kremlin),
    texts: {
      ru: { title: "Колокола и карнай", summary: "Два звонаря и трубач во дворе Кремля. Слышно и с площади." },
      tt: {
        title: "Кыңгыраулар һәм карнай",
        summary: "Кремль ишегалдында ике кыңгыраучы һәм быргычы. Мәйданнан да ишетелә.",
      },
      en: {
        title: "Bells and karnay",
        summary: "Two bell ringers and a trumpeter in the Kremlin yard. You hear it from the square too.",
      },
    },
  },
  {
    section: "knowledge",
    name: "dig",
    institution: institutions.kremlin,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    audiences: ["family"],
    occurrences: lasting(60, [nightAt(when, 18, 30)], places.kremlin),
    texts: {
      ru: { title: "Раскоп под стеклом", summary: "Археолог спускается под стеклянный пол и показывает слои города." },
      tt: {
        title: "Пыяла астындагы казу урыны",
        summary: "Археолог пыяла идән астына төшә һәм шәһәр катламнарын күрсәтә.",
      },
      en: {
        title: "The dig under glass",
        summary: "An archaeologist goes below the glass floor and shows the layers of the city.",
      },
    },
  },
  {
    section: "shows",
    name: "manege-dance",
    institution: institutions.kremlin,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(50, [nightAt(when, 20, 30)], places.kremlin),
    texts: {
      ru: { title: "Танцы в Манеже", summary: "Учим городской вечерний круг. Выходите все, пары найдутся." },
      tt: {
        title: "Манежда биюләр",
        summary: "Шәһәрнең кичке әйлән-бәйләнен өйрәнәбез. Барыгыз да чыгыгыз, парлар табыла.",
      },
      en: {
        title: "Dances in the Manege",
        summary: "We learn the town's evening round dance. Everybody joins; partners will be found.",
      },
    },
  },
  {
    section: "museums",
    name: "hermitage-hour",
    institution: institutions.kremlin,
    attendanceMode: "on_site",
    isFree: true,
    ageMin: 6,
    heldIn: "ru",
    occurrences: lasting(60, [nightAt(when, 21, 30)], places.kremlin),
    texts: {
      ru: {
        title: "Час в зале без экскурсовода",
        summary: "Зал открыт для тишины: без рассказов, телефонов и спешки.",
      },
      tt: { title: "Экскурсоводсыз бер сәгать", summary: "Зал тынлык өчен ачык: сөйләүсез, телефонсыз, ашыкмыйча." },
      en: {
        title: "An hour without a guide",
        summary: "The room is open for silence: no stories, no phones, no hurry.",
      },
    },
  },
];
