import type { Renderer } from "./delivery.ts";

export type Renderers = Readonly<Record<string, Renderer>>;

/** Puts the renderers of all subjects together. Throws when two write the same kind. */
export function joinRenderers(...subjects: Renderers[]): Renderers {
  const joined: Record<string, Renderer> = {};
  for (const subject of subjects) {
    for (const [kind, renderer] of Object.entries(subject)) {
      if (Object.hasOwn(joined, kind)) throw new Error(`two renderers write "${kind}"`);
      joined[kind] = renderer;
    }
  }
  return joined;
}
