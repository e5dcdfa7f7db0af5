import { z } from "zod";
import type { HttpRequest } from "../../net/http.ts";
import type { Occurrence, Schedule } from "../meeting.ts";
import { mapDone, type ZoomOutcome } from "../tasks/outcome.ts";
import { toRequest } from "./schedule-request.ts";
import { type ZoomHttpRequest, type ZoomOptions, ZoomSession } from "./session.ts";

export interface NewMeeting {
  topic: string;
  /** By which a meeting is found again whose creation was answered by nothing. */
  agenda: string;
  timeZone: string;
  schedule: Schedule;
}

export interface Participant {
  email: string;
  firstName: string;
  lastName: string;
}

/** Zoom holds numbers of up to 11 digits for meetings. */
const meetingId = z.int().positive();
const created = z.object({ id: meetingId });
const registered = z.object({ registrant_id: z.string(), join_url: z.url() });
const meeting = z.object({
  type: z.int(),
  start_time: z.iso.datetime({ offset: true }).optional(),
  duration: z.int().optional(),
  occurrences: z
    .array(
      z.object({
        occurrence_id: z.coerce.string(),
        start_time: z.iso.datetime({ offset: true }),
        duration: z.int(),
        status: z.string().optional(),
      }),
    )
    .optional(),
});
const listedRegistrants = z.object({
  next_page_token: z.string().optional(),
  registrants: z.array(z.object({ id: z.string(), email: z.string() })),
});
const listed = z.object({
  next_page_token: z.string().optional(),
  meetings: z.array(z.object({ id: meetingId, agenda: z.string().optional() })),
});

/** What is asked of one Zoom account. */
export class ZoomClient {
  readonly #session: ZoomSession;
  readonly accountId: string;

  constructor(options: ZoomOptions) {
    this.#session = new ZoomSession(options);
    this.accountId = options.account.accountId;
  }

  /** Makes a meeting of the account's owner that takes registered people alone, and mails nobody. */
  async createMeeting({ topic, agenda, timeZone, schedule }: NewMeeting): Promise<ZoomOutcome<number>> {
    const made = await this.#session.call({
      name: "create meeting",
      method: "POST",
      path: "/users/me/meetings",
      shape: created,
      body: { topic, agenda, ...toRequest(schedule, timeZone), settings },
    });
    return mapDone(made, ({ id }) => id);
  }

  /** The meeting whose agenda is this; undefined when there is none. */
  async findByAgenda(agenda: string): Promise<ZoomOutcome<number | undefined>> {
    const found = await this.#findListed(
      { name: "list meetings", method: "GET", path: "/users/me/meetings?type=scheduled", shape: listed },
      ({ meetings }) => meetings.find((one) => one.agenda === agenda),
    );
    return mapDone(found, (one) => one?.id);
  }

  /** The dates that a meeting still has. */
  async findOccurrences(zoomId: number): Promise<ZoomOutcome<Occurrence[]>> {
    const found = await this.#session.call({
      name: "get meeting",
      method: "GET",
      path: `/meetings/${zoomId}`,
      shape: meeting,
    });
    return mapDone(found, ({ occurrences, start_time, duration }) => {
      const dates = occurrences?.filter(({ status }) => status !== "deleted");
      if (dates)
        return dates.map((date) => ({
          id: date.occurrence_id,
          startsAt: new Date(date.start_time),
          minutes: date.duration,
        }));
      return start_time ? [{ id: null, startsAt: new Date(start_time), minutes: duration ?? 0 }] : [];
    });
  }

  /** Gives a meeting other dates altogether. */
  reschedule(zoomId: number, schedule: Schedule, timeZone: string): Promise<ZoomOutcome<unknown>> {
    return this.#change("reschedule", "PATCH", `/meetings/${zoomId}`, toRequest(schedule, timeZone));
  }

  /** Moves one date; that of a meeting with a single one has no id. */
  move(zoomId: number, { id, startsAt, minutes }: Occurrence): Promise<ZoomOutcome<unknown>> {
    const body = { start_time: startsAt.toISOString().replace(/\.\d+Z$/, "Z"), duration: minutes };
    return this.#change("move", "PATCH", `/meetings/${zoomId}${ofOccurrence(id)}`, body);
  }

  /** Deletes one date. */
  drop(zoomId: number, id: string | null): Promise<ZoomOutcome<unknown>> {
    return this.#change("drop", "DELETE", `/meetings/${zoomId}${ofOccurrence(id)}`);
  }

  /** Registers somebody for all dates. The same e-mail again gives the same registrant. */
  async register(
    zoomId: number,
    { email, firstName, lastName }: Participant,
  ): Promise<ZoomOutcome<{ registrantId: string; joinUrl: string }>> {
    const made = await this.#session.call({
      name: "register",
      method: "POST",
      path: `/meetings/${zoomId}/registrants`,
      shape: registered,
      body: { email, first_name: firstName, last_name: lastName, auto_approve: true },
    });
    return mapDone(made, ({ registrant_id, join_url }) => ({ registrantId: registrant_id, joinUrl: join_url }));
  }

  /** The id of whoever is registered with this e-mail and may come in; undefined when nobody is. */
  async findRegistrant(zoomId: number, email: string): Promise<ZoomOutcome<string | undefined>> {
    const path = `/meetings/${zoomId}/registrants?status=approved`;
    const found = await this.#findListed(
      { name: "list registrants", method: "GET", path, shape: listedRegistrants },
      ({ registrants }) => registrants.find((one) => one.email === email),
    );
    return mapDone(found, (one) => one?.id);
  }

  /** Takes a registrant's way in away. */
  cancel(zoomId: number, registrant: { id: string; email: string }): Promise<ZoomOutcome<unknown>> {
    const body = { action: "cancel", registrants: [registrant] };
    return this.#change("cancel", "PUT", `/meetings/${zoomId}/registrants/status`, body);
  }

  /** A call of which only the outcome matters. */
  #change(name: string, method: HttpRequest["method"], path: string, body?: object): Promise<ZoomOutcome<unknown>> {
    return this.#session.call({ name, method, path, shape: z.unknown(), ...(body && { body }) });
  }

  /** Looks through a list page by page; the query of its path is begun. */
  async #findListed<Page extends { next_page_token?: string | undefined }, Item>(
    request: ZoomHttpRequest<Page>,
    pick: (page: Page) => Item | undefined,
  ): Promise<ZoomOutcome<Item | undefined>> {
    for (let next = ""; ; ) {
      const path = `${request.path}&page_size=300&next_page_token=${encodeURIComponent(next)}`;
      const list = await this.#session.call({ ...request, path });
      if (list.kind !== "done") return list;
      const found = pick(list.value);
      if (found !== undefined || !list.value.next_page_token) return { kind: "done", value: found };
      next = list.value.next_page_token;
    }
  }
}

/** Nobody but registered people come in, nobody gets a mail, and a late teacher does not keep the class outside. */
const settings = {
  approval_type: 1,
  registration_type: 1,
  registrants_confirmation_email: false,
  registrants_email_notification: false,
  email_notification: false,
  meeting_authentication: false,
  join_before_host: true,
  jbh_time: 10,
  waiting_room: false,
  mute_upon_entry: true,
};

const ofOccurrence = (id: string | null) => (id === null ? "" : `?occurrence_id=${encodeURIComponent(id)}`);
