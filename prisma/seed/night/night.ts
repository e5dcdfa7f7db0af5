import type { DateTime } from "luxon";
import { createWhen } from "../when.ts";
import { cityNight } from "./city-night.ts";
import { kremlinNight } from "./kremlin-night.ts";
import { museumsNight } from "./museums-night.ts";
import { type NightEvent, nightAt } from "./night-event.ts";
import { readingNight } from "./reading-night.ts";

export interface DemoNight {
  startsAt: DateTime;
  endsAt: DateTime;
  /** What is within the Kremlin's walls, and everything else. */
  kremlin: NightEvent[];
  city: NightEvent[];
}

/** Makes the Night of Museums around `now`: thirty events in ten places and one from home. */
export function demoNight(now: Date, zone: string): DemoNight {
  const when = createWhen(now, zone);
  const startsAt = nightAt(when, 18, 0);
  return {
    startsAt,
    endsAt: startsAt.plus({ days: 1 }).set({ hour: 2 }),
    kremlin: kremlinNight(when),
    city: [...museumsNight(when), ...readingNight(when), ...cityNight(when)],
  };
}
