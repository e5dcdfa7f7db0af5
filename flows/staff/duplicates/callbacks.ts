import { defineCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import type { PairShelf } from "../../../bot/programme/duplicates/queue-store.ts";

const shelves: readonly PairShelf[] = ["suspected", "merged"];

/** A page of pairs of events that may be one, or were merged. */
export const pairsCallback = defineCallback(
  "iv",
  fields("{shelf}~{page}", { shelf: oneOf(shelves, ["suspected", "merged"]), page }),
);

const pair = fields("{firstId}.{secondId}", { firstId: id, secondId: id });

/** The two events of a pair, one below the other. */
export const pairCallback = defineCallback("jw", pair);
/** Says that the pair is one event. */
export const mergePairCallback = defineCallback("jx", pair);
/** Says that the pair is two events; undoes a merging. */
export const tellApartCallback = defineCallback("jy", pair);
