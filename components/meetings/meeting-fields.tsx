import { Fragment } from "react";
import { Checkbox, SelectField, type Option } from "@/components/ui/choice";
import { Fieldset, TextArea, TextField } from "@/components/ui/field";
import type { FormValues } from "./meeting-answer";
import { MaterialRows, ReadingRows } from "./meeting-rows";

/** What the form says about the course. */
export interface MeetingFormWords {
  kinds: Option[];
  themes: Option[];
  /** “Hours:minutes, …” */
  zone: string;
  /** Null in a course in which nobody presents. */
  usualSeats: number | null;
  courseRoom: string;
  /** What may be set by hand for each series; when its rule lets it be due, where that is known. */
  series: { key: string; name: string; usualDue: string | null }[];
}

const rowLook = "flex flex-wrap items-end gap-x-6 [--spacing-field:0.5rem]";

/** The fields of the form for a meeting, with what was typed and what is wrong. */
export function MeetingFields({
  shown,
  errors,
  words,
}: {
  shown: FormValues;
  errors: Record<string, string>;
  words: MeetingFormWords;
}) {
  const field = (name: string) => ({
    name,
    defaultValue: shown[name]?.[0] ?? "",
    error: errors[name],
  });
  const tick = (name: string) => ({
    name,
    value: "yes",
    defaultChecked: shown[name] !== undefined,
    error: errors[name],
  });
  const isBreakMeant = errors["force"] !== undefined || shown["force"] !== undefined;
  return (
    <>
      <input type="hidden" name="number" value={shown["number"]?.[0] ?? "0"} />
      <input type="hidden" name="version" value={shown["version"]?.[0] ?? "0"} />
      <TextField
        {...field("date")}
        label="Date"
        hint="Year-month-day, such as 2024-02-13."
        short
        size={12}
        autoComplete="off"
      />
      {isBreakMeant ? (
        <Checkbox
          {...tick("force")}
          label="Save it anyway"
          hint="The deadline falls on a day without class."
        />
      ) : null}
      <div className={rowLook}>
        <TextField {...field("starts")} label="Starts" hint={words.zone} short size={7} />
        <TextField {...field("ends")} label="Ends" hint={words.zone} short size={7} />
      </div>
      <SelectField {...field("kind")} label="Kind" options={words.kinds} />
      <TextField {...field("title")} label="Title" />
      <SelectField {...field("themeId")} label="Theme" options={words.themes} />
      <TextField {...field("room")} label="Room" hint={`Leave empty for ${words.courseRoom}.`} />
      <TextArea {...field("lecturers")} label="Lecturers" hint="One a line." rows={2} />
      <div className={rowLook}>
        <TextField
          {...field("guestName")}
          label="Guest"
          hint="Leave empty while the speaker is to be announced."
        />
        <TextField
          {...field("guestPage")}
          label="Guest’s page"
          hint="An address, if there is one."
        />
      </div>
      {words.usualSeats === null ? null : (
        <Fieldset legend="Presenters" large>
          <div className={rowLook}>
            <TextField
              {...field("seats")}
              label="Seats"
              hint={`Leave empty for the usual: ${words.usualSeats} at a discussion, else none.`}
              short
              size={4}
              inputMode="numeric"
            />
            <TextField
              {...field("bonus")}
              label="Bonus points"
              short
              size={4}
              inputMode="decimal"
            />
          </div>
          <TextField
            {...field("seatsReason")}
            label="Why another number of seats"
            hint="Needed where it is not the usual one."
          />
        </Fieldset>
      )}
      {words.series.length === 0 ? null : (
        <Fieldset legend="Deadlines" large>
          {words.series.map(({ key, name, usualDue }) => (
            <Fragment key={key}>
              <input type="hidden" name="series" value={key} />
              <DueByHand
                name={`due-${key}`}
                label={name}
                usual={usualDue}
                field={field}
                zone={words.zone}
              />
              <Checkbox {...tick(`waived-${key}`)} label={`${name} waived for everybody`} />
            </Fragment>
          ))}
        </Fieldset>
      )}
      <ReadingRows shown={shown} errors={errors} />
      <MaterialRows shown={shown} errors={errors} />
      <TextArea
        {...field("notes")}
        label="Text on the meeting’s page"
        hint="Markdown. The preview shows it as it will be read."
        rows={8}
      />
    </>
  );
}

function DueByHand({
  name,
  label,
  usual,
  zone,
  field,
}: {
  name: string;
  label: string;
  usual: string | null;
  zone: string;
  field: (name: string) => { name: string; defaultValue: string; error: string | undefined };
}) {
  return (
    <Fieldset
      id={name}
      legend={`${label} due, set by hand`}
      hint={`Stays where it is when the meeting moves. Leave empty for the rule’s own${usual === null ? "" : `: ${usual}`}.`}
    >
      <div className={rowLook}>
        <TextField
          {...field(`${name}-date`)}
          label={
            <>
              <span className="sr-only">{label}: </span>Day
            </>
          }
          hint="Year-month-day"
          short
          size={12}
        />
        <TextField
          {...field(`${name}-time`)}
          label={
            <>
              <span className="sr-only">{label}: </span>Time
            </>
          }
          hint={zone}
          short
          size={7}
        />
      </div>
    </Fieldset>
  );
}
