import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";
import { colleague } from "../staff/team.ts";

/** A resident and a human, from both sides. The city's clock stands at half past five on a Friday: people are there. */
const city = openCity({ plant: false });

describe.each(languages)("in %s", (language) => {
  const t = words.for(language);

  it("a resident writes, is answered by name, replies, and the question is closed and opened again", async () => {
    const marat = await colleague(city, language, "moderator");
    const alsu = city.telegram.person(names[language], { languageCode: language });
    await alsu.says("/start");
    await alsu.says("/help");
    await alsu.taps(t("thread.button.write"));
    alsu.sees(t("thread.ask.question"));
    alsu.sees(t("thread.open", { hours: hours[language] }));

    await alsu.says("Не могу зайти на урок");
    alsu.sees(t("thread.sent", { when: t("thread.open", { hours: hours[language] }) }));
    await alsu.sendsPhoto("вот что я вижу");
    alsu.sees(t("thread.sent_more"));
    await alsu.taps(t("thread.button.done"));
    alsu.sees(t("thread.done"));

    // One message to staff for both.
    await city.deliver();
    marat.sees("Не могу зайти");
    const asked = marat.chat.filter(({ text }) => text.includes(alsu.name)).length;
    expect(asked).toBe(1);
    await marat.taps(t("thread.button.open"));
    marat.sees("Не могу зайти на урок");
    marat.sees(`[${t("thread.kind.photo")}] вот что я вижу`);
    await marat.taps(t("thread.button.files", { count: 1 }));
    expect(marat.chat.some(({ photo, text }) => photo !== undefined && text === "вот что я вижу")).toBe(true);

    await marat.taps(t("thread.button.answer"));
    await marat.sendsVoice();
    marat.sees(t("thread.answered"));
    marat.sees(t("thread.state.answered"));
    await city.deliver();
    expect(alsu.latest?.media?.kind).toBe("voice");
    alsu.sees(t("thread.answers", { name: marat.name }));

    // Telegram's own reply goes where it belongs, without a question.
    await alsu.says("Помогло, но экран чёрный", { replyTo: alsu.latest?.id ?? 0 });
    alsu.sees(t("thread.handed_on", { when: t("thread.open", { hours: hours[language] }) }));
    await city.deliver();
    marat.sees("экран чёрный");
    await marat.taps(t("thread.button.open"));
    await marat.taps(t("thread.button.close"));
    marat.sees(t("thread.closed"));
    await city.deliver();
    alsu.sees(t("thread.closed_by_staff"));

    await alsu.taps(t("thread.button.more"));
    alsu.sees(t("thread.ask.more"));
    await alsu.says("Ещё вопрос");
    await city.deliver();
    marat.sees("Ещё вопрос");
    await marat.taps(t("thread.button.open"));
    marat.sees("экран чёрный");
    expect(labels(marat)).toContain(t("thread.button.close"));
  });
});

const hours = { ru: "пн–пт 9:00–18:00", tt: "дүшәмбе–җомга 9:00–18:00", en: "Mon–Fri 9:00–18:00" };
const names = { ru: "Алсу", tt: "Гөлнара", en: "Kate" };
