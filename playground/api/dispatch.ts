import type { World } from "../world/world.ts";
import { ApiFailure, Violation } from "./api-failure.ts";
import type { Call } from "./calls.ts";
import type { Request } from "./method.ts";
import { methods } from "./methods/all.ts";

export type Outcome = { kind: "ok"; result: unknown } | { kind: "failed"; failure: ApiFailure };

/** Lets the method of that name answer. Anything thrown but an ApiFailure is a bug here and passes through. */
export async function dispatch(world: World, name: string, request: Request): Promise<Outcome> {
  try {
    return { kind: "ok", result: await findMethod(world, name, request).answer(world, request) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    if (error instanceof Violation) world.violations.push(`${name}: ${error.description}`);
    return { kind: "failed", failure: error };
  }
}

/** Keeps the call for `telegram.calls` and tells who listens. */
export function record(world: World, method: string, request: Request, outcome: Call["outcome"]): void {
  const { payload } = request;
  const chatId = payload["chat_id"] === undefined ? undefined : Number(payload["chat_id"]);
  const call: Call = { method, payload, chatId, at: world.clock.now(), outcome };
  world.calls.add(call);
  world.changes.tell({ kind: "call", call });
}

function findMethod(world: World, name: string, { payload, uploads }: Request) {
  const method = methods.get(name);
  if (!method) {
    world.unknownMethods.push(name);
    throw new ApiFailure(404, "Not Found");
  }
  // A file under the name of a parameter is what "attach://" with that name would be.
  for (const part of uploads.keys()) {
    if (part in method.parameters.shape) payload[part] ??= `attach://${part}`;
  }
  return method;
}
