import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Clock } from "../../bot/schedule/clock.ts";
import type { ZoomAccount } from "../../bot/zoom/client/session.ts";
import { type Reply, replyTo, type ZoomFault } from "./zoom/faults.ts";
import { dateAt, datesOf, scheduleShape, type ZoomMeeting } from "./zoom/meetings.ts";

export interface ZoomServer {
  root: string;
  /** Meetings of all accounts. */
  meetings(): ZoomMeeting[];
  meetingsOf(accountId: string): ZoomMeeting[];
  /** "POST /users/me/meetings", without tokens. */
  calls: string[];
  /** The next calls whose "METHOD /path" fits go wrong, so many of them; Infinity until `mend`. */
  fail(fault: ZoomFault, fits?: RegExp, times?: number): void;
  mend(): void;
  /** Whose e-mail is a host's. */
  hosts: Set<string>;
  /** As somebody does on Zoom's own page. */
  deleteMeeting(id: number): void;
  close(): Promise<void>;
}

export interface ZoomServerOptions {
  accounts: readonly ZoomAccount[];
  clock: Clock;
  /** Changes of meetings a day and account. Default 100, as Zoom's. */
  changesADay?: number;
  /** What the apps may do, as Zoom says it with each token. */
  scope?: string;
}

interface Tenant {
  account: ZoomAccount;
  tokens: Map<string, number>;
  meetings: Map<number, ZoomMeeting>;
  changes: number;
}

const participant = z.object({
  email: z.email(),
  first_name: z.string().min(1).max(64),
  last_name: z.string().min(1).max(64),
  auto_approve: z.literal(true),
});
const cancelling = z.object({
  action: z.literal("cancel"),
  registrants: z.array(z.object({ id: z.string(), email: z.string() })).max(30),
});
const moving = z.object({ start_time: z.iso.datetime(), duration: z.int().min(1) });

/** Zoom, as far as the bot speaks to it: signing in, meetings with dates, registrants, limits and faults. */
export async function startZoomServer({
  accounts,
  clock,
  changesADay = 100,
  scope = "meeting:read:admin meeting:write:admin",
}: ZoomServerOptions): Promise<ZoomServer> {
  const tenants = accounts.map((account): Tenant => ({ account, tokens: new Map(), meetings: new Map(), changes: 0 }));
  const calls: string[] = [];
  const hosts = new Set<string>();
  let faults: { fault: ZoomFault; fits: RegExp; left: number }[] = [];
  let serial = 0;

  function signIn(request: IncomingMessage, url: URL): Reply {
    const tenant = tenants.find(
      ({ account: { accountId, clientId, clientSecret } }) =>
        url.searchParams.get("account_id") === accountId &&
        request.headers.authorization === `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
    );
    if (tenant === undefined || url.searchParams.get("grant_type") !== "account_credentials")
      return { status: 400, body: { reason: "Invalid client_id or client_secret", error: "invalid_client" } };
    serial += 1;
    const token = `CANARY-token-${serial}`;
    tenant.tokens.set(token, clock.now().getTime() + 3_600_000);
    return { status: 200, body: { access_token: token, token_type: "bearer", expires_in: 3_600, scope } };
  }

  function answer(request: IncomingMessage, url: URL, body: unknown): Reply {
    const path = url.pathname.replace(/^\/v2/, "");
    if (path === "/oauth/token") return signIn(request, url);
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    const tenant = tenants.find(({ tokens }) => (tokens.get(token) ?? 0) > clock.now().getTime());
    if (tenant === undefined) return { status: 401, body: { code: 124, message: "Invalid access token." } };
    return serve(tenant, `${request.method} ${path}`, url.searchParams.get("occurrence_id"), body);
  }

  function serve(tenant: Tenant, call: string, date: string | null, body: unknown): Reply {
    if (call === "GET /users/me/meetings") {
      const meetings = [...tenant.meetings.values()].map(({ id, agenda, topic }) => ({ id, agenda, topic }));
      return { status: 200, body: { page_size: 300, next_page_token: "", meetings } };
    }
    if (/^(POST \/users\/me\/meetings|PATCH .*)$/.test(call)) {
      tenant.changes += 1;
      if (tenant.changes > changesADay) return replyTo("daily", clock) ?? invalid;
    }
    if (call === "POST /users/me/meetings") return create(tenant, body);
    const meeting = tenant.meetings.get(Number(/\/meetings\/(\d+)/.exec(call)?.[1]));
    if (meeting === undefined) return { status: 404, body: { code: 3001, message: "Meeting does not exist." } };
    const action = call.replace(/\/meetings\/\d+/, "");
    if (action === "GET ") return show(meeting);
    if (action === "PATCH ") return change(meeting, date, body);
    if (action === "DELETE ") return drop(tenant, meeting, date);
    if (action === "GET /registrants") return listRegistrants(meeting);
    if (action === "POST /registrants") return register(meeting, body);
    if (action === "PUT /registrants/status") return cancel(meeting, body);
    return { status: 404, body: { code: 404, message: "no such method" } };
  }

  function create(tenant: Tenant, body: unknown): Reply {
    const { success, data } = scheduleShape
      .extend({
        topic: z.string().max(200),
        agenda: z.string(),
        settings: z.looseObject({ approval_type: z.literal(1) }),
      })
      .safeParse(body);
    if (!success) return invalid;
    serial += 1;
    const { type, topic, agenda, timezone, settings } = data;
    const id = 81_000_000_000 + serial;
    const meeting: ZoomMeeting = { id, type, topic, agenda, timezone, settings, dates: datesOf(data), registrants: [] };
    tenant.meetings.set(id, meeting);
    return { status: 201, body: { ...meeting, start_url: "https://zoom.example/s/CANARY-start" } };
  }

  function show({ id, type, dates }: ZoomMeeting): Reply {
    const [first] = dates;
    if (type === 2) return { status: 200, body: { id, type, ...first, occurrence_id: undefined } };
    return { status: 200, body: { id, type, occurrences: dates.map((date) => ({ ...date, status: "available" })) } };
  }

  function change(meeting: ZoomMeeting, id: string | null, body: unknown): Reply {
    const whole = scheduleShape.safeParse(body);
    if (id === null && whole.success) {
      meeting.type = whole.data.type;
      meeting.dates = datesOf(whole.data);
      return { status: 204 };
    }
    const { success, data } = moving.safeParse(body);
    const date =
      id === null && meeting.type === 2 ? meeting.dates[0] : meeting.dates.find((one) => one.occurrence_id === id);
    if (!success || date === undefined) return invalid;
    const moved = dateAt(new Date(data.start_time), data.duration);
    Object.assign(date, { start_time: moved.start_time, duration: moved.duration });
    return { status: 204 };
  }

  function drop(tenant: Tenant, meeting: ZoomMeeting, id: string | null): Reply {
    if (id !== null && !meeting.dates.some((date) => date.occurrence_id === id)) return invalid;
    meeting.dates = meeting.dates.filter((date) => id !== null && date.occurrence_id !== id);
    if (meeting.dates.length === 0) tenant.meetings.delete(meeting.id);
    return { status: 204 };
  }

  function listRegistrants({ registrants }: ZoomMeeting): Reply {
    const approved = registrants.filter(({ status }) => status === "approved");
    const body = {
      next_page_token: "",
      registrants: approved.map(({ registrant_id: id, ...rest }) => ({ id, ...rest })),
    };
    return { status: 200, body };
  }

  function register(meeting: ZoomMeeting, body: unknown): Reply {
    const { success, data } = participant.safeParse(body);
    if (!success) return invalid;
    if (hosts.has(data.email)) return { status: 400, body: { code: 3027, message: "Host can not register" } };
    let registrant = meeting.registrants.find(({ email }) => email === data.email);
    if (registrant === undefined) {
      serial += 1;
      const { email, first_name, last_name } = data;
      const join_url = `https://zoom.example/w/${meeting.id}?tk=CANARY-way-in-${serial}`;
      registrant = { registrant_id: `r${serial}`, email, first_name, last_name, join_url, status: "approved" };
      meeting.registrants.push(registrant);
    }
    return { status: 201, body: { id: meeting.id, topic: meeting.topic, ...registrant } };
  }

  function cancel(meeting: ZoomMeeting, body: unknown): Reply {
    const { success, data } = cancelling.safeParse(body);
    if (!success) return invalid;
    for (const { id, email } of data.registrants)
      for (const one of meeting.registrants)
        if (one.registrant_id === id && one.email === email) one.status = "cancelled";
    return { status: 204 };
  }

  const server = createServer((request, response) => void handle(request, response));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const url = new URL(request.url ?? "/", "http://zoom");
    const call = `${request.method} ${url.pathname.replace(/^\/v2/, "")}`;
    calls.push(call);
    const found = faults.find(({ fits, left }) => left > 0 && fits.test(call));
    if (found) found.left -= 1;
    const fault = found?.fault;
    if (fault === "cut before") return void request.socket.destroy();
    const wrong = fault && replyTo(fault, clock);
    const reply = wrong ?? answer(request, url, text === "" ? undefined : JSON.parse(text));
    if (fault === "cut after") return void request.socket.destroy();
    if (fault === "hangs") return;
    response.writeHead(reply.status, { "Content-Type": "application/json", ...reply.headers });
    response.end(reply.body === undefined ? "" : JSON.stringify(reply.body));
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meetings: () => tenants.flatMap(({ meetings }) => [...meetings.values()]),
    meetingsOf: (id) =>
      tenants.filter(({ account }) => account.accountId === id).flatMap((one) => [...one.meetings.values()]),
    calls,
    fail: (fault, fits = /^\S+ \/(?!oauth)/, times = 1) => void faults.push({ fault, fits, left: times }),
    mend: () => {
      faults = [];
    },
    hosts,
    deleteMeeting: (id) => {
      for (const { meetings } of tenants) meetings.delete(id);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const invalid: Reply = { status: 400, body: { code: 300, message: "Validation Failed." } };
