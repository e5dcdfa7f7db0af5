import { metresBetween } from "../collections/route.ts";
import type { EveningCompany, Spot } from "./candidate.ts";

/** How one gets from one piece of an evening to the next. */
export type WayBetween =
  /** It goes on where one is: at home, or in the same house. */
  | { kind: "none"; minutes: 0 }
  | { kind: "walk" | "ride"; minutes: number }
  /** One of the two is not on the map: so long is left for it. */
  | { kind: "unknown"; minutes: number };

/** Kilometres an hour on foot, and metres up to which one walks. */
export const walking: Readonly<Record<EveningCompany, { speed: number; farthest: number }>> = {
  anyone: { speed: 4.5, farthest: 2_000 },
  children: { speed: 3, farthest: 1_000 },
  seniors: { speed: 3, farthest: 1_000 },
};

/** Kilometres an hour by bus or tram with its stops, and minutes of getting there and waiting. */
export const riding = { speed: 15, wait: 10 };

/** Streets are so much longer than the line through the air. */
const detour = 1.3;

/** Minutes left where nobody knows the way. */
const unknownMinutes = 40;

const minutesFor = (metres: number, speed: number): number => (metres * 60) / (speed * 1_000);

const inFives = (minutes: number): number => Math.max(5, Math.ceil(minutes / 5) * 5);

/** The way from where one piece ends to where the next begins; null is at home. Minutes are whole fives, rounded up. */
export function wayBetween(start: Spot | null, goal: Spot | null, company: EveningCompany): WayBetween {
  if (start === null && goal === null) return { kind: "none", minutes: 0 };
  if (start === null || goal === null) return { kind: "unknown", minutes: unknownMinutes };
  if (start.id !== null && start.id === goal.id) return { kind: "none", minutes: 0 };
  if (start.point === null || goal.point === null) return { kind: "unknown", minutes: unknownMinutes };
  const metres = metresBetween(start.point, goal.point) * detour;
  const { speed, farthest } = walking[company];
  if (metres < 50) return { kind: "none", minutes: 0 };
  if (metres <= farthest) return { kind: "walk", minutes: inFives(minutesFor(metres, speed)) };
  return { kind: "ride", minutes: inFives(riding.wait + minutesFor(metres, riding.speed)) };
}
