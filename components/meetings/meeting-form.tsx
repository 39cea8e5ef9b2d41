"use client";

import { useEffect, useRef } from "react";
import { SubmitButton, useFormAnswer } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ChangeAnnouncement } from "./change-announcement";
import { ChangedRows, ChangePreview } from "./change-preview";
import type { FormValues, MeetingAnswer } from "./meeting-answer";
import { MeetingFields, type MeetingFormWords } from "./meeting-fields";

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
        <ChangeAnnouncement announcement={said.preview.announcement} />
        <Hidden values={values ?? {}} />
        <ButtonRow>
          <SubmitButton name="intent" value="save">
            Save changes
          </SubmitButton>
          <SubmitButton name="intent" value="edit" variant="secondary">
            Change something else
          </SubmitButton>
        </ButtonRow>
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
      <MeetingFields shown={shown} errors={errors ?? {}} words={words} />
      <SubmitButton name="intent" value="preview">
        Preview changes
      </SubmitButton>
    </div>
  );
}

/** What the form itself adds, the button that is pressed next, and what is asked anew with each preview. */
const notKept = ["course", "key", "intent", "isAnnounced"];

function Hidden({ values }: { values: FormValues }) {
  const kept = Object.entries(values).filter(([name]) => !notKept.includes(name));
  return kept.flatMap(([name, list]) =>
    list.map((value, index) => (
      <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
    )),
  );
}
