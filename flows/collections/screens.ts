import { Screen } from "../kit/screen.ts";
import { collectionFileScreen } from "./calendar-file.ts";
import { collectionScreen } from "./collection.ts";
import { collectionsScreen } from "./list.ts";
import { remindCollectionScreen } from "./remind.ts";
import { routeScreen } from "./route.ts";

/** What residents see of collections, festivals and Nights. */
export const collectionsScreens = new Screen(
  collectionsScreen,
  collectionScreen,
  routeScreen,
  remindCollectionScreen,
  collectionFileScreen,
);
