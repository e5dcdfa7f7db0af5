import type { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { accessibilities, sections } from "../../bot/programme/event.ts";
import { languages } from "../../bot/words/language.ts";
import { at, draftsAt, hasLink, recordsAt, startsOf, thursday } from "./demo.ts";

const drafts = draftsAt(thursday);

describe("the demo city", () => {
  it("has at least 70 events, and at least eight in every section", () => {
    expect(drafts.length).toBeGreaterThanOrEqual(70);
    for (const section of sections) {
      expect(drafts.filter((draft) => draft.section === section).length, section).toBeGreaterThanOrEqual(8);
    }
  });

  it("is the same for the same now and zone", () => {
    expect(recordsAt(thursday)).toEqual(recordsAt(thursday));
  });

  it("keeps its record ids, each once, whenever it is made", () => {
    const ids = (now: DateTime) => recordsAt(now).map(({ recordId }) => recordId);
    expect(new Set(ids(thursday)).size).toBe(drafts.length);
    expect(ids(at("2028-02-29T04:00"))).toEqual(ids(thursday));
  });
});

describe("what is offered", () => {
  it("comes in all attendance modes, free and paid", () => {
    expect(new Set(drafts.map((draft) => draft.attendanceMode))).toEqual(new Set(["online", "on_site", "mixed"]));
    const paid = drafts.filter((draft) => !draft.isFree);
    expect(paid.length).toBeGreaterThanOrEqual(20);
    expect(drafts.length - paid.length).toBeGreaterThanOrEqual(20);
    for (const { priceMin, priceMax } of paid) expect(priceMin).toBeLessThanOrEqual(priceMax ?? Number.MAX_VALUE);
    for (const { isFree, priceMin } of drafts) expect(isFree).toBe(priceMin === undefined);
  });

  it("knows every age, audience, accessibility and four languages of performance", () => {
    expect(new Set(drafts.map((draft) => draft.ageMin))).toEqual(new Set([0, 6, 12, 16, 18]));
    expect(new Set(drafts.flatMap((draft) => draft.audiences ?? [])).size).toBe(3);
    const accessible = drafts.flatMap((draft) => draft.accessibility ?? []);
    for (const kind of accessibilities) expect(accessible.filter((one) => one === kind).length).toBeGreaterThan(1);
    const heldIn = new Set(drafts.map((draft) => draft.heldIn));
    for (const language of ["ru", "tt", "en", "it"]) expect(heldIn).toContain(language);
  });

  it("has at least eight past events with a recording", () => {
    const recorded = drafts.filter(
      (draft) => hasLink(draft, "recording") && startsOf(draft).some((time) => time < +thursday),
    );
    expect(recorded.length).toBeGreaterThanOrEqual(8);
  });

  it("says where: a place unless it is online, a stream or a recording unless it is on site", () => {
    for (const draft of drafts) {
      const isOnline = draft.attendanceMode === "online";
      expect(draft.occurrences.every(({ place }) => (place === undefined) === isOnline)).toBe(true);
      if (draft.attendanceMode === "on_site") expect(hasLink(draft, "stream")).toBe(false);
      else expect(hasLink(draft, "stream") || hasLink(draft, "recording")).toBe(true);
    }
  });

  it("links only to https addresses of a reserved domain", () => {
    const urls = drafts.flatMap((draft) => draft.links ?? []).map(({ url }) => new URL(url));
    expect(urls.length).toBeGreaterThan(40);
    expect(urls.every(({ protocol, hostname }) => protocol === "https:" && hostname.endsWith(".example"))).toBe(true);
  });
});

describe("places and institutions", () => {
  const places = drafts.flatMap((draft) => draft.occurrences).flatMap(({ place }) => (place ? [place] : []));

  it("are 12 to 20 of each, with one origin each", () => {
    const institutions = drafts.flatMap(({ institution }) => (institution ? [institution] : []));
    for (const all of [places, institutions]) {
      const origins = new Set(all.map(({ origin }) => origin));
      expect(origins.size).toBeGreaterThanOrEqual(12);
      expect(origins.size).toBeLessThanOrEqual(20);
      expect([...origins].every((origin) => origin.startsWith("demo:"))).toBe(true);
    }
  });

  it("lie within Kazan's reach, Bolgar the farthest", () => {
    for (const { origin, latitude = 0, longitude = 0 } of places) {
      expect(latitude, origin).toBeGreaterThan(origin === "demo:bolgar" ? 54.9 : 55.7);
      expect(latitude, origin).toBeLessThan(55.9);
      expect(longitude, origin).toBeGreaterThan(48.6);
      expect(longitude, origin).toBeLessThan(49.2);
    }
  });

  it("are named and addressed in three languages", () => {
    for (const { texts } of places) {
      for (const language of languages) expect(texts[language]?.address).toBeTruthy();
    }
  });
});
