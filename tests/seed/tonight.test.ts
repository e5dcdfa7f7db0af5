import { describe, expect, it } from "vitest";
import type { EventDraft, OccurrenceDraft } from "../../bot/programme/event.ts";
import { at, draftsAt, hasLink, startingOn } from "./demo.ts";

const hours = [
  "2025-11-20T03:30:20",
  "2025-11-20T10:00",
  "2025-11-20T18:00:45",
  "2025-11-20T23:50",
  "2025-12-31T22:00",
];

describe.each(hours)("at %s", (iso) => {
  const now = at(iso);
  const eveningEnd = now.minus({ hours: 4 }).plus({ days: 1 }).startOf("day").set({ hour: 4 });
  const tonight = (draft: EventDraft) =>
    draft.occurrences.filter(({ startsAt, endsAt, status }) => {
      const isOver = (endsAt ?? startsAt).getTime() <= now.toMillis();
      return !status && !isOver && startsAt.getTime() < eveningEnd.toMillis();
    });
  const streams = draftsAt(now).filter((draft) => hasLink(draft, "stream") && draft.attendanceMode !== "on_site");
  const minutesFromNow = ({ startsAt }: OccurrenceDraft) => (startsAt.getTime() - now.toMillis()) / 60_000;
  const starts = streams.flatMap(tonight).map(minutesFromNow);

  it("shows at least six streams before 04:00", () => {
    expect(streams.filter((draft) => tonight(draft).length > 0).length).toBeGreaterThanOrEqual(6);
  });

  it("has one that started 20 minutes ago, one that starts in 16, and four more to come", () => {
    expect(starts.some((minutes) => minutes <= -20 && minutes > -21)).toBe(true);
    expect(starts.some((minutes) => minutes >= 16 && minutes < 17)).toBe(true);
    expect(starts.filter((minutes) => minutes > 0).length).toBeGreaterThanOrEqual(5);
  });

  it("has four places to go to tonight", () => {
    const onSite = draftsAt(now).filter((draft) => draft.attendanceMode === "on_site");
    const toCome = onSite
      .flatMap((draft) => draft.occurrences)
      .filter(({ startsAt, status }) => {
        return !status && startsAt.getTime() > now.toMillis() && startsAt.getTime() < eveningEnd.toMillis();
      });
    expect(toCome.length).toBeGreaterThanOrEqual(4);
  });

  it("has ten events that start today and ten tomorrow", () => {
    expect(startingOn(now, [now]).length).toBeGreaterThanOrEqual(10);
    expect(startingOn(now, [now.plus({ days: 1 })]).length).toBeGreaterThanOrEqual(10);
  });
});
