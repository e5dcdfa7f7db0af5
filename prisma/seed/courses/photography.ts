import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function photography(when: When): DemoCourse[] {
  return [
    {
      name: "phone-photos",
      texts: {
        ru: {
          title: "Фото на телефон",
          about: "Свет у окна, портрет, город вечером, порядок в снимках.",
          needs: "Телефон с камерой.",
        },
        tt: {
          title: "Телефон белән фото",
          about: "Тәрәзә яктысы, портрет, кичке шәһәр, фотоларны тәртиптә тоту.",
          needs: "Камералы телефон.",
        },
        en: {
          title: "Photos with a phone",
          about: "Light by a window, portraits, the city at night, order among your pictures.",
          needs: "A phone with a camera.",
        },
      },
      groups: [
        { teacher: "Камиль Идрисов", capacity: 15, enrolled: 8, lessons: weekly(when.inDays(1, 18, 0), [6, 7], 60, 8) },
      ],
    },
    {
      name: "family-film",
      texts: {
        ru: {
          title: "Семейный фильм",
          about: "Собрать ролик из фотографий и видео, добавить музыку и надписи, показать на телевизоре.",
          needs: "Телефон или компьютер, десять фотографий.",
        },
        tt: {
          title: "Гаилә фильмы",
          about: "Фото һәм видеодан ролик җыярга, музыка, язулар өстәргә, телевизорда күрсәтергә өйрәнәсез.",
          needs: "Телефон яки компьютер, ун фотография.",
        },
        en: {
          title: "A family film",
          about: "A film from photos and videos, with music and titles, shown on the television.",
          needs: "A phone or a computer, ten photographs.",
        },
      },
      groups: [
        {
          teacher: "Камиль Идрисов",
          level: "intermediate",
          capacity: 10,
          enrolled: 4,
          lessons: weekly(when.inDays(9, 17, 0), [5], 90, 6),
        },
      ],
    },
  ];
}
