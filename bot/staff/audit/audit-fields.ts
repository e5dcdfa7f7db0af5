/** Fields that have a word for staff; others stand in the log as the database calls them. */
export const auditFields = [
  ...["role", "institutionId", "groupId", "invitedBy", "expiresAt", "title", "startsAt", "endsAt", "who", "body"],
  ...["summary", "name", "address", "isFree", "priceMin", "priceMax", "currency", "ageMin", "heldIn", "section"],
  ...["attendanceMode", "audiences", "accessibility", "posterUrl", "publishedAt", "withdrawnAt", "status", "capacity"],
  ...["level", "teacherName", "teacherId", "typedLink", "closedAt", "about", "needs"],
  ...["latitude", "longitude", "placeId"],
  ...["state", "count", "reason", "links", "posterAlt", "kind", "url", "openingHours", "stops", "isConversation"],
  "byline",
] as const;

/** Fields that mean nothing to a reader: they only keep two editors from writing over each other. */
export const hiddenFields = new Set(["revision"]);
