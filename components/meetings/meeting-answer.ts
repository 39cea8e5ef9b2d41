/** Fields by name with everything typed into them, as a form sends them. */
export type FormValues = Record<string, string[]>;

/** A value of a meeting before and after, in words. */
export interface ChangedRow {
  label: string;
  before: string;
  after: string;
}

/** What the preview says of an edit, all of it in words. */
export interface PreviewView {
  rows: ChangedRow[];
  /** Odd, but allowed. */
  warnings: string[];
  deadlines: (ChangedRow & { note: string })[];
  /** What follows for people's work and places. */
  groups: { title: string; items: { sentence: string; people: string[] }[] }[];
  classNumbers: string[];
  /** What the course can be told, its text as markup that is safe to show; null where there is nothing to tell. */
  announcement: { title: string; html: string } | null;
  /** The meeting's text as markup that is safe to show; null where it stays as it is. */
  notes: string | null;
}

/** What the form for a meeting answers. */
export type MeetingAnswer =
  | {
      step: "fields";
      values: FormValues;
      /** The id of the field to go on with. */
      focus?: string | undefined;
      /** Somebody else's save came first: theirs beside what was typed here. */
      overtaken?: { by: string; rows: ChangedRow[] } | undefined;
    }
  | { step: "preview"; preview: PreviewView }
  | { step: "saved"; number: number };
