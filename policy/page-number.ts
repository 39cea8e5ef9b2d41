/** The page of a long list that an address asks for, counted from 1; the first for whatever is no number up to 999. */
export function pageNumber(asked: string | string[] | null | undefined): number {
  return typeof asked === "string" && /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1;
}
