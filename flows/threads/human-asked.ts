import { KeptByChat } from "../kit/kept-by-chat.ts";

/** Whether somebody asked for a human within ten minutes: what they write next may be what they wanted to tell one. */
export const humanAsked = new KeptByChat<true>(10 * 60_000);
