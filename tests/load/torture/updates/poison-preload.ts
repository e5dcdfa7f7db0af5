/**
 * Loaded before the real program (`--import`): it dies at once, without a last word, when the text of the poison is looked
 * for in the database – in the middle of an update, as by a parser that fills the memory.
 */
import pg from "pg";
import { poisonWord } from "./poison-word.ts";

const query = pg.Client.prototype.query;

function dying(this: pg.Client, ...args: unknown[]): unknown {
  const [config] = args;
  const values = typeof config === "object" && config !== null && "values" in config ? config.values : undefined;
  const isPoison = (value: unknown) => value === poisonWord || (Array.isArray(value) && value.includes(poisonWord));
  if (Array.isArray(values) && values.some(isPoison)) process.kill(process.pid, "SIGKILL");
  return Reflect.apply(query, this, args);
}

Object.assign(pg.Client.prototype, { query: dying });
