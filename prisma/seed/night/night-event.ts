import type { DateTime } from "luxon";
import type { Section } from "../../../bot/programme/event.ts";
import type { DemoEvent } from "../demo-event.ts";
import type { When } from "../when.ts";

/** An event of the Night, which is of any section. */
export type NightEvent = DemoEvent & { section: Section };

/** Weeks from this one to that of the Night. */
const weeks = { from: 2, to: 2 };

/** That hour of the Night: on the Saturday in two weeks, whenever the demo city is made. */
export function nightAt(when: When, hour: number, minute: number): DateTime {
  const [at] = when.everyWeek([6], hour, minute, weeks);
  if (at === undefined) throw new RangeError("the Night has no day");
  return at;
}
