import {
  type Filter,
  type FilterQuery,
  type MiddlewareFn,
  type MiddlewareObj,
  matchFilter,
  type NextFunction,
} from "grammy";
import type { BotContext } from "../../bot/context.ts";

type Handler = MiddlewareFn<BotContext>;

/** A layer says at a look which handler it has for an update, if any. */
type Layer = (ctx: BotContext) => Handler | undefined;

/**
 * A part of the bot: layers that are asked in turn, each of which answers an update or calls `next`. grammY's Composer goes
 * down through all of its layers, in closures and promises for each, before it asks the first; a bot of some hundred screens
 * spent an eighth of its memory's traffic on that. Here a layer that has nothing for an update costs a look.
 */
export class Screen implements MiddlewareObj<BotContext> {
  readonly #parts: { part: Layer | Screen; isFor?: (ctx: BotContext) => boolean }[] = [];
  #layers: readonly Layer[] | undefined;

  constructor(...parts: readonly (Handler | Screen)[]) {
    this.use(...parts);
  }

  /** Appends screens, and handlers that are asked for every update. */
  use(...parts: readonly (Handler | Screen)[]): void {
    for (const part of parts) this.#add(part instanceof Screen ? part : () => part);
  }

  /** Appends a handler of the updates that grammY's filter query is for, such as "message:location". */
  on<Q extends FilterQuery>(
    filter: Q | Q[],
    handle: (ctx: Filter<BotContext, Q>, next: NextFunction) => unknown,
  ): void {
    const matches = matchFilter<BotContext, Q>(filter);
    this.#add((ctx) => (matches(ctx) ? (handle as Handler) : undefined));
  }

  /** Appends a layer. */
  find(layer: Layer): void {
    this.#add(layer);
  }

  /** Appends a part for some updates alone, and returns it. */
  partOf(isFor: (ctx: BotContext) => boolean): Screen {
    const part = new Screen();
    this.#add(part, isFor);
    return part;
  }

  middleware(): Handler {
    const layers = this.#flatten();
    return (ctx, next) => runFrom(0, layers, ctx, next);
  }

  #add(part: Layer | Screen, isFor?: (ctx: BotContext) => boolean): void {
    if (this.#layers !== undefined) throw new Error("a screen that answers already takes no more layers");
    this.#parts.push(isFor === undefined ? { part } : { part, isFor });
  }

  /** The layers of all parts in their order. */
  #flatten(): readonly Layer[] {
    this.#layers ??= this.#parts.flatMap(({ part, isFor }) => {
      const layers = part instanceof Screen ? part.#flatten() : [part];
      if (isFor === undefined) return layers;
      return layers.map(
        (find): Layer =>
          (ctx) =>
            isFor(ctx) ? find(ctx) : undefined,
      );
    });
    return this.#layers;
  }
}

async function runFrom(first: number, layers: readonly Layer[], ctx: BotContext, next: NextFunction): Promise<void> {
  for (let index = first; index < layers.length; index++) {
    const handle = layers[index]?.(ctx);
    if (handle !== undefined) return void (await handle(ctx, () => runFrom(index + 1, layers, ctx, next)));
  }
  await next();
}

/** What of a screen is for private chats alone. */
export const privatePartOf = (screen: Screen): Screen => screen.partOf(({ chat }) => chat?.type === "private");

/**
 * Handlers of a screen that are found by a name in the update, such as that of a pressed button: one layer, whatever their
 * number. A second handler of a name is a mistake in the code, and throws.
 */
export function handledBy<Name>(nameOf: (ctx: BotContext) => Name | undefined) {
  const ofScreens = new WeakMap<Screen, Map<Name, Handler>>();
  // Screen after screen asks the same update.
  let last: { ctx: BotContext; name: Name | undefined } | undefined;
  const nameIn = (ctx: BotContext) => {
    if (last?.ctx !== ctx) last = { ctx, name: nameOf(ctx) };
    return last.name;
  };
  return (screen: Screen, name: Name, handle: Handler): void => {
    const handlers = ofScreens.get(screen) ?? open(screen);
    if (handlers.has(name)) throw new Error(`two handlers of "${name}" in one screen`);
    handlers.set(name, handle);
  };

  function open(screen: Screen): Map<Name, Handler> {
    const handlers = new Map<Name, Handler>();
    ofScreens.set(screen, handlers);
    screen.find((ctx) => {
      const name = nameIn(ctx);
      return name === undefined ? undefined : handlers.get(name);
    });
    return handlers;
  }
}
