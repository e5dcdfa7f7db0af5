import { connectChannelCallback } from "../../../flows/staff/channels/callbacks.ts";
import { feedHourCallback, newFeedCallback } from "../../../flows/staff/feeds/callbacks.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

export const feedRows = {
  "new-feed": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, newFeedCallback.data(null));
      await person.says("https://example.org/a.ics");
      await person.taps(t("programme.button.no_institution"));
      await person.taps(t("feed.button.review"));
      return {
        person,
        last: () => person.taps("05:00"),
        says: t("feed.made"),
        count: async () => [await city.services.database.feed.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "feed-hour": {
    withoutKey: "twice",
    async prepare(city) {
      const { database, clock } = city.services;
      const times = { createdAt: clock.now(), nextAt: clock.now() };
      const { id } = await database.feed.create({
        data: { kind: "ical", address: "https://example.org/b.ics", hour: 5, action: "review", ...times },
      });
      const person = await colleague(city, "ru", "admin");
      await forges(person, feedHourCallback.data(id));
      return {
        person,
        last: () => person.taps("23:00"),
        says: t("programme.done"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "connect-channel": {
    withoutKey: "twice",
    async prepare(city) {
      const { database, clock } = city.services;
      const { id } = await database.channel.create({
        data: {
          door: "telegram",
          chatId: `-100${await database.channel.count()}`,
          title: "Афиша",
          offeredAt: clock.now(),
        },
      });
      const person = await colleague(city, "ru", "admin");
      await forges(person, connectChannelCallback.data(id));
      return {
        person,
        last: () => person.taps(t("programme.button.no_institution")),
        says: t("channel.connected"),
        count: async () => [
          await database.channel.count({ where: { connectedAt: { not: null } } }),
          await auditedBy(city, person),
        ],
        makes: [1, 1],
      };
    },
  },
} satisfies Record<string, Row>;
