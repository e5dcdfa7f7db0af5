import type { Translate } from "../words/messages/translator.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** Minutes after midnight as a clock shows them: "22:00". */
export const formatHour = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** "22:00–08:00", or that there are none. */
export const formatQuietHours = (quiet: QuietHours | null, t: Translate): string =>
  quiet === null ? t("quiet.none") : t("quiet.set", { from: formatHour(quiet.from), until: formatHour(quiet.until) });
