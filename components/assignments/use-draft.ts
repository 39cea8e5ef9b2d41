import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { useFormAnswer, usePutAway } from "@/components/ui/action-form";
import { isSameDraft } from "@/policy/draft-text";
import { formatDuration } from "@/policy/durations";
import type { TextInput } from "@/policy/submissions";
import type { HeldDraft } from "./draft-conflict";
import { findCopy, isChanged, keepCopy, typedIn, whatToDoWith, type DraftCopy } from "./draft-copy";

/** Where the drafts of a form are kept, and what the portal held when the page was made. */
export interface DraftPlace {
  /** Takes drafts while somebody types. */
  url: string;
  /** The browser's own copy. */
  key: string;
  assignmentId: string;
  /** The key of the series, whose section the page comes back to. */
  series: string;
  /** The version last handed in; 0 for none. */
  version: number;
  /** Names what the portal holds: that version and the draft upon it. */
  held: string;
  /** How long the portal has held it, in milliseconds; null when it holds nothing. */
  heldForMs: number | null;
  /** "Draft saved 16:02 EST", where there is one. */
  savedWords: string | null;
}

/** What the portal answers to a draft; `other` is the newer one that was saved elsewhere and stands in its way. */
interface Answer {
  held?: string;
  words: string;
  other?: HeldDraft;
}

/** What the student's choice does, as the form stands. */
interface Chosen {
  mine: () => void;
  other: () => void;
}

const pause = 2_000;
const patience = 10_000;
/** Browsers refuse to finish sending more than 64 KB for a page that is gone. */
const mostAfterLeaving = 60_000;

/**
 * Keeps what is typed into the form around `anchor`: in the browser at once, on the portal two seconds after the last
 * key and when the page is left. `begin` is what the fields begin with: what the portal gave, or the browser's
 * copy where that is newer; `round` changes when they have to begin again. `held` names the draft that the form is
 * based on: a newer one from elsewhere is not replaced but becomes the `conflict`, until the student has chosen.
 */
export function useDraft(
  place: DraftPlace,
  given: TextInput,
  anchor: RefObject<HTMLElement | null>,
) {
  const [{ begin, round }, setBegin] = useState({ begin: given, round: 0 });
  const [restored, setRestored] = useState<string | null>(null);
  const [words, setWords] = useState(place.savedWords);
  // A form that comes back without scripts is still based on what it was sent with; only to save it once more, as its
  // answer says, replaces what the portal holds by now.
  const sentHeld = useFormAnswer().values?.["held"]?.[0];
  const [shown] = useState(sentHeld === undefined || sentHeld === place.held ? null : place.held);
  const [held, setHeld] = useState(sentHeld ?? place.held);
  const [conflict, setConflict] = useState<HeldDraft | null>(null);
  const basedOn = useRef(held);
  const chosen = useRef<Chosen>(null);
  const putAway = useEffectEvent(usePutAway());
  const givenAtFirst = useEffectEvent(() => ({ ...place, content: given }));
  const { url, key, assignmentId, series, version } = place;

  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    const page = crypto.randomUUID();
    const asideKey = `${key} aside`;
    let other: HeldDraft | null = null;
    let unanswered: TextInput[] = [];
    let isDirty = false;
    let isSending = false;
    let isAsked = false;
    let waiting: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const sendIn = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void send(), milliseconds);
    };
    const goOnFrom = (mark: string) => {
      basedOn.current = mark;
      setHeld(mark);
      // At once, for a form that is sent before it is rendered again.
      const field = form.elements.namedItem("held");
      if (field instanceof HTMLInputElement) field.value = mark;
    };
    const copyOf = (content: TextInput): DraftCopy => ({
      ...{ content, at: Date.now(), basedOn: basedOn.current, page, sent: unanswered },
    });
    const keep = () => {
      if (other !== null) {
        keepCopy(asideKey, copyOf(typedIn(form)));
        return;
      }
      isDirty = true;
      keepCopy(key, copyOf(typedIn(form)));
      sendIn(pause);
    };
    const meet = (found: HeldDraft, mine: TextInput) => {
      clearTimeout(timer);
      other = found;
      isDirty = false;
      keepCopy(asideKey, copyOf(mine));
      keepCopy(key, undefined);
      setConflict(found);
    };
    const send = async () => {
      clearTimeout(timer);
      if (!isDirty) return;
      if (isSending) {
        sendIn(pause);
        return;
      }
      isDirty = false;
      isSending = true;
      const content = typedIn(form);
      const former = unanswered;
      unanswered = [...former.slice(-4), content];
      const sent = copyOf(content);
      keepCopy(key, sent);
      const draft = { assignmentId, basedOn: version, held: basedOn.current, ...content };
      const body = JSON.stringify(draft);
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
          keepalive: new Blob([body]).size < mostAfterLeaving,
        });
        const answer = (await response.json()) as Answer;
        unanswered = [];
        setWords(answer.words);
        const found = answer.other;
        if (found !== undefined) {
          // A draft of this very form, whose answer was lost on the way, is in nobody's way.
          if (former.some((each) => isSameDraft(each, found.content))) {
            goOnFrom(found.held);
            isDirty = true;
            sendIn(0);
          } else meet(found, typedIn(form));
          return;
        }
        if (answer.held === undefined) return;
        if (isAsked) putAway();
        isAsked = false;
        goOnFrom(answer.held);
        const copy = findCopy(key);
        if (copy?.page === page)
          keepCopy(key, copy.at > sent.at ? copyOf(copy.content) : undefined);
        setRestored(null);
      } catch {
        isDirty = true;
        setWords("The portal cannot be reached. Your draft is kept in this browser.");
        sendIn(patience);
      } finally {
        isSending = false;
        if (waiting !== null) form.requestSubmit(waiting);
        waiting = null;
      }
    };
    const leave = () => void send();
    const submit = (event: SubmitEvent) => {
      clearTimeout(timer);
      const pressed = event.submitter?.getAttribute("value");
      isAsked = pressed === "save";
      if (isSending && pressed !== "save") {
        // The answer names the draft that this form then goes on from.
        event.preventDefault();
        waiting = event.submitter;
      } else if (pressed === "discard") {
        isDirty = false;
        keepCopy(key, undefined);
      } else if (pressed === "save") {
        event.preventDefault();
        isDirty = other === null;
        void send();
      } else if (other !== null) {
        keepCopy(asideKey, { ...copyOf(typedIn(form)), isHandedIn: true });
      }
    };
    chosen.current = {
      mine: () => {
        if (other !== null) goOnFrom(other.held);
        other = null;
        setConflict(null);
        // What was said of the other draft is not true of this one, which is on its way.
        setWords(null);
        keepCopy(asideKey, undefined);
        keep();
        sendIn(0);
      },
      other: () => {
        keepCopy(asideKey, undefined);
        // Not a reload, at which a browser may put back what was typed.
        window.location.assign(
          `${window.location.pathname}?discarded=${Date.now()}#${series}-assignment`,
        );
      },
    };

    const first = givenAtFirst();
    const aside = findCopy(asideKey);
    const copy = aside ?? findCopy(key);
    const wanted = whatToDoWith(copy, isChanged(form) ? typedIn(form) : null, first);
    const theirs = { held: first.held, words: first.savedWords ?? "", content: first.content };
    if (wanted === "drop") {
      keepCopy(asideKey, undefined);
      if (aside === undefined) keepCopy(key, undefined);
    } else if (wanted === "type on") keep();
    else if (wanted === "choose, with what was typed") meet(theirs, typedIn(form));
    else if (copy !== undefined) {
      setBegin((former) => ({ begin: copy.content, round: former.round + 1 }));
      if (wanted === "choose") meet(theirs, copy.content);
      else {
        keepCopy(asideKey, undefined);
        isDirty = true;
        setRestored(
          `Restored what you typed in this browser ${formatDuration(Date.now() - copy.at)} ago.`,
        );
        sendIn(pause);
      }
    }

    form.addEventListener("input", keep);
    form.addEventListener("submit", submit);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", submit);
      window.removeEventListener("pagehide", leave);
    };
  }, [anchor, url, key, assignmentId, series, version]);

  return {
    ...{ begin, round, held, shown, conflict },
    words: [restored, words].filter((each) => each !== null).join(" "),
    keepMine: () => {
      chosen.current?.mine();
    },
    keepOther: () => {
      chosen.current?.other();
    },
  };
}

/** What `useDraft` gives to the fields. */
export type Draft = ReturnType<typeof useDraft>;
