import { expect, expectTypeOf, it } from "vitest";
import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import type { Database } from "../../../bot/database/database.ts";
import { flowServices } from "../../../bot/doors/telegram/dialogue/dialogue-reader.ts";
import { openCity } from "../../support/city.ts";

const city = openCity({ plant: false });

it("inside a dialogue there is no database, clock or log: a replay would ask them again", () => {
  expect(Object.keys(flowServices(city.services)).toSorted()).toEqual([
    "botUsername",
    "city",
    "hasZoom",
    "publicUrl",
    "words",
  ]);
  expectTypeOf<FlowContext["services"]>().not.toHaveProperty("database");
  expectTypeOf<FlowContext["services"]>().not.toHaveProperty("clock");
  expectTypeOf<FlowContext["services"]>().not.toHaveProperty("log");
  const look = (dialogue: Dialogue) => dialogue.external(({ services }) => services.database);
  expectTypeOf(look).returns.resolves.toEqualTypeOf<Database>();
});
