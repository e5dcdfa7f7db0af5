import { z } from "zod";
import type { Upload } from "../files/files.ts";
import type { World } from "../world/world.ts";
import { explain } from "./refusal.ts";

/** A request as it came over the wire: parameters by name, uploaded files by the name of their form part. */
export type Request = {
  payload: Record<string, unknown>;
  uploads: ReadonlyMap<string, Upload>;
  /** Aborted when the bot hangs up. */
  signal: AbortSignal;
};

/** A method of the Bot API: its parameters, and what it does with them. */
export type Method = {
  readonly parameters: z.ZodObject;
  answer(world: World, request: Request): unknown;
};

/** Declares a method; `run` gets parameters that fit `shape` and returns the result or throws an ApiFailure. */
export function method<Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (world: World, parameters: z.output<z.ZodObject<Shape, z.core.$strict>>, request: Request) => unknown,
): Method {
  const parameters = z.strictObject(shape);
  return {
    parameters,
    answer(world, request) {
      const parsed = parameters.safeParse(request.payload);
      if (!parsed.success) throw explain(parsed.error.issues, request.payload);
      return run(world, parsed.data, request);
    },
  };
}
