import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function fitness(when: When): DemoCourse[] {
  return [
    {
      name: "morning-exercise",
      texts: {
        ru: {
          title: "Утренняя гимнастика",
          about: "Двадцать пять минут: шея, плечи, спина, колени. Всё можно делать сидя.",
          needs: "Стул со спинкой. Спросите врача, если недавно болели.",
        },
        tt: {
          title: "Иртәнге гимнастика",
          about: "Егерме биш минут: муен, җилкә, арка, тезләр. Барысын да утырып эшләп була.",
          needs: "Аркалы урындык. Күптән түгел авырган булсагыз, табибтан сорагыз.",
        },
        en: {
          title: "Morning exercise",
          about: "Twenty-five minutes: neck, shoulders, back, knees. All of it can be done sitting.",
          needs: "A chair with a back. Ask your doctor if you have been ill.",
        },
      },
      groups: [
        {
          teacher: "Ирина Громова",
          audiences: ["seniors"],
          capacity: 15,
          enrolled: 12,
          lessons: weekly(when.past(6, 9, 0), [1, 2, 3, 4, 5], 25, 30),
        },
      ],
    },
    {
      name: "nordic-walking",
      texts: {
        ru: {
          title: "Скандинавская ходьба",
          about: "Техника, палки, дыхание; потом — маршруты по паркам. Разбор по видео раз в неделю.",
          needs: "Палки по росту и удобная обувь.",
        },
        tt: {
          title: "Скандинавча йөреш",
          about: "Техника, таяклар, сулыш; аннары – парк юллары. Атнага бер видео аша карап сөйләшәбез.",
          needs: "Буйга туры килгән таяклар һәм уңайлы аяк киеме.",
        },
        en: {
          title: "Nordic walking",
          about: "Technique, poles, breath; then routes through the parks. We look at videos once a week.",
          needs: "Poles of the right length and good shoes.",
        },
      },
      groups: [
        {
          teacher: "Марат Хайруллин",
          audiences: ["seniors"],
          capacity: 15,
          enrolled: 6,
          lessons: weekly(when.inDays(5, 11, 0), [3], 45, 8),
        },
      ],
    },
  ];
}
