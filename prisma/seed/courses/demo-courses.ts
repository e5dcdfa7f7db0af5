import { type Area, areas } from "../../../bot/classes/areas.ts";
import { createWhen, type When } from "../when.ts";
import { crafts } from "./crafts.ts";
import { dance } from "./dance.ts";
import type { DemoCourse } from "./demo-course.ts";
import { digital } from "./digital.ts";
import { fitness } from "./fitness.ts";
import { languages } from "./languages.ts";
import { music } from "./music.ts";
import { painting } from "./painting.ts";
import { photography } from "./photography.ts";
import { stage } from "./stage.ts";
import { writing } from "./writing.ts";

const courses: Record<Area, (when: When) => DemoCourse[]> = {
  digital,
  languages,
  painting,
  crafts,
  music,
  dance,
  stage,
  writing,
  photography,
  fitness,
};

/** Makes the courses of the demo city around `now`; the same `now` and IANA `zone` give the same ones. */
export function demoCourses(now: Date, zone: string): (DemoCourse & { area: Area })[] {
  const when = createWhen(now, zone);
  return areas.flatMap((area) => courses[area](when).map((course) => ({ area, ...course })));
}
