import { parseCultureRecord } from "../../bot/feeds/culture/parse.ts";
import { datesOfLoneEvent } from "../../bot/feeds/ical/lone-event.ts";
import { parseMosRow } from "../../bot/feeds/mos/parse.ts";
import { findEvents } from "../../bot/feeds/pages/find-events.ts";
import { parsePageRecord } from "../../bot/feeds/pages/parse.ts";
import { isUnchanged, parseSitemap } from "../../bot/feeds/pages/sitemap.ts";
import { recogniseAddress } from "../../bot/feeds/scheduled/recognise-address.ts";
import { hostOf } from "../../bot/feeds/scheduled/run/read-feed.ts";
import { isPage } from "../../bot/feeds/source/open-source.ts";
import * as parts from "../../bot/feeds/source/record-parts.ts";
import { readInstant, readWallClock } from "../../bot/feeds/source/wall-clock.ts";
import { parseTicketscloudRecord } from "../../bot/feeds/ticketscloud/parse.ts";
import { parseTimepadGroup } from "../../bot/feeds/timepad/parse.ts";

const zone = "Europe/Moscow";
const now = new Date("2026-11-20T12:00:00Z");
const named = (text: string) => ({ name: text, _id: 1 });

/** The parts of which the readers of sources on the web are made, by file and name. */
export const sourceReaders: Readonly<Record<string, (text: string) => unknown>> = {
  "bot/feeds/culture/parse.ts parseCultureRecord": (text) =>
    parseCultureRecord(
      {
        record: {
          _id: 1,
          name: text,
          description: text,
          places: [{ name: text, seances: [{ startLocal: 1.8e12 }, { startLocal: text }] }],
          organization: named(text),
        },
        locales: [],
      },
      zone,
    ),
  "bot/feeds/ical/lone-event.ts datesOfLoneEvent": (text) =>
    datesOfLoneEvent(`BEGIN:VEVENT\r\nDTSTART:${text}\r\n${text}\r\nEND:VEVENT`, { now, timeZone: zone }),
  "bot/feeds/mos/parse.ts parseMosRow": (text) =>
    parseMosRow(
      { global_id: 1, Cells: { Name: text, Date: "05.12.2026", Time: text, Address: text, Price: text } },
      zone,
    ),
  "bot/feeds/pages/find-events.ts findEvents": (text) =>
    findEvents(`<script type="application/ld+json">{"@type":"Event","name":"${text}</script>${text}`),
  "bot/feeds/pages/parse.ts parsePageRecord": (text) =>
    parsePageRecord(
      {
        id: "1",
        page: "https://example.org/",
        nodes: [{ name: text, startDate: "2026-12-05", endDate: text, location: text, typicalAgeRange: text }],
      },
      zone,
      now,
    ),
  "bot/feeds/pages/sitemap.ts isUnchanged": (text) => isUnchanged({ url: "x", lastModified: text }, text),
  "bot/feeds/pages/sitemap.ts parseSitemap": (text) => parseSitemap(`<urlset><url><loc>${text}`),
  "bot/feeds/source/open-source.ts isPage": (text) => isPage(Buffer.from(text)),
  "bot/feeds/scheduled/run/read-feed.ts hostOf": hostOf,
  "bot/feeds/scheduled/recognise-address.ts recogniseAddress": recogniseAddress,
  "bot/feeds/source/record-parts.ts institutionOf": (text) => parts.institutionOf("x", undefined, text),
  "bot/feeds/source/record-parts.ts keyOf": (text) => parts.keyOf(text, text),
  "bot/feeds/source/record-parts.ts lineOf": (text) => parts.lineOf(text, 200),
  "bot/feeds/source/record-parts.ts placeOf": (text) => parts.placeOf("x", { title: text, address: text }),
  "bot/feeds/source/record-parts.ts wordsOf": (text) => parts.wordsOf("x", text, text),
  "bot/feeds/source/wall-clock.ts readInstant": readInstant,
  "bot/feeds/source/wall-clock.ts readWallClock": (text) => readWallClock(text, zone),
  "bot/feeds/ticketscloud/parse.ts parseTicketscloudRecord": (text) =>
    parseTicketscloudRecord(
      {
        record: { id: "1", title: { text, desc: text }, tags: [text], venue: { name: text, address: text } },
        dates: [{ startsAt: "2026-12-05T16:00:00Z", hasStartTime: true, isCancelled: false }],
      },
      zone,
    ),
  "bot/feeds/timepad/parse.ts parseTimepadGroup": (text) =>
    parseTimepadGroup({
      records: [
        {
          id: 1,
          name: text,
          starts_at: "2026-12-05T19:00:00+0300",
          description_html: text,
          location: { address: text },
        },
      ],
    }),
};

/** Functions of those rooms that no foreign text reaches at length. */
export const sourceOthers: Readonly<Record<string, string>> = {
  "bot/feeds/source/open-source.ts openDocument": "counts bytes; its readers are in the table",
  "bot/feeds/source/paged-json.ts requireAddress": "what staff or an operator typed",
  "bot/feeds/source/paged-json.ts withQuery": "the program's own words",
  "bot/feeds/scheduled/next-run.ts nextRun": "an hour, and the name of a zone",
  "bot/feeds/scheduled/parse-proxies.ts parseFeedProxies": "the operator's environment",
  "bot/feeds/scheduled/words.ts formatKind": "the name of a kind of source, from a list of the program",
  "bot/feeds/scheduled/words.ts formatRun": "what a run did",
  "bot/feeds/scheduled/words.ts nameFeed": "a row of the bot's own database",
  "bot/feeds/source/web-error.ts webError": "an address, and what a status line says",
};
