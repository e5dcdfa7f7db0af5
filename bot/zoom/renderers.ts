import { z } from "zod";
import type { Database } from "../database/database.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { troubleAfter } from "./tasks/task.ts";
import { measureTrouble } from "./tasks/trouble-store.ts";

const payload = z.object({ account: z.int() });

/** Writes what staff is told about Zoom. */
export const renderers = ({ database }: { database: Database }): Record<string, Renderer> => ({
  "zoom-trouble": async (delivery, { t, now }) => {
    const { account } = payload.parse(delivery.payload);
    const trouble = await measureTrouble(database, new Date(now.getTime() - troubleAfter));
    if (trouble === undefined) return nothing("Zoom works again");
    const { count, reason } = trouble;
    return { kind: "message", text: t.html("zoom.trouble", { account, count, reason: reason ?? "–" }), keyboard: [] };
  },
});
