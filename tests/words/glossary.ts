/**
 * What a thing is called in each language, by the beginnings of its words. A message that names the thing in Russian names
 * it by one of these in the others.
 */
export const glossary = [
  { ru: ["черновик"], tt: ["каралама"], en: ["draft"] },
  { ru: ["очеред"], tt: ["чират"], en: ["waiting list", "queue", "waiting", "line", "list again"] },
  { ru: ["сертификат"], tt: ["таныклык", "таныклыг"], en: ["certificate"] },
  { ru: ["преподавател"], tt: ["укытучы"], en: ["teacher"] },
  { ru: ["расписани"], tt: ["расписание", "җәдвәл", "тәртиб"], en: ["schedule", "timetable"] },
  { ru: ["часовой пояс", "часового пояса"], tt: ["сәгать поясы", "сәгать поясын"], en: ["time zone"] },
  { ru: ["объявлени"], tt: ["белдерү"], en: ["announcement"] },
  { ru: ["рецензи"], tt: ["рецензия"], en: ["review"] },
  { ru: ["тихие часы", "тихих часов"], tt: ["тынлык сәгат"], en: ["quiet hours"] },
] as const;
