import type { When } from "../when.ts";
import { type DemoCourse, weekly } from "./demo-course.ts";

export function crafts(when: When): DemoCourse[] {
  return [
    {
      name: "tatar-embroidery",
      texts: {
        ru: {
          title: "Татарская вышивка",
          about: "Тамбурный шов, тюльпан и гвоздика, калфак для куклы. Узоры из музейных собраний.",
          needs: "Пяльцы, игла, мулине, лоскут хлопка.",
        },
        tt: {
          title: "Татар чигүе",
          about: "Элмәкле чигү, лалә һәм канәфер, курчакка калфак. Бизәкләр – музей тупланмаларыннан.",
          needs: "Киергеч, энә, мулине, мамык тукыма кисәге.",
        },
        en: {
          title: "Tatar embroidery",
          about: "Chain stitch, tulip and carnation, a cap for a doll. Patterns from museum collections.",
          needs: "A hoop, a needle, floss, a piece of cotton.",
        },
      },
      groups: [
        {
          teacher: "Фәридә Шәрипова",
          heldIn: "tt",
          capacity: 10,
          enrolled: 8,
          lessons: weekly(when.inDays(3, 15, 0), [5], 120, 8),
        },
      ],
    },
    {
      name: "knitting",
      texts: {
        ru: {
          title: "Вяжем носки и варежки",
          about: "Пять спиц, пятка без дырок, узор по схеме. Первая пара — к концу третьего занятия.",
          needs: "Спицы № 3 и шерсть.",
        },
        tt: {
          title: "Оекбаш, бияләй бәйлибез",
          about: "Биш энә, тишексез үкчә, схема буенча бизәк. Беренче пар өченче дәрес ахырына әзер.",
          needs: "3 номерлы энәләр һәм йон җеп.",
        },
        en: {
          title: "Knit socks and mittens",
          about: "Five needles, a heel without holes, patterns from a chart. A first pair by the third lesson.",
          needs: "Needles of 3 mm and wool.",
        },
      },
      groups: [
        {
          teacher: "Валентина Орлова",
          audiences: ["family"],
          capacity: 15,
          enrolled: 5,
          lessons: weekly(when.inDays(7, 14, 0), [7], 90, 6),
        },
      ],
    },
  ];
}
