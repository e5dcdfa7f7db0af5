import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { World } from "../world/world.ts";
import { ApiFailure } from "./api-failure.ts";
import { readBody } from "./body.ts";
import type { Call } from "./calls.ts";
import { dispatch, type Outcome, record } from "./dispatch.ts";
import type { Failure } from "./faults.ts";
import type { Request } from "./method.ts";
import { isForThisMachine, isFromElsewhere } from "./this-machine.ts";

/** A server that listens. */
export type TelegramServer = { address: string; close(): Promise<void> };

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>` on loopback. Rejects if the port is taken. */
export async function startServer(world: World, port: number): Promise<TelegramServer> {
  const server = createServer((request, response) => {
    serve(world, request, response).catch((error: unknown) => {
      respond(response, { kind: "failed", failure: error instanceof ApiFailure ? error : bug(world, error) });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A mistake of the playground itself. It must not look like one of the bot, nor pass unseen. */
function bug(world: World, error: unknown): ApiFailure {
  const description = `Internal Server Error: the playground failed: ${error}`;
  world.violations.push(description);
  return new ApiFailure(500, description);
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function serve(world: World, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host, origin, "sec-fetch-site": site } = incoming.headers;
  const sender = { host, origin, site: typeof site === "string" ? site : undefined };
  // A method may be called by GET: a web site must not even ask.
  if (!isForThisMachine(sender) || isFromElsewhere(sender))
    throw new ApiFailure(403, "Forbidden: not from this machine");
  const [path = "", query = ""] = (incoming.url ?? "").split("?", 2);
  const [, place, token, rest] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path) ?? [];
  if (token === undefined || rest === undefined) throw new ApiFailure(404, "Not Found");
  if (token !== world.token && token !== encodeURIComponent(world.token)) throw new ApiFailure(401, "Unauthorized");
  if (place) sendFile(world, rest, response);
  else await serveMethod(world, rest, query, incoming, response);
}

async function serveMethod(
  world: World,
  name: string,
  query: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const hangUp = new AbortController();
  response.on("close", () => hangUp.abort());
  const request: Request = { ...(await readBody(incoming, query)), signal: hangUp.signal };
  const fault = world.faults.take(name, request.payload);
  if (fault === undefined) {
    await answer(world, name, request, response);
    return;
  }
  await answerFaultily(world, name, request, response, fault);
}

async function answer(world: World, name: string, request: Request, response: ServerResponse): Promise<void> {
  const outcome = await dispatch(world, name, request);
  record(world, name, request, recorded(outcome));
  respond(response, outcome);
}

async function answerFaultily(
  world: World,
  name: string,
  request: Request,
  response: ServerResponse,
  fault: Failure,
): Promise<void> {
  if (fault === "reset after accepting") await dispatch(world, name, request);
  if (typeof fault === "object" && "delay" in fault) {
    await setTimeout(fault.delay);
    await answer(world, name, request, response);
    return;
  }
  if (typeof fault === "object") {
    const { code, description, retryAfter, migrateTo } = fault;
    const failure = new ApiFailure(code, description, {
      ...(retryAfter !== undefined && { retry_after: retryAfter }),
      ...(migrateTo !== undefined && { migrate_to_chat_id: migrateTo }),
    });
    record(world, name, request, { kind: "error", code, description });
    respond(response, { kind: "failed", failure });
    return;
  }
  record(world, name, request, { kind: "broken" });
  if (fault === "500 html") {
    response.writeHead(500, { "content-type": "text/html" }).end("<html><body>Internal Server Error</body></html>");
  } else if (fault !== "hang") {
    response.socket?.resetAndDestroy();
  }
}

function recorded(outcome: Outcome): Call["outcome"] {
  if (outcome.kind === "ok") return outcome;
  return { kind: "error", code: outcome.failure.code, description: outcome.failure.description };
}

function respond(response: ServerResponse, outcome: Outcome): void {
  const status = outcome.kind === "ok" ? 200 : outcome.failure.code;
  const body = Buffer.from(
    JSON.stringify(outcome.kind === "ok" ? { ok: true, result: outcome.result } : refusal(outcome.failure)),
  );
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
}

function refusal({ code, description, parameters }: ApiFailure) {
  return { ok: false, error_code: code, description, ...(parameters && { parameters }) };
}

function sendFile(world: World, path: string, response: ServerResponse): void {
  const file = world.files.findByPath(path);
  if (!file?.bytes) throw new ApiFailure(404, "Not Found");
  response.writeHead(200, { "content-type": file.mimeType, "content-length": file.bytes.length }).end(file.bytes);
}
