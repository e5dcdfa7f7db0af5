import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function dance(when: When): DemoCourse[] {
  return [
    {
      name: "tatar-dance",
      texts: {
        ru: {
          title: "Татарский танец дома",
          about: "Основные шаги, руки, дробь. Две пляски для семейного праздника.",
          needs: "Два метра свободного пола и мягкая обувь.",
        },
        tt: {
          title: "Өйдә татар биюе",
          about: "Төп адымнар, кул хәрәкәтләре, тыпырдау. Гаилә бәйрәме өчен ике бию.",
          needs: "Ике метр буш идән һәм йомшак аяк киеме.",
        },
        en: {
          title: "Tatar dance at home",
          about: "Basic steps, arms, stamping. Two dances for a family feast.",
          needs: "Two metres of free floor and soft shoes.",
        },
      },
      groups: [
        {
          teacher: "Ләйсән Гарипова",
          heldIn: "tt",
          audiences: ["family"],
          capacity: 15,
          enrolled: 7,
          lessons: weekly(when.inDays(2, 12, 0), [6], 60, 10),
        },
      ],
    },
    {
      name: "waltz",
      texts: {
        ru: {
          title: "Вальс за восемь вечеров",
          about: "Квадрат, поворот, дорожка. Можно без пары.",
          needs: "Удобная обувь и немного места.",
        },
        tt: {
          title: "Сигез кичтә вальс",
          about: "Квадрат, борылыш, юл. Парсыз да була.",
          needs: "Уңайлы аяк киеме һәм бераз урын.",
        },
        en: {
          title: "Waltz in eight evenings",
          about: "Box step, turn, promenade. No partner needed.",
          needs: "Comfortable shoes and a little room.",
        },
      },
      groups: [
        { teacher: "Антон Белов", capacity: 15, enrolled: 5, lessons: weekly(when.inDays(4, 19, 30), [4], 60, 8) },
      ],
    },
  ];
}
