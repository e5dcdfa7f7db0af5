import fc from "fast-check";
import { expect, it } from "vitest";
import { cardCallback, otherDatesCallback } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { filterCallback, listCallback } from "../../../flows/programme/callbacks.ts";
import { listingCodec } from "../../../flows/programme/list-codec.ts";
import { anyListing } from "../../programme/listing/listings.ts";

const largestId = 2_147_483_647;

it("any list comes back as it was, within 40 bytes", () => {
  fc.assert(
    fc.property(anyListing, (listing) => {
      const packed = listingCodec.encode(listing);
      expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(40);
      expect(listingCodec.decode(packed)).toEqual(listing);
    }),
    { numRuns: 1_000 },
  );
});

it("any card, its dates and a group of filters carry any list within Telegram's 64 bytes", () => {
  fc.assert(
    fc.property(anyListing, (listing) => {
      const from = listCallback.data(listing);
      const card = { occurrenceId: largestId, whole: true, from };
      expect(cardCallback.read(cardCallback.data(card))).toEqual(card);
      const dates = { occurrenceId: largestId, page: 12, from };
      expect(otherDatesCallback.read(otherDatesCallback.data(dates))).toEqual(dates);
      const group = { group: "accessibility", listing } as const;
      expect(filterCallback.read(filterCallback.data(group))).toEqual(group);
    }),
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
