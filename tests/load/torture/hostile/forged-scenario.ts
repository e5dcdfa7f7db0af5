import { openDatabase } from "../../../../bot/database/database.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { sweepForged } from "../../../forged/sweep.ts";
import { startOn } from "../intake.ts";
import type { Scenario } from "../scenario.ts";

/** Every button forged by everybody whom its things do not belong to, against the program as it is run, in a full city. */
export const forgedScenario: Scenario = {
  name: "forged",
  async run({ fresh }) {
    const url = await fresh();
    const telegram = await startTelegram({ clock: systemClock, limits: "lifted", keepMessages: 5 });
    const database = openDatabase(url);
    try {
      const { bot } = await startOn(telegram, url, "webhook");
      const swept = await sweepForged(
        { telegram, database, now: systemClock.now() },
        { broken: "сломалось", isShared: false },
      );
      await bot.stop();
      const { presses, told, changed, unanswered, heardByOwners } = swept;
      const first = [...told, ...changed, ...unanswered].slice(0, 3).map((line) => line.slice(0, 160));
      return [
        {
          tried: `${presses} forged presses and links of five others, with secrets in all that is anybody's`,
          found: `told ${told.length}, changed ${changed.length}, unanswered or broken ${unanswered.length}; their owners heard ${heardByOwners} ${first.join(" · ")}`,
          holds: heardByOwners > 20 && [told, changed, unanswered].every(({ length }) => length === 0),
        },
      ];
    } finally {
      await database.$disconnect();
      await telegram.close();
    }
  },
};
