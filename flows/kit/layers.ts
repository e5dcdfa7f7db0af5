import { Composer, type Middleware, type MiddlewareFn } from "grammy";
import type { BotContext } from "../../bot/context.ts";

/**
 * One layer after another, as `Composer.use` has them. grammY goes down through all layers before it asks the first one, in
 * closures and promises for each; here only those that are asked cost anything.
 */
export function inTurn(...layers: readonly Middleware<BotContext>[]): MiddlewareFn<BotContext> {
  const all = layers.map((layer) => (typeof layer === "function" ? layer : layer.middleware()));
  return (ctx, next) => {
    const from = async (index: number): Promise<void> => {
      const layer = all[index];
      await (layer === undefined ? next() : layer(ctx, () => from(index + 1)));
    };
    return from(0);
  };
}

/** What of a screen is for some updates alone; grammY's `filter` makes a Composer for every update that comes by. */
export function partOf(screen: Composer<BotContext>, isFor: (ctx: BotContext) => boolean): Composer<BotContext> {
  const part = new Composer<BotContext>();
  screen.use((ctx, next) => (isFor(ctx) ? part.middleware()(ctx, next) : next()));
  return part;
}

/** What of a screen is for private chats alone. */
export const privatePartOf = (screen: Composer<BotContext>): Composer<BotContext> =>
  partOf(screen, ({ chat }) => chat?.type === "private");

/**
 * Handlers of a screen that are found by a name in the update, such as that of a pressed button. One layer looks the name up,
 * where grammY would ask handler after handler. A second handler of a name is a mistake in the code, and throws.
 */
export function handledBy<Name>(nameOf: (ctx: BotContext) => Name | undefined) {
  const ofScreens = new WeakMap<Composer<BotContext>, Map<Name, MiddlewareFn<BotContext>>>();
  return (screen: Composer<BotContext>, name: Name, handle: MiddlewareFn<BotContext>): void => {
    const handlers = ofScreens.get(screen) ?? open(screen);
    if (handlers.has(name)) throw new Error(`two handlers of "${name}" in one screen`);
    handlers.set(name, handle);
  };

  function open(screen: Composer<BotContext>): Map<Name, MiddlewareFn<BotContext>> {
    const handlers = new Map<Name, MiddlewareFn<BotContext>>();
    ofScreens.set(screen, handlers);
    screen.use((ctx, next) => {
      const name = nameOf(ctx);
      const handle = name === undefined ? undefined : handlers.get(name);
      return handle === undefined ? next() : handle(ctx, next);
    });
    return handlers;
  }
}
