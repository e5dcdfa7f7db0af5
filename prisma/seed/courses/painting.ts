import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function painting(when: When): DemoCourse[] {
  return [
    {
      name: "watercolour",
      texts: {
        ru: {
          title: "Акварель: первые листы",
          about: "Небо, вода, яблоко, зимняя улица. За вечер — один готовый лист.",
          needs: "Акварель, две кисти, бумага потолще, стакан воды.",
        },
        tt: {
          title: "Акварель белән рәсем",
          about: "Күк, су, алма, кышкы урам. Бер кичтә бер рәсем әзер була.",
          needs: "Акварель, ике пумала, калынрак кәгазь, бер стакан су.",
        },
        en: {
          title: "Watercolour, first steps",
          about: "Sky, water, an apple, a winter street. One finished sheet an evening.",
          needs: "Watercolours, two brushes, thick paper, a glass of water.",
        },
      },
      groups: [
        { teacher: "Наиля Юсупова", capacity: 10, enrolled: 6, lessons: weekly(when.inDays(2, 17, 0), [6], 120, 8) },
      ],
    },
    {
      name: "drawing",
      texts: {
        ru: {
          title: "Рисунок карандашом",
          about: "Видеть форму и свет, рисовать предмет, лицо и руки. Подойдёт тем, кто «не умеет».",
          needs: "Карандаши 2B и 4B, ластик, бумага.",
        },
        tt: {
          title: "Карандаш белән рәсем",
          about: "Форманы һәм яктылыкны күрергә, әйберне, йөзне, кулны ясарга өйрәнәсез. «Булдырмыйм» дигәннәр өчен.",
          needs: "2B, 4B карандашлары, бетергеч, кәгазь.",
        },
        en: {
          title: "Pencil drawing",
          about: "Seeing form and light; objects, faces, hands. Made for those who “cannot draw”.",
          needs: "Pencils 2B and 4B, an eraser, paper.",
        },
      },
      groups: [
        { teacher: "Пётр Лаврентьев", capacity: 12, enrolled: 4, lessons: weekly(when.inDays(6, 18, 0), [3], 90, 10) },
      ],
    },
  ];
}
