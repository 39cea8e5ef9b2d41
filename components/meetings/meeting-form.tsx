"use client";

import { useEffect, useRef } from "react";
import { SubmitButton, useFormAnswer } from "@/components/ui/action-form";
import {
  Checkbox,
  Fieldset,
  SelectField,
  TextArea,
  TextField,
  type Option,
} from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ChangedRows, ChangePreview } from "./change-preview";
import type { FormValues, MeetingAnswer } from "./meeting-answer";
import { MaterialRows, ReadingRows } from "./meeting-rows";

/** What the form says about the course. */
export interface MeetingFormWords {
  kinds: Option[];
  themes: Option[];
  /** "times in America/New_York" */
  zone: string;
  usualSeats: number;
  courseRoom: string;
  /** When the rule lets the texts be due, where that is known. */
  preDue: string | null;
  postDue: string | null;
}

/**
 * The inside of the form for a meeting: its fields, and, once they were previewed, what the change does together with
 * exactly these values and the button that saves them. Every button asks the server, so it works without JavaScript.
 */
export function MeetingForm({ start, words }: { start: FormValues; words: MeetingFormWords }) {
  const { result, values, errors, answer = 0 } = useFormAnswer();
  const said = result as MeetingAnswer | undefined;
  const own = useRef<HTMLDivElement>(null);
  const focus = said?.step === "fields" ? said.focus : undefined;
  const step = said?.step ?? "fields";
  useEffect(() => {
    if (answer === 0 || errors !== undefined) return;
    const target =
      focus === undefined ? own.current?.querySelector("h2") : document.getElementById(focus);
    (target as HTMLElement | null)?.focus();
  }, [answer, errors, focus]);
  if (said?.step === "preview") {
    return (
      <div ref={own}>
        <h2 tabIndex={-1}>What this changes</h2>
        <ChangePreview preview={said.preview} />
        <Hidden values={values ?? {}} />
        <div className="button-row">
          <SubmitButton name="intent" value="save">
            Save changes
          </SubmitButton>
          <SubmitButton name="intent" value="edit" variant="secondary">
            Change something else
          </SubmitButton>
        </div>
      </div>
    );
  }
  const shown = said?.step === "fields" ? said.values : (values ?? start);
  const overtaken = said?.step === "fields" ? said.overtaken : undefined;
  return (
    <div ref={own} key={`${step} ${answer}`}>
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" name="intent" value="preview" hidden tabIndex={-1} />
      {overtaken === undefined ? null : (
        <>
          <h2 tabIndex={-1}>Somebody else saved this meeting meanwhile</h2>
          <Notice kind="warning" title={`${overtaken.by} saved first, so yours was not saved.`}>
            <p>Compare the two, change below what should be different, and preview again.</p>
          </Notice>
          <ChangedRows
            caption="Where the two differ"
            heads={["Saved now", "Yours"]}
            rows={overtaken.rows}
          />
        </>
      )}
      <Fields shown={shown} errors={errors ?? {}} words={words} />
      <SubmitButton name="intent" value="preview">
        Preview changes
      </SubmitButton>
    </div>
  );
}

/** What the form itself adds, or the button that is pressed next. */
const notKept = ["course", "key", "intent"];

function Hidden({ values }: { values: FormValues }) {
  const kept = Object.entries(values).filter(([name]) => !notKept.includes(name));
  return kept.flatMap(([name, list]) =>
    list.map((value, index) => (
      <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
    )),
  );
}

function Fields({
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
      <div className="field-row">
        <TextField {...field("starts")} label="Starts" hint={words.zone} short size={7} />
        <TextField {...field("ends")} label="Ends" hint={words.zone} short size={7} />
      </div>
      <SelectField {...field("kind")} label="Kind" options={words.kinds} />
      <TextField {...field("title")} label="Title" />
      <SelectField {...field("themeId")} label="Theme" options={words.themes} />
      <TextField {...field("room")} label="Room" hint={`Leave empty for ${words.courseRoom}.`} />
      <TextArea {...field("lecturers")} label="Lecturers" hint="One a line." rows={2} />
      <div className="field-row">
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
      <Fieldset legend="Presenters" large>
        <div className="field-row">
          <TextField
            {...field("seats")}
            label="Seats"
            hint={`Leave empty for the usual: ${words.usualSeats} at a discussion, else none.`}
            short
            size={4}
            inputMode="numeric"
          />
          <TextField {...field("bonus")} label="Bonus points" short size={4} inputMode="decimal" />
        </div>
        <TextField
          {...field("seatsReason")}
          label="Why another number of seats"
          hint="Needed where it is not the usual one."
        />
      </Fieldset>
      <Fieldset legend="Deadlines" large>
        <Deadline
          name="preDue"
          label="Pre-assignment"
          usual={words.preDue}
          field={field}
          zone={words.zone}
        />
        <Checkbox {...tick("preWaived")} label="Pre-assignment waived for everybody" />
        <Deadline
          name="postDue"
          label="Post-assignment"
          usual={words.postDue}
          field={field}
          zone={words.zone}
        />
        <Checkbox {...tick("postWaived")} label="Post-assignment waived for everybody" />
      </Fieldset>
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

function Deadline({
  name,
  label,
  usual,
  zone,
  field,
}: {
  name: "preDue" | "postDue";
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
      <div className="field-row">
        <TextField
          {...field(`${name}Date`)}
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
          {...field(`${name}Time`)}
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
