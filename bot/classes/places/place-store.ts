/** What other rooms do with places; enrolment.ts tells the states and their moves. */
export { acceptOffer, declineOffer } from "./answer-store.ts";
export { changeCapacity, closeGroup } from "./capacity-store.ts";
export { enrol, enrolLearner } from "./enrol-store.ts";
export { expireOffers } from "./expire-store.ts";
export { leave, leaveAll } from "./leave-store.ts";
export { findPosition, wasInGroup } from "./line-store.ts";
export { offerPlaces } from "./offering-store.ts";
