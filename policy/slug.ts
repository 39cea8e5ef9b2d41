/** What names a course or a paper in an address, as the source of a regular expression. */
export const slugPattern = "[a-z0-9][a-z0-9-]{0,63}";

/** The same, for a text that is nothing else. */
export const wholeSlug = new RegExp(`^${slugPattern}$`);
