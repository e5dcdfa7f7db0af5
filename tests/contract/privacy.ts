import { findTroubles } from "../../bot/operation/trouble/find-store.ts";
import { anonymiseClasses } from "../../bot/privacy/withdrawal/anonymise-store.ts";
import { forgetSilent } from "../../bot/privacy/withdrawal/silence-store.ts";
import { addressRow } from "../support/factories/person.ts";
import { type Calls, later, now } from "./stage.ts";

const inAYear = later(400 * 24 * 60);

export const privacy: Calls = {
  "operation/trouble/find-store.ts": (database) => findTroubles(database, now),
  "privacy/withdrawal/anonymise-store.ts": (database) => anonymiseClasses(database, inAYear, now),
  "privacy/withdrawal/silence-store.ts": async (database, { learner }) => {
    await database.learner.deleteMany();
    await database.reminder.deleteMany();
    await database.digest.deleteMany();
    await database.address.create({
      data: { ...addressRow(now, { externalId: "silent" }), personId: BigInt(learner) },
    });
    await forgetSilent(database, inAYear, now);
  },
};
