// The looks of a table that is read as a text is: a line under each row, figures to the right.
const head = "entry border-b-ink text-sm font-semibold";
const number = "entry pe-0 text-end whitespace-nowrap";

export const textTable = {
  table: "my-3 border-collapse",
  columnHead: head,
  numberHead: `${number} border-b-ink ps-3 text-sm font-semibold`,
  rowHead: "entry",
  cell: "entry",
  number: `${number} ps-3`,
  note: "block text-sm text-muted",
};

/** The same with several figures a row, which fit a phone. */
export const partsTable = {
  table: "my-3 w-full max-w-160 border-collapse tabular-nums max-[30rem]:text-sm",
  columnHead: head,
  numberHead:
    "entry border-b-ink ps-2 pe-0 text-end text-sm font-semibold max-[30rem]:ps-1.5 min-[30rem]:whitespace-nowrap",
  rowHead: "entry max-[30rem]:pe-0 min-[30rem]:whitespace-nowrap",
  number: `${number} ps-2 max-[30rem]:ps-1.5`,
  footRowHead: "entry border-t border-t-ink font-semibold",
  footNumber: `${number} border-t border-t-ink ps-2 font-semibold max-[30rem]:ps-1.5`,
  note: "block text-sm whitespace-nowrap text-muted",
};
