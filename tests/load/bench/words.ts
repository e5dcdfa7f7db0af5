import { demoCity } from "../../../bot/city/city-file.ts";
import { loadWords, type Translate } from "../../../bot/words/messages/translator.ts";
import { localesDirectory } from "../../support/words.ts";
import { quantile } from "../quantile.ts";
import { type Benchmark, round } from "./benchmark.ts";

/** Messages of every kind: plain, with values, with a plural, long with HTML. */
const messages: readonly ((t: Translate, n: number) => unknown)[] = [
  (t) => t("button.tonight"),
  (t, n) => t("list.shown", { from: n, to: n + 5, total: n + 40 }),
  (t, n) => t("date.relative.hours", { hours: n }),
  (t, n) => t("help.share", { bot: `@bot${n}`, sharing: "inline" }),
];

export const words: Benchmark = {
  name: "words",
  async run() {
    const loaded = loadWords(localesDirectory, demoCity().texts);
    const translators = (["ru", "tt", "en"] as const).map((language) => loaded.for(language));
    const batch = 100;
    const times: number[] = [];
    for (let sample = 0; sample < 3_000; sample += 1) {
      const started = performance.now();
      for (let n = 0; n < batch; n += 1) {
        const t = translators[n % translators.length];
        const message = messages[(sample + n) % messages.length];
        if (t) message?.(t, n);
      }
      times.push(((performance.now() - started) / batch) * 1_000);
    }
    const median = quantile(times, 0.5);
    return [
      {
        what: "words, one message of four kinds in three languages",
        measured: `${round(median, 2)} µs (median), p99 ${round(quantile(times, 0.99), 2)} µs`,
        aim: "≤ 10 µs",
        met: median <= 10,
        figures: { medianUs: median, p99Us: quantile(times, 0.99) },
      },
    ];
  },
};
