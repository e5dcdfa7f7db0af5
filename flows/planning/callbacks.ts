import { DateTime } from "luxon";
import { defineCallback, idCallback, plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { after, type Codec, fields, id, optional, text, whole } from "../../bot/doors/telegram/screen/codec.ts";
import { letterOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { eveningCompanies, eveningSettings } from "../../bot/planning/candidate.ts";

/** Buttons of an evening planned. */

const digits = text("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
/** A day that there is. */
const day: Codec<string> = {
  ...digits,
  decode: (data) => (DateTime.fromISO(data).isValid ? digits.decode(data) : undefined),
};

const setting = letterOf(eveningSettings, { town: "t", home: "h" });
const company = letterOf(eveningCompanies, { anyone: "a", children: "c", seniors: "s" });

/** Plans an evening: as it was wished for, null is as usual; the next one; or around a card. */
export const planDayCallback = defineCallback(
  "plb",
  fields("{day}{setting}{company}{priceLimit}", {
    day: optional(day),
    setting: optional(setting),
    company: optional(after("-", company)),
    priceLimit: optional(after("p", whole(0, 99_999))),
  }),
);
export const planTonightCallback = plainCallback("pla");
export const planAroundCallback = idCallback("plc");

/** An evening with its pieces, and those that somebody keeps. */
export const eveningCallback = defineCallback("plv", id, { isOrigin: true });
export const keptEveningsCallback = plainCallback("ply");

/** A piece; changes it, takes it out, takes its new time. */
export const pieceCallback = idCallback("plp");
export const changePieceCallback = idCallback("plo");
export const removePieceCallback = idCallback("plx");
export const takeTimeCallback = idCallback("plt");

/** Adds a piece; `known`: how many there are, so that a second press adds no other one. */
export const addPieceCallback = defineCallback(
  "pln",
  fields("{eveningId}.{known}", { eveningId: id, known: whole(0, 9) }),
);

/** Prices that can be asked for, in roubles; 0 is free, null any. */
export const priceChoices = [null, 0, 500] as const;

/** What an evening is to be like, and each of its choices. */
export const wishCallback = idCallback("pls");
export const settingCallback = defineCallback("plw", fields("{eveningId}.{setting}", { eveningId: id, setting }));
export const companyCallback = defineCallback("plg", fields("{eveningId}.{company}", { eveningId: id, company }));
export const priceCallback = defineCallback(
  "plm",
  fields("{eveningId}.{price}", { eveningId: id, price: optional(whole(0, 99_999)) }),
);
export const dayCallback = defineCallback("pld", fields("{eveningId}.{day}", { eveningId: id, day }));

/** Keeps an evening, reminds of its pieces, sends it as a file for calendars, deletes it. */
export const keepEveningCallback = idCallback("plk");
export const remindEveningCallback = idCallback("plr");
export const eveningFileCallback = idCallback("plf");
export const dropEveningCallback = idCallback("ple");
