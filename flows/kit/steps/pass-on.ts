import type { Dialogue } from "../../../bot/context.ts";
import { notePassedOn } from "./wait-answer.ts";

/** Ends a dialogue whose question an update does not answer, and lets the update be what it is outside of it. */
export async function passOn(dialogue: Dialogue): Promise<never> {
  await dialogue.external(({ update }) => notePassedOn(update));
  return dialogue.halt({ next: true });
}
