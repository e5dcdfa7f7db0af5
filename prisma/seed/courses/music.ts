import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function music(when: When): DemoCourse[] {
  return [
    {
      name: "choir",
      texts: {
        ru: {
          title: "Хор для всех",
          about: "Дыхание, опора, два голоса. Поём русские и татарские песни, весной — концерт во дворе.",
          needs: "Голос, какой есть. Ноты пришлём.",
        },
        tt: {
          title: "Барыбыз да җырлыйбыз",
          about: "Сулыш, тавыш кую, ике тавышка җырлау. Рус һәм татар җырлары, яз көне – ишегалдында концерт.",
          needs: "Нинди тавыш бар, шул җитә. Ноталарны җибәрербез.",
        },
        en: {
          title: "A choir for everyone",
          about: "Breath, support, two voices. Russian and Tatar songs, and a concert outdoors in spring.",
          needs: "The voice you have. We send the notes.",
        },
      },
      groups: [
        { teacher: "Эльмира Валеева", capacity: 15, enrolled: 11, lessons: weekly(when.past(13, 19, 0), [2], 90, 14) },
      ],
    },
    {
      name: "guitar",
      texts: {
        ru: {
          title: "Гитара: пять аккордов",
          about: "Держать инструмент, менять аккорды, два боя. Через месяц сыграете у костра десять песен.",
          needs: "Гитара с нейлоновыми струнами.",
        },
        tt: {
          title: "Гитара: биш аккорд",
          about: "Уен коралын тоту, аккорд алыштыру, ике төрле кагу. Бер айдан учак янында ун җыр уйнарсыз.",
          needs: "Нейлон кыллы гитара.",
        },
        en: {
          title: "Guitar: five chords",
          about: "Holding it, changing chords, two rhythms. In a month you play ten songs at a campfire.",
          needs: "A guitar with nylon strings.",
        },
      },
      groups: [
        { teacher: "Тимур Ахметов", capacity: 8, enrolled: 2, lessons: weekly(when.inDays(8, 19, 0), [1, 3], 60, 8) },
      ],
    },
  ];
}
