import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function languages(when: When): DemoCourse[] {
  return [
    {
      name: "tatar-from-scratch",
      texts: {
        ru: {
          title: "Татарский с нуля",
          about: "Здороваться, знакомиться, покупать, понимать объявления и песни. Говорим с первого занятия.",
          needs: "Тетрадь. Учебник пришлём файлом.",
        },
        tt: {
          title: "Татар теле – нульдән",
          about:
            "Исәнләшергә, танышырга, сатып алырга, игъланнарны һәм җырларны аңларга. Беренче дәрестән үк сөйләшәбез.",
          needs: "Дәфтәр. Дәреслекне файл итеп җибәрербез.",
        },
        en: {
          title: "Tatar from scratch",
          about: "Greeting, meeting, shopping, understanding notices and songs. We speak from the first lesson on.",
          needs: "A notebook. The textbook comes as a file.",
        },
      },
      groups: [
        {
          teacher: "Лилия Закирова",
          capacity: 14,
          enrolled: 8,
          lessons: weekly(when.inDays(4, 18, 0), [2, 4], 60, 16),
        },
        {
          teacher: "Лилия Закирова",
          level: "intermediate",
          heldIn: "tt",
          capacity: 14,
          enrolled: 5,
          lessons: weekly(when.inDays(6, 12, 0), [7], 60, 10),
        },
      ],
    },
    {
      name: "travel-english",
      texts: {
        ru: {
          title: "Английский в дорогу",
          about: "Гостиница, кафе, врач, дорога: сто фраз, которые выручают. Без грамматики ради грамматики.",
          needs: "Наушники и немного смелости.",
        },
        tt: {
          title: "Юл өчен инглиз теле",
          about: "Кунакханә, кафе, табиб, юл: ярдәмгә килә торган йөз җөмлә. Артык грамматикасыз.",
          needs: "Колакчыннар һәм бераз кыюлык.",
        },
        en: {
          title: "English for the road",
          about: "Hotel, café, doctor, directions: a hundred phrases that help. No grammar for its own sake.",
          needs: "Headphones and a little courage.",
        },
      },
      groups: [
        {
          teacher: "Ольга Демидова",
          audiences: ["seniors"],
          capacity: 12,
          enrolled: 6,
          lessons: weekly(when.inDays(5, 11, 0), [1, 4], 60, 12),
        },
      ],
    },
  ];
}
