import { findCandidates } from "../../bot/planning/candidate-store.ts";
import { frameOf } from "../../bot/planning/evening.ts";
import { type Calls, now, zone } from "./stage.ts";

export const planning: Calls = {
  "planning/candidate-store.ts": async (database) => {
    const wish = { day: "2026-11-21", setting: "home", company: "children", priceLimit: 500 } as const;
    await findCandidates(database, wish, frameOf(wish, { now, zone }), { now, zone });
  },
};
