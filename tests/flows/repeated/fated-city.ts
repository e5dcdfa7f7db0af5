import type { Update } from "grammy/types";
import { openCity, type TestCity } from "../../support/city.ts";
import { anotherBot } from "../drive.ts";
import { type Death, isSaying, mortalBot } from "./mortal.ts";

export interface Fate {
  death: Death;
  diesBy: "effect" | "words";
  /** The control: what was noted of the first time is lost. */
  forgets?: boolean;
}

export interface FatedCity extends TestCity {
  /** The program that gets the next update dies of it, and another one gets the update again. */
  kills(fate: Fate): void;
  /** Telegram does the next call that people read, and its answer is lost; resolves to how many such calls there were. */
  losesAnswer(): () => number;
}

/** A city in which programs die and answers are lost. Made once for the calling file. */
export function openFatedCity(): FatedCity {
  let fate: Fate | undefined;
  const city = openCity({
    plant: false,
    intake: (handle) => async (update: Update) => {
      if (fate === undefined) return handle(update);
      const { death, diesBy, forgets = false } = fate;
      fate = undefined;
      const { handler, died } = mortalBot(city, death, diesBy);
      // Its deadline comes long after anybody waits for it.
      handler.handle(update).catch(() => {});
      await died;
      if (forgets) await city.services.database.effect.deleteMany();
      return anotherBot(city).handler.handle(update);
    },
  });
  return Object.assign(city, {
    kills: (next: Fate) => {
      fate = next;
    },
    losesAnswer() {
      let calls = 0;
      const when = (method: string) => isSaying(method) && ++calls > 0;
      city.telegram.fail({ when, times: 1, with: "reset after accepting" });
      return () => calls;
    },
  });
}
