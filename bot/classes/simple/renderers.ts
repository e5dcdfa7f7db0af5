import type { DeliveryButton, Renderer } from "../../delivery/delivery.ts";
import type { Renderers } from "../../delivery/renderers.ts";
import { callHuman } from "../../threads/buttons.ts";
import type { Translate } from "../../words/messages/translator.ts";

/** The first and the last of the buttons and a person, each in a row of its own: what simple mode has room for. */
export function simpleKeyboard(keyboard: readonly DeliveryButton[][], t: Translate): DeliveryButton[][] {
  const all = keyboard.flat();
  const kept = all.length > 2 ? [all.slice(0, 1), all.slice(-1)] : all.map((each) => [each]);
  return [...kept, [callHuman(t)]];
}

/** What learners are sent, in the form of simple mode for whoever is in it. */
export const inSimpleMode = (renderers: Renderers): Renderers =>
  Object.fromEntries(Object.entries(renderers).map(([kind, render]) => [kind, simplified(render)]));

const simplified =
  (render: Renderer): Renderer =>
  async (delivery, recipient) => {
    const rendering = await render(delivery, recipient);
    const { isSimple, t } = recipient;
    if (!isSimple || rendering.kind === "nothing" || rendering.kind === "delete") return rendering;
    return { ...rendering, keyboard: simpleKeyboard(rendering.keyboard, t) };
  };
