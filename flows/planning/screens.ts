import { Screen } from "../kit/screen.ts";
import { keptScreen } from "./kept.ts";
import { pieceScreen } from "./piece.ts";
import { planScreen } from "./plan.ts";
import { wishScreen } from "./wish.ts";

/** An evening planned, changed piece by piece, and kept. */
export const planningScreens = new Screen();

planningScreens.use(planScreen, keptScreen, pieceScreen, wishScreen);
