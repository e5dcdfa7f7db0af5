import type ICAL from "ical.js";

/** Throws for a time zone that changes by another rule than one a year: its library counts from 1601 on. */
export function checkZones(zone: ICAL.Component): void {
  for (const part of zone.getAllSubcomponents()) {
    for (const property of part.getAllProperties("rrule")) {
      const rule: unknown = property.getFirstValue();
      if (!isYearly(rule)) throw new Error("a time zone changes once a year");
    }
  }
}

const isYearly = (rule: unknown): boolean =>
  typeof rule === "object" && rule !== null && "freq" in rule && rule.freq === "YEARLY";
