import type { Max } from "../../../../playground/max/max.ts";
import type { MaxPerson } from "../../../../playground/max/people/max-person.ts";
import { type Step, steps } from "../walk.ts";

/** A thousand people (or fewer) who walk through the bot at MAX as those of `Walk` do, as fast as it answers. */
export class MaxWalk {
  readonly #people: MaxPerson[];
  /** Called with the data of each button before it is pressed, "" for a message. */
  onTap: (data: string) => void = () => {};

  constructor(max: Max, size: number) {
    this.#people = Array.from({ length: size }, (_, index) => max.person(`Гость ${index}`, { languageCode: "ru" }));
  }

  /** Everybody makes all steps so many times, `parallel` people at once, each the next step as soon as the last is confirmed. */
  async rounds(count: number, parallel: number): Promise<{ updates: number; seconds: number }> {
    const started = performance.now();
    const queue = Array.from({ length: count }, () => this.#people).flat();
    const lane = async () => {
      for (let person = queue.pop(); person; person = queue.pop())
        for (const step of steps) await this.#step(person, step);
    };
    await Promise.all(Array.from({ length: parallel }, lane));
    return {
      updates: count * this.#people.length * steps.length,
      seconds: (performance.now() - started) / 1_000,
    };
  }

  async #step(person: MaxPerson, step: Step): Promise<void> {
    const data = step === "tonight" ? "" : findButton(person, step);
    this.onTap(data);
    if (step === "tonight") await person.says("Сегодня вечером");
    else await person.tapsData(person.latest?.id ?? "", data);
  }
}

/** The button that leads on, by its place and label. Throws with the screen when it is not there. */
function findButton({ latest, screen }: MaxPerson, step: Exclude<Step, "tonight">): string {
  const label = { page: "Дальше", card: undefined, back: "Назад" }[step];
  const buttons = latest?.keyboard.flat() ?? [];
  const found = label === undefined ? buttons[0] : buttons.find(({ text }) => text === label);
  if (found?.type === "callback") return found.payload;
  throw new Error(`no button for "${step}" on the screen:\n${screen}`);
}
