import type { Codec } from "../../bot/doors/telegram/screen/codec.ts";
import type { DaySpan } from "../../bot/when/parse/parse-days.ts";

const shape = /^(\d{4})(\d\d)(\d\d)-(\d{4})(\d\d)(\d\d)$/;

/** A stretch of days as it lies in a button: "20250901-20260531". */
export const daysCodec: Codec<DaySpan> = {
  pattern: "\\d{8}-\\d{8}",
  encode: ({ first, last }) => `${first.replaceAll("-", "")}-${last.replaceAll("-", "")}`,
  decode(text) {
    const [, ...parts] = shape.exec(text) ?? [];
    const [first, last] = [parts.slice(0, 3).join("-"), parts.slice(3).join("-")];
    return isDay(first) && isDay(last) && first <= last ? { first, last } : undefined;
  },
};

/** A day of the calendar, of a year in which there could be something. */
function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) && date >= "2000" && date < "2100";
}
