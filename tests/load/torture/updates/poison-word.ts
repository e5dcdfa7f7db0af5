/** The message of which the poisoned program dies. */
export const poisonWord = "отрава";
