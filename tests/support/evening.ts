/** When and where tests take place, if they do not say otherwise: Kazan, a Friday, half past five in the afternoon. */
export const evening = { now: new Date("2026-11-20T14:30:00Z"), timeZone: "Europe/Moscow" };
