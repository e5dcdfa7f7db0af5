import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function stage(when: When): DemoCourse[] {
  return [
    {
      name: "clear-speech",
      texts: {
        ru: {
          title: "Речь: громко и ясно",
          about: "Дыхание, дикция, пауза. Читаем вслух стихи и тосты.",
          needs: "Стакан воды и любимое стихотворение.",
        },
        tt: {
          title: "Аңлаешлы, матур сөйләм",
          about: "Сулыш, дикция, тукталыш. Шигырьләр, котлаулар укыйбыз.",
          needs: "Бер стакан су һәм яраткан шигырегез.",
        },
        en: {
          title: "Speak loud and clear",
          about: "Breath, diction, pause. We read poems and toasts aloud.",
          needs: "A glass of water and a poem you love.",
        },
      },
      groups: [
        { teacher: "Дина Мухаметшина", capacity: 12, enrolled: 6, lessons: weekly(when.inDays(5, 18, 0), [3], 60, 8) },
      ],
    },
    {
      name: "home-theatre",
      texts: {
        ru: {
          title: "Театр на кухне",
          about: "Читаем пьесу по ролям, учимся слушать партнёра, показываем одну сцену зрителям по видео.",
          needs: "Камера и два часа в неделю.",
        },
        tt: {
          title: "Өй театры",
          about:
            "Пьесаны рольләп укыйбыз, бер-беребезне тыңларга өйрәнәбез, бер күренешне видео аша тамашачыга күрсәтәбез.",
          needs: "Камера һәм атнасына ике сәгать.",
        },
        en: {
          title: "Theatre in the kitchen",
          about: "Reading a play in parts, listening to a partner, one scene shown to an audience by video.",
          needs: "A camera and two hours a week.",
        },
      },
      groups: [
        { teacher: "Роман Кузнецов", capacity: 10, enrolled: 9, lessons: weekly(when.inDays(6, 17, 0), [7], 120, 10) },
      ],
    },
  ];
}
