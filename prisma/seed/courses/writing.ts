import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function writing(when: When): DemoCourse[] {
  return [
    {
      name: "family-memoir",
      texts: {
        ru: {
          title: "Книга вашей семьи",
          about:
            "Записать воспоминания так, чтобы читали внуки: с чего начать, что выбрать, как закончить. В конце — книжка.",
          needs: "Три старые фотографии.",
        },
        tt: {
          title: "Гаиләгез китабы",
          about:
            "Истәлекләрне оныклар укырлык итеп язарга: нәрсәдән башларга, нәрсә сайларга, ничек тәмамларга. Ахырда – китап.",
          needs: "Өч иске фотография.",
        },
        en: {
          title: "A book of your family",
          about:
            "Writing memories that grandchildren read: where to begin, what to choose, how to end. It becomes a booklet.",
          needs: "Three old photographs.",
        },
      },
      groups: [
        {
          teacher: "Алия Каримова",
          audiences: ["seniors"],
          capacity: 12,
          enrolled: 7,
          lessons: weekly(when.inDays(3, 16, 0), [1], 90, 10),
        },
      ],
    },
    {
      name: "tukay-aloud",
      texts: {
        ru: {
          title: "Читаем Тукая",
          about: "Стихи и сказки в подлиннике и переводах, с историком литературы.",
          needs: "Тексты пришлём.",
        },
        tt: {
          title: "Тукайны укыйбыз",
          about: "Шигырьләр һәм әкиятләр – төп нөсхәдә һәм тәрҗемәдә, әдәбият тарихчысы белән.",
          needs: "Текстларны җибәрербез.",
        },
        en: {
          title: "Reading Tukay",
          about: "Poems and tales in the original and in translation, with a historian of literature.",
          needs: "We send the texts.",
        },
      },
      groups: [
        {
          teacher: "Рәшит Сәйфуллин",
          heldIn: "tt",
          capacity: 15,
          enrolled: 3,
          lessons: weekly(when.inDays(7, 18, 0), [4], 60, 6),
        },
      ],
    },
  ];
}
