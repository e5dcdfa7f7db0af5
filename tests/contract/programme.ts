import { identify } from "../../bot/people/identify-store.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { findKept } from "../../bot/privacy/kept-store.ts";
import { findCardOfEvent, findCards, findOtherDates } from "../../bot/programme/card/card-store.ts";
import { setFields } from "../../bot/programme/editing/changes/change-event-store.ts";
import { countTold } from "../../bot/programme/editing/changes/count-told-store.ts";
import { undoEvent } from "../../bot/programme/editing/changes/undo-event-store.ts";
import { placeInstitution } from "../../bot/programme/editing/institution-store.ts";
import { findEventsToEdit, findHousesOnShelf } from "../../bot/programme/editing/list-events-store.ts";
import {
  findHouses,
  findKnownNames,
  findPlaceNames,
  findPlaces,
  findPlacesOfHouses,
  findUsualPlaces,
} from "../../bot/programme/editing/name-store.ts";
import { listPlaces, pinPlace, setPlaceWords } from "../../bot/programme/editing/places/place-edit-store.ts";
import { findSimilar } from "../../bot/programme/editing/similar-store.ts";
import type { EventDraft } from "../../bot/programme/event.ts";
import { findKnownRecord } from "../../bot/programme/known-record-store.ts";
import { findFacets } from "../../bot/programme/listing/facet-store.ts";
import { findHouse } from "../../bot/programme/listing/house-store.ts";
import { findInstitutionName, findInstitutions } from "../../bot/programme/listing/institution-facet-store.ts";
import { countOngoing, findListed, findListedByIds } from "../../bot/programme/listing/list-store.ts";
import { findNamedHouse, findNamedPlace } from "../../bot/programme/listing/named-house-store.ts";
import { countHalves, findDaysWithEvents } from "../../bot/programme/listing/overview-store.ts";
import { findYears } from "../../bot/programme/listing/year-facet-store.ts";
import { beginLoad } from "../../bot/programme/loads/load-store.ts";
import { findMissing } from "../../bot/programme/loads/missing-store.ts";
import { unload } from "../../bot/programme/loads/unload-store.ts";
import { countInterested, tellOfRecordings } from "../../bot/programme/recordings/tell-store.ts";
import { findAwaitedRecordings, wishRecording } from "../../bot/programme/recordings/wish-store.ts";
import { saveEvent } from "../../bot/programme/save-store.ts";
import { rebuildSearch } from "../../bot/programme/search/index/index-store.ts";
import { refreshSearch } from "../../bot/programme/search/index/refresh-store.ts";
import { skipHopeless } from "../../bot/programme/search/match/match-store.ts";
import { findSpellings, readCorrected } from "../../bot/programme/search/match/spelling-store.ts";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import { findQueryText, forgetSearches, rememberQuery } from "../../bot/programme/search/query/query-store.ts";
import { queryWords } from "../../bot/programme/search/query/query-word.ts";
import { search } from "../../bot/programme/search/search-store.ts";
import { findSimilarEventIds, findSimilarEvents, findSubject } from "../../bot/programme/similar/similar-store.ts";
import { findCalendar, findCalendarToken } from "../../bot/reminders/personal-calendar-store.ts";
import { type Calls, later, now, zone } from "./stage.ts";

const draft: EventDraft = {
  section: "music",
  attendanceMode: "on_site",
  isFree: true,
  texts: { ru: { title: "Концерт" } },
  occurrences: [{ startsAt: later(600), hasStartTime: true }],
};

export const programme: Calls = {
  "people/identify-store.ts": async (database) => {
    const account = { door: "telegram", externalId: "1", chatId: "1" } as const;
    const update = { ...account, firstName: "А", language: "ru", now, city: { day: "2026-11-20", zone } } as const;
    await identify(database, { ...update, key: "telegram:1", mayIntroduce: true });
    const tomorrow = { now: later(24 * 60), city: { day: "2026-11-21", zone } };
    await identify(database, { ...update, ...tomorrow, key: "telegram:2", mayIntroduce: true });
  },
  "reminders/personal-calendar-store.ts": async (database, { learner }) => {
    const token = await findCalendarToken(database, learner);
    await findCalendar(database, token ?? "", now);
  },
  "privacy/kept-store.ts": (database, { learner }) => findKept(database, learner),
  "privacy/erase-store.ts": (database, { learner }) => forget(database, learner, now),
  "programme/card/card-store.ts": async (database, { event, occurrence, learner }) => {
    await findCards(database, [occurrence], now);
    await findCardOfEvent(database, event, now, learner);
    await findOtherDates(database, { eventId: event, occurrenceId: occurrence }, now);
  },
  "programme/similar/similar-store.ts": async (database, { occurrence }) => {
    const subject = await findSubject(database, occurrence, { language: "ru", now });
    if (subject === null) throw new Error("the date of the stage is to be seen");
    const point = { placeId: 1, latitude: 55.8, longitude: 49.1, who: ["Анна Иванова"] };
    for (const spansDays of [false, true]) {
      const page = { filters: { free: true }, language: "ru", offset: 0, limit: 5, now, zone } as const;
      await findSimilarEvents(database, { ...subject, ...point, spansDays }, page);
    }
    await findSimilarEventIds(database, subject, { now, zone });
  },
  "programme/listing/year-facet-store.ts": (database) => findYears(database, { now, zone }),
  "programme/listing/house-store.ts": (database, { institution, learner }) =>
    findHouse(database, institution, { personId: learner, language: "ru", now }),
  "programme/listing/named-house-store.ts": async (database) => {
    await findNamedHouse(database, queryWords("консерватория"));
    await findNamedPlace(database, queryWords("зал"), "ru");
  },
  "programme/editing/changes/count-told-store.ts": (database, { occurrence }) => countTold(database, [occurrence], now),
  "programme/editing/institution-store.ts": (database, { owner, institution }) =>
    placeInstitution(database, { by: owner, now }, institution, { latitude: 55.8, longitude: 49.1 }),
  "programme/editing/list-events-store.ts": (database, { owner }) =>
    findEventsToEdit(
      database,
      { personId: owner, grants: [{ role: "owner", institutionId: null }] },
      { shelf: "coming", title: "а", from: now, section: "music", language: "ru", now, limit: 5, offset: 0 },
    ).then(() => findHousesOnShelf(database, { personId: owner, grants: [] }, "ru")),
  "programme/editing/places/place-edit-store.ts": async (database, { owner }) => {
    const { id } = await database.place.create({ data: { texts: { create: { language: "ru", title: "Дом" } } } });
    await listPlaces(database, "ru", null);
    await listPlaces(database, "ru", [1]);
    await setPlaceWords(database, { by: owner, now }, id, { language: "en", words: { title: "House", address: null } });
    await pinPlace(database, { by: owner, now }, id, { latitude: 55.8, longitude: 49.1 });
  },
  "programme/editing/similar-store.ts": async (database) => {
    const sought = { title: "Концерт", dates: [now], institutionId: 1, placeId: null };
    await findSimilar(database, sought, "ru");
    await findSimilar(database, { ...sought, institutionId: null }, "ru");
  },
  "programme/editing/changes/undo-event-store.ts": async (database, { owner, event }) => {
    const { revision } = await database.event.findUniqueOrThrow({ where: { id: event } });
    await undoEvent(database, { by: owner, now }, { id: event, revision }, revision - 1);
  },
  "programme/editing/name-store.ts": async (database) => {
    await findPlaces(database, "театр", "ru", 5);
    await findUsualPlaces(database, "ru", 5);
    await findPlacesOfHouses(database, [1], "ru", 5);
    await findPlaceNames(database, [1], "ru");
    await findHouses(database, null, "ru");
    await findKnownNames(database);
  },
  "programme/editing/changes/revise-event-store.ts": async (database, { owner, event }) => {
    const { revision } = await database.event.findUniqueOrThrow({ where: { id: event } });
    await setFields(database, { by: owner, now }, { id: event, revision }, { ageMin: 18 });
    await setFields(database, { by: owner, now }, { id: event, revision }, { ageMin: 12 });
  },
  "programme/known-record-store.ts": async (database) => {
    const origin = { source: "contract", recordId: "1", fingerprint: "a" };
    await findKnownRecord(database, draft, origin);
    await findKnownRecord(database, draft, { ...origin, institution: "library" }, { isHeld: true });
  },
  "programme/loads/missing-store.ts": (database) =>
    findMissing(database, {
      ...{ source: "sheet", identities: [""], eventIds: [1], now },
      ...{ from: now, to: later(24 * 60) },
    }),
  "programme/loads/unload-store.ts": async (database, { owner, event }) => {
    const actor = { by: owner, now };
    const loadId = await beginLoad(database, actor, { source: "sheet", fileName: "план.xlsx" });
    const { section } = await database.event.findUniqueOrThrow({ where: { id: event } });
    await database.loadedEvent.create({
      data: {
        ...{ loadId, eventId: event, kind: "changed", title: "Концерт", madePlaceIds: [], keptParts: [] },
        ...{ before: { section: "shows" }, after: { section } },
      },
    });
    await unload(database, actor, loadId);
  },
  "programme/listing/facet-store.ts": (database) => findFacets(database, { kind: "tonight" }, {}, { now, zone }),
  "programme/listing/institution-facet-store.ts": async (database, { institution }) => {
    await findInstitutions(database, { kind: "week" }, {}, { now, zone, language: "ru" });
    await findInstitutionName(database, institution, "ru");
  },
  "programme/listing/overview-store.ts": async (database) => {
    await countHalves(database, "weekend", {}, { now, zone });
    await findDaysWithEvents(database, { from: now, to: new Date(now.getTime() + 86_400_000) }, {}, { now, zone });
  },
  "programme/listing/list-store.ts": async (database, { occurrence }) => {
    for (const kind of ["tonight", "ongoing", "archive", "archive_new", "past", "past_best"] as const)
      await findListed(database, { scope: { kind }, filters: {}, page: 0 }, { language: "ru", now, zone });
    await findListedByIds(database, [occurrence], "ru");
    await countOngoing(database, {}, { now, zone });
  },
  "programme/recordings/tell-store.ts": async (database, { event }) => {
    await tellOfRecordings(database, event, ["https://video.example/1"], now);
    await countInterested(database, event, now);
  },
  "programme/recordings/wish-store.ts": async (database, { event, learner }) => {
    await wishRecording(database, learner, event, now);
    await findAwaitedRecordings(database, learner, "ru");
  },
  "programme/save-store.ts": async (database) => {
    const origin = { source: "contract", recordId: "1" };
    await saveEvent(database, draft, { ...origin, fingerprint: "a" }, { now, timeZone: zone });
    await saveEvent(database, draft, { ...origin, fingerprint: "b" }, { now, timeZone: zone });
  },
  "programme/search/index/index-store.ts": (database) => rebuildSearch(database),
  "programme/search/index/refresh-store.ts": (database) => refreshSearch(database),
  "programme/search/match/match-store.ts": async (database) => {
    await search(database, { text: "концерт", now, zone, limit: 5, offset: 0 });
    const request = {
      understanding: understand("концерт", now, zone),
      spellings: new Map(),
      anyWord: false,
      filters: {},
      zone,
    };
    const three = [1, 2, 3].map((limit) => ({ ...request, now, limit, offset: 0 }));
    await skipHopeless(database, three);
    await search(database, { text: "органный балет для рыб", now, zone, limit: 5, offset: 0 });
    await search(database, { text: "а нам бы сегодня театр поглядывать", now, zone, limit: 5, offset: 0 });
  },
  "programme/search/match/spelling-store.ts": async (database, { event }) => {
    const { words } = understand("мосур", now, zone);
    const spellings = await findSpellings(database, words);
    const alike = new Map(words.map(({ forms: [form = ""] }) => [form, { alike: ["мусор"], begun: [] }]));
    await readCorrected(database, words, spellings, [event]);
    await readCorrected(database, words, alike, [event]);
  },
  "programme/search/query/query-store.ts": async (database, { learner }) => {
    const id = await rememberQuery(database, "концерт", {
      personId: learner,
      chatKey: "telegram:1",
      found: 1,
      askedAt: now,
    });
    await findQueryText(database, id ?? "", "telegram:1");
    await forgetSearches(database, later(60));
  },
};
