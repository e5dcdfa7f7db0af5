import fc from "fast-check";
import { expect, it } from "vitest";
import { cardCallback, otherDatesCallback } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { accessibilities, audiences, sections } from "../../../bot/programme/event.ts";
import { dayParts, kinds } from "../../../bot/programme/listing/list-query.ts";
import { languages } from "../../../bot/words/language.ts";
import { datesCallback, filterCallback, listCallback } from "../../../flows/programme/callbacks.ts";
import { isCarried, listingCodec } from "../../../flows/programme/list-codec.ts";
import { leadCallback } from "../../../flows/reminders/callbacks.ts";
import { anyListing } from "../../programme/listing/listings.ts";

const largestId = 2_147_483_647;

const carried = anyListing.filter(isCarried);

it("any list comes back as it was", () => {
  fc.assert(
    fc.property(anyListing, (listing) => {
      const packed = listingCodec.encode(listing);
      expect(listingCodec.decode(packed)).toEqual(listing);
    }),
    { numRuns: 1_000 },
  );
});

it("any card, its dates and a group of filters carry any list that is not too long, within Telegram's 64 bytes", () => {
  fc.assert(
    fc.property(carried, (listing) => {
      const from = listCallback.data(listing);
      const card = { occurrenceId: largestId, whole: true, from };
      expect(cardCallback.read(cardCallback.data(card))).toEqual(card);
      const dates = { occurrenceId: largestId, page: 12, from };
      expect(otherDatesCallback.read(otherDatesCallback.data(dates))).toEqual(dates);
      const reminder = { occurrenceId: largestId, lead: 1440, on: false, from } as const;
      expect(leadCallback.read(leadCallback.data(reminder))).toEqual(reminder);
      const days = { month: "2026-11", filters: listing.filters, back: listing.scope };
      expect(datesCallback.read(datesCallback.data(days))).toEqual(days);
      const group = { group: "accessibility", listing } as const;
      expect(filterCallback.read(filterCallback.data(group))).toEqual(group);
    }),
  );
});

it("a day with eight choices is carried, with every filter there is it is not", () => {
  const day = { kind: "date", date: "2026-11-21", of: "weekend" } as const;
  const usual = {
    section: ["theatre", "music", "museums"],
    kind: ["stream"],
    free: true,
    audience: ["children", "family"],
    part: ["evening"],
    institution: largestId,
  } as const;
  expect(isCarried({ scope: day, filters: usual, page: 0 })).toBe(true);
  const near = { kind: "near", latitude: -89.9999, longitude: 179.9999, radius: 10 } as const;
  const all = { ...usual, section: sections, kind: kinds, audience: audiences, accessibility: accessibilities };
  expect(isCarried({ scope: near, filters: { ...all, part: dayParts, heldIn: languages, price: 500 }, page: 0 })).toBe(
    false,
  );
});

it("a shared place is told to eleven metres, and no finer", () => {
  const packed = listingCodec.encode({
    scope: { kind: "near", latitude: 55.796_127, longitude: 49.106_414, radius: 3 },
    filters: {},
    page: 0,
  });
  expect(listingCodec.decode(packed)?.scope).toEqual({
    kind: "near",
    latitude: 55.7961,
    longitude: 49.1064,
    radius: 3,
  });
});

it.each([
  "",
  "t",
  "t~",
  "t~~",
  "t~~-1",
  "t~~1~",
  "t~~ABC",
  "t~~zzzz",
  "T~~0",
  "toString~~0",
  "t~sx~0",
  "t~fs1~0",
  "D20261131~~0",
  "D19990101~~0",
  "D2026~~0",
  "N~~0",
  "N1.1.2~~0",
  "Nzzzzz.1.3~~0",
  "N1.zzzzz.3~~0",
  "N1,1,3~~0",
])("rubbish such as “%s” is nothing", (text) => {
  expect(listingCodec.decode(text)).toBeUndefined();
});

it("no text at all breaks it, and what is read means something", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const listing = listingCodec.decode(text);
      if (listing) expect(listingCodec.decode(listingCodec.encode(listing))).toEqual(listing);
    }),
    { numRuns: 2_000 },
  );
});
