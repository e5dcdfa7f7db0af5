import { z } from "zod";
import type { Renderer } from "../../../delivery/delivery.ts";

const payload = z.object({ reference: z.string(), deaths: z.int() });

/** Writes what staff is told about updates. */
export const renderers = (): Record<string, Renderer> => ({
  "update-given-up": async (delivery, { t }) => {
    const { reference, deaths } = payload.parse(delivery.payload);
    return { kind: "message", text: t.html("staff.update_given_up", { reference, deaths }), keyboard: [] };
  },
});
