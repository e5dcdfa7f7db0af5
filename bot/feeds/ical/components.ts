import { FeedError } from "../problem.ts";
import { type ContentLine, parseContentLines } from "./content-line.ts";

/** A VEVENT: its properties in order, and lines that belong to nothing. */
export interface EventLines {
  lines: ContentLine[];
  strays: string[];
}

/** A VCALENDAR with what is said for all its events. */
export interface CalendarLines {
  /** Properties of the calendar itself, by name; the last of a name. */
  properties: Map<string, string>;
  events: EventLines[];
  /** The lines of each VTIMEZONE, by its TZID. */
  zones: Map<string, string[]>;
}

/** Sorts the lines of a file into calendars and events; what stands inside of an event, as alarms do, is left out. */
export function parseComponents(text: string): CalendarLines[] {
  const calendars: CalendarLines[] = [];
  const open: string[] = [];
  let event: EventLines | null = null;
  let zone: string[] | null = null;
  for (const line of parseContentLines(text)) {
    if ("stray" in line) {
      event?.strays.push(line.stray);
      continue;
    }
    const calendar = calendars.at(-1);
    const component = line.value.trim().toUpperCase();
    if (line.name === "BEGIN") {
      open.push(component);
      if (component === "VCALENDAR") calendars.push({ properties: new Map(), events: [], zones: new Map() });
      else if (component === "VTIMEZONE") zone = [];
      else if (component === "VEVENT" && event === null) {
        event = { lines: [], strays: [] };
        calendar?.events.push(event);
      }
      if (zone !== null) zone.push(`BEGIN:${component}`);
      continue;
    }
    if (line.name === "END") {
      if (zone !== null) zone.push(`END:${component}`);
      if (component === "VTIMEZONE" && zone !== null) {
        calendar?.zones.set(zoneName(zone), zone);
        zone = null;
      }
      if (component === "VEVENT") event = null;
      const at = open.lastIndexOf(component);
      if (at >= 0) open.length = at;
      continue;
    }
    if (zone !== null) zone.push(`${line.name}:${line.value}`);
    else if (open.at(-1) === "VEVENT") event?.lines.push(line);
    else if (open.at(-1) === "VCALENDAR") calendar?.properties.set(line.name, line.value.trim());
  }
  if (calendars.length === 0) {
    throw new FeedError({ code: "no_calendar", detail: text.trim() === "" ? "it is empty" : "no BEGIN:VCALENDAR" });
  }
  return calendars;
}

const zoneName = (lines: readonly string[]): string =>
  lines
    .find((line) => line.startsWith("TZID:"))
    ?.slice("TZID:".length)
    .trim() ?? "";
