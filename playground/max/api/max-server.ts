import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseMultipart } from "../../api/multipart.ts";
import { isForThisMachine, isFromElsewhere } from "../../api/this-machine.ts";
import { toMaxJson } from "../world/webhooks.ts";
import type { MaxCall, MaxWorld } from "../world/world.ts";
import { badPayload, MaxFailure, MaxViolation } from "./max-failure.ts";
import type { MaxFault } from "./max-faults.ts";
import { operations } from "./operations.ts";
import { poll } from "./poll.ts";

export interface MaxServer {
  address: string;
  close(): Promise<void>;
}

/** Serves the API on loopback, uploads and the files that people sent beside it. Rejects if the port is taken. */
export async function startMaxServer(world: MaxWorld, port: number): Promise<MaxServer> {
  const server = createServer((request, response) => {
    serve(world, request, response).catch((error: unknown) => {
      if (!(error instanceof MaxFailure)) world.violations.push(`the playground failed: ${error}`);
      refuse(response, error instanceof MaxFailure ? error : new MaxFailure(500, "internal.error", String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(world: MaxWorld, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host = "", origin, "sec-fetch-site": site } = incoming.headers;
  const sender = { host, origin, site: typeof site === "string" ? site : undefined };
  if (!isForThisMachine(sender) || isFromElsewhere(sender)) throw new MaxFailure(403, "forbidden", "not this machine");
  const url = new URL(incoming.url ?? "/", `http://${host}`);
  const bytes = await readBytes(incoming);
  const [, place, id] = /^\/(upload|file)\/([\w-]+)$/.exec(url.pathname) ?? [];
  if (place === "upload" && id) return takeUpload(world, id, bytes, incoming, response);
  if (place === "file" && id) return sendFile(world, id, response);
  await serveApi(world, url, bytes, incoming, response);
}

async function serveApi(
  world: MaxWorld,
  url: URL,
  bytes: Buffer,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = Object.fromEntries(url.searchParams);
  const [, before = url.pathname, id = "", after = ""] =
    /^(\/messages\/|\/chats\/)([^/]+)(\/actions)?$/.exec(url.pathname) ?? [];
  const name = `${incoming.method} ${before}${id && "{}"}${after}`;
  const text = bytes.toString();
  const call: MaxCall = {
    method: incoming.method ?? "GET",
    name,
    query,
    body: text === "" ? undefined : parse(text),
    at: world.clock.now(),
    status: null,
    code: undefined,
  };
  world.calls.push(call);
  world.callCount += 1;
  if (world.calls.length > 20_000) world.calls.splice(0, 10_000);
  const work = async () => {
    checkToken(world, incoming, query);
    world.rates.take();
    if (name === "GET /updates") return poll(world, query, incoming);
    const operation = operations.get(name);
    if (operation === undefined) throw new MaxViolation(`there is no ${name}`);
    if (text !== "" && !/^application\/json/.test(incoming.headers["content-type"] ?? ""))
      throw new MaxViolation(`${name}: the body is no application/json`);
    return operation(world, { query, id, body: call.body, root: url.origin });
  };
  const fault = world.faults.take(name, query);
  if (fault === undefined || fault === "drop after accepting") {
    try {
      const answer = await work();
      if (fault !== undefined) return void response.socket?.resetAndDestroy();
      call.status = 200;
      respond(response, 200, answer);
    } catch (error) {
      if (!(error instanceof MaxFailure)) throw error;
      if (error instanceof MaxViolation) world.violations.push(`${name}: ${error.message}`);
      call.status = error.status;
      call.code = error.code;
      refuse(response, error);
    }
    return;
  }
  failOnOrder(response, call, fault);
}

function failOnOrder(response: ServerResponse, call: MaxCall, fault: Exclude<MaxFault, "drop after accepting">): void {
  if (typeof fault === "object") {
    call.status = fault.status;
    call.code = fault.code;
    refuse(response, new MaxFailure(fault.status, fault.code, fault.message ?? fault.code));
  } else if (fault === "success false") {
    call.status = 200;
    respond(response, 200, { success: false, message: "error.message.edit" });
  } else if (fault === "502 html") {
    call.status = 502;
    response.writeHead(502, { "content-type": "text/html" }).end("<html><body>Bad Gateway</body></html>");
  } else if (fault !== "hang") response.socket?.resetAndDestroy();
}

function checkToken(world: MaxWorld, { headers }: IncomingMessage, query: Readonly<Record<string, string>>): void {
  if (query["access_token"] !== undefined)
    throw new MaxFailure(403, "deprecated.token", "access_token in the query is not supported any more");
  const given = headers.authorization ?? "";
  if (/^bearer /i.test(given)) throw new MaxFailure(401, "verify.token", "Malformed access token");
  if (given !== world.token) throw new MaxFailure(401, "verify.token", "Invalid access_token");
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takeUpload(world: MaxWorld, id: string, bytes: Buffer, incoming: IncomingMessage, response: ServerResponse) {
  const slot = world.uploads.slot(id);
  if (slot === undefined) throw new MaxFailure(404, "not.found", "no such upload");
  const part = parseMultipart(bytes, incoming.headers["content-type"] ?? "").find(({ name }) => name === "data");
  if (part?.fileName === undefined) throw badPayload("the form has no file called data");
  const { refusal } = world.uploads;
  if (refusal !== undefined)
    return respond(response, refusal.status, { error_code: refusal.error, error_data: "refused" });
  world.uploads.put(id, { fileName: part.fileName, mimeType: part.mimeType, bytes: part.bytes });
  if (slot.type === "video" || slot.type === "audio") {
    response.writeHead(200, { "content-type": "application/xml" }).end("<retval>1</retval>");
  } else if (slot.type === "image") respond(response, 200, { photos: { [id]: { token: slot.token } } });
  else respond(response, 200, { fileId: 1, token: slot.token });
}

function sendFile(world: MaxWorld, token: string, response: ServerResponse): void {
  const file = world.uploads.find(token);
  if (file === undefined) throw new MaxFailure(404, "not.found", "no such file");
  response.writeHead(200, { "content-type": file.mimeType, "content-length": file.bytes.length }).end(file.bytes);
}

const refuse = (response: ServerResponse, { status, code, message }: MaxFailure): void =>
  respond(response, status, { code, message });

function respond(response: ServerResponse, status: number, answer: unknown): void {
  const body = Buffer.from(toMaxJson(answer));
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
}
