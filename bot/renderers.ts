import type { Services } from "./context.ts";
import { joinRenderers, type Renderers } from "./delivery/renderers.ts";
import { renderers as digests } from "./digests/renderers.ts";
import { renderers as reminders } from "./reminders/renderers.ts";

/** Who writes which kind of delivery: one line a subject. */
export const allRenderers = (services: Services): Renderers => joinRenderers(reminders(services), digests(services));
