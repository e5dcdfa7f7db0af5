/** A link that opens the bot on a course. */
export const courseLink = (botUsername: string, courseId: number): string =>
  `https://t.me/${botUsername}?start=k_${courseId.toString(36)}`;

/** A link that opens the bot on one group of a course. */
export const groupLink = (botUsername: string, groupId: number): string =>
  `https://t.me/${botUsername}?start=g_${groupId.toString(36)}`;
