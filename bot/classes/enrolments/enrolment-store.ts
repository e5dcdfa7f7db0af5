/** What other rooms do with places; enrolment.ts tells the states and their moves. */

export { changeCapacity, closeGroup } from "./capacity-store.ts";
export { changeGroup } from "./change-store.ts";
export { enrol, enrolLearner } from "./enrol-store.ts";
export { leave, leaveAll } from "./leave-store.ts";
export { acceptOffer, declineOffer } from "./offers/answer-store.ts";
export { expireOffers } from "./offers/expire-store.ts";
export { offerPlaces } from "./offers/offering-store.ts";
export { findPosition, wasInGroup } from "./waiting-list-store.ts";
