import { findOutcome, forgetEffects, once } from "../../bot/database/once.ts";
import { forgetDeliveries } from "../../bot/delivery/forget-store.ts";
import { enqueue } from "../../bot/delivery/outbox-store.ts";
import { settle } from "../../bot/delivery/outcomes/record-outcomes-store.ts";
import { recover } from "../../bot/delivery/outcomes/recover-store.ts";
import { measureQueue } from "../../bot/delivery/queue-store.ts";
import { attempt, claim, findNextDue } from "../../bot/delivery/sending/claim-store.ts";
import { acquireLease, pauseLease, releaseLease } from "../../bot/delivery/sending/lease-store.ts";
import { tellPressure } from "../../bot/delivery/sending/pressure-store.ts";
import { findContent } from "../../bot/digests/content-store.ts";
import { rescheduleDigest, setDigest, stopDigest } from "../../bot/digests/digest-store.ts";
import { fanOutDigests } from "../../bot/digests/fan-out-store.ts";
import { forgetMaxMessages } from "../../bot/doors/max/wire/forget-store.ts";
import { SentMessages } from "../../bot/doors/max/wire/sent-messages-store.ts";
import { takeBack } from "../../bot/doors/telegram/attempts/begun-store.ts";
import { failDialogue } from "../../bot/doors/telegram/dialogue/dialogue-store.ts";
import { Inbox } from "../../bot/doors/telegram/intake/inbox-store.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { followChanges } from "../../bot/reminders/changes-store.ts";
import { findComing } from "../../bot/reminders/coming-store.ts";
import { forgetReminders } from "../../bot/reminders/forget-store.ts";
import { setQuietHours, setTimeZone } from "../../bot/reminders/person-plan-store.ts";
import { replan } from "../../bot/reminders/planning-store.ts";
import { addReminders, dropReminder, removeReminders, snooze } from "../../bot/reminders/reminder-store.ts";
import { rate } from "../../bot/voices/rating-store.ts";
import { type Calls, later, now, zone } from "./stage.ts";

const settings = { cadence: "daily", hour: 9, weekday: 1, sections: [], hasPictures: true } as const;

export const delivery: Calls = {
  "database/once.ts": async (database) => {
    const cause = { cause: "telegram:1", step: "contract", at: now };
    await once(database, cause, async () => ({ isDone: true }));
    await findOutcome(database, cause);
    await forgetEffects(database, now);
    await once(
      database,
      { ...cause, step: "not written" },
      async () => null,
      () => false,
    );
  },
  "delivery/forget-store.ts": async (database, { learner }) => {
    const times = { dueAt: now, expiresAt: now, settledAt: now };
    const row = {
      personId: BigInt(learner),
      kind: "note",
      payload: {},
      lane: "bulk",
      state: "sent",
      ...times,
    } as const;
    await database.delivery.create({ data: { ...row, dedupeKey: "to be forgotten" } });
    await forgetDeliveries(database, later(60));
  },
  "delivery/outbox-store.ts": (database, { learner }) =>
    enqueue(database, [
      {
        personId: learner,
        kind: "note",
        payload: {},
        lane: "bulk",
        dueAt: now,
        expiresAt: later(60),
        dedupeKey: "note",
      },
    ]),
  "delivery/outcomes/record-outcomes-store.ts": (database) =>
    settle(
      database,
      "holder",
      [{ id: 1n, settlement: { state: "failed", reason: "blocked", unreachable: "blocked" } }],
      now,
    ),
  "delivery/outcomes/recover-store.ts": (database) => recover(database, now, [1n]),
  "delivery/queue-store.ts": (database) => measureQueue(database),
  "delivery/sending/claim-store.ts": async (database) => {
    for (const lane of ["urgent", "normal", "bulk"] as const)
      await claim(database, {
        holder: "holder",
        lane,
        most: 10,
        now,
        cityZone: zone,
        doors: ["telegram"],
        going: ["telegram"],
      });
    await attempt(database, "holder", [1n], { now, doors: ["telegram"] });
    await findNextDue(database, now, ["telegram"]);
  },
  "delivery/sending/pressure-store.ts": (database) =>
    tellPressure(database, { holder: "a", updates: 1, waited: 20, lag: 0, statements: 0 }),
  "delivery/sending/lease-store.ts": async (database) => {
    await acquireLease(database, "holder", 1_000);
    await pauseLease(database, "holder", 1_000);
    await releaseLease(database, "holder");
  },
  "digests/content-store.ts": (database) =>
    findContent(database, {
      sections: ["music"],
      language: "ru",
      now,
      newSince: later(-24 * 60),
      from: now,
      until: later(24 * 60),
    }),
  "digests/digest-store.ts": async (database, { learner }) => {
    await setDigest(database, learner, { ...settings, sections: [] }, { now, cityZone: zone });
    await rescheduleDigest(database, learner, { now, cityZone: zone });
    await stopDigest(database, learner, now);
  },
  "digests/fan-out-store.ts": (database) => fanOutDigests(database, { now, cityZone: zone }),
  "doors/max/wire/forget-store.ts": (database) => forgetMaxMessages(database, now),
  "doors/max/wire/sent-messages-store.ts": async (database) => {
    const messages = new SentMessages(database);
    const number = await messages.keep("mid.1", now);
    await messages.find(number + 1);
  },
  "doors/telegram/attempts/begun-store.ts": (database) => takeBack(database, [1], "telegram"),
  "doors/telegram/dialogue/dialogue-store.ts": (database) =>
    failDialogue(
      database,
      {
        update_id: 1,
        message: {
          message_id: 1,
          date: 0,
          chat: { id: 1, type: "private", first_name: "А" },
          from: { id: 1, is_bot: false, first_name: "А" },
        },
      },
      "telegram",
    ),
  "doors/telegram/intake/inbox-store.ts": async (database) => {
    const inbox = new Inbox(database);
    await inbox.keep([{ update_id: 1 }], now);
    await inbox.list();
  },
  "doors/telegram/intake/receipt-store.ts": async (database) => {
    const receipts = new Receipts(database);
    await receipts.record("telegram:1");
    await receipts.forget(now);
    await receipts.record("telegram:2", { key: "1", state: "{}", at: now });
  },
  "reminders/changes-store.ts": async (database, { learner, occurrence }) => {
    await addReminders(database, { personId: learner, occurrenceId: occurrence }, [60], now);
    const { startsAt, endsAt, placeId } = await database.occurrence.findUniqueOrThrow({ where: { id: occurrence } });
    const before = { startsAt: now, endsAt, hasStartTime: true, placeId, status: "scheduled" } as const;
    await database.occurrence.update({ where: { id: occurrence }, data: { previousStartsAt: startsAt } });
    await followChanges(database, [{ occurrenceId: occurrence, change: "moved", before }], now);
  },
  "reminders/coming-store.ts": (database, { learner }) =>
    findComing(database, learner, { page: 0, language: "ru", now }),
  "reminders/forget-store.ts": (database) => forgetReminders(database, now),
  "reminders/person-plan-store.ts": async (database, { learner }) => {
    await setQuietHours(database, learner, { from: 0, until: 60 }, now);
    await setTimeZone(database, learner, "Asia/Yekaterinburg", now);
  },
  "reminders/planning-store.ts": async (database, { learner, occurrence }) => {
    await addReminders(database, { personId: learner, occurrenceId: occurrence }, [60], now);
    await replan(database, { personId: learner, occurrenceIds: [occurrence] }, now);
  },
  "reminders/reminder-store.ts": async (database, { learner, occurrence }) => {
    const owner = { personId: learner, occurrenceId: occurrence };
    await addReminders(database, owner, [60], now);
    await snooze(database, owner, 15, now);
    await dropReminder(database, owner, 60, now);
    await removeReminders(database, owner, now);
  },
  "voices/rating-store.ts": (database, { learner, occurrence }) =>
    rate(database, { personId: learner, occurrenceId: occurrence }, 5, later(60 * 24 * 365)),
};
