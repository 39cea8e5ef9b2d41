import { useEffect, useEffectEvent, useState, type RefObject } from "react";
import { usePutAway } from "@/components/ui/action-form";
import { formatDuration } from "@/policy/durations";
import type { TextInput } from "@/policy/submissions";
import { findCopy, isChanged, isNewer, keepCopy, typedIn } from "./draft-copy";

/** Where the drafts of a form are kept, and what the portal held when the page was made. */
export interface DraftPlace {
  /** Takes drafts while somebody types. */
  url: string;
  /** The browser's own copy. */
  key: string;
  assignmentId: string;
  /** The version last handed in; 0 for none. */
  version: number;
  /** Names what the portal holds: that version and the draft upon it. */
  held: string;
  /** How long the portal has held it, in milliseconds; null when it holds nothing. */
  heldForMs: number | null;
  /** "Draft saved 16:02 EST", where there is one. */
  savedWords: string | null;
}

/** What the portal answers to a draft. */
interface Answer {
  held?: string;
  words: string;
}

const pause = 2_000;
const patience = 10_000;
/** Browsers refuse to finish sending more than 64 KB for a page that is gone. */
const mostAfterLeaving = 60_000;

/**
 * Keeps what is typed into the form around `anchor`: in the browser at once, on the portal two seconds after the last
 * key and when the page is left. `begin` is what the fields begin with: what the portal gave, or the browser's
 * copy where that is newer; `round` changes when they have to begin again.
 */
export function useDraft(
  place: DraftPlace,
  given: TextInput,
  anchor: RefObject<HTMLElement | null>,
) {
  const [{ begin, round }, setBegin] = useState({ begin: given, round: 0 });
  const [restored, setRestored] = useState<string | null>(null);
  const [words, setWords] = useState(place.savedWords);
  const putAway = useEffectEvent(usePutAway());
  const { url, key, assignmentId, version, held: heldAtFirst, heldForMs } = place;

  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    let held = heldAtFirst;
    let isDirty = false;
    let isSending = false;
    let isAsked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const sendIn = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void send(), milliseconds);
    };
    const keep = () => {
      isDirty = true;
      keepCopy(key, { content: typedIn(form), at: Date.now(), basedOn: held });
      sendIn(pause);
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
      const sentAt = Date.now();
      const body = JSON.stringify({ assignmentId, basedOn: version, ...typedIn(form) });
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
          keepalive: new Blob([body]).size < mostAfterLeaving,
        });
        const answer = (await response.json()) as Answer;
        setWords(answer.words);
        if (answer.held === undefined) return;
        if (isAsked) putAway();
        isAsked = false;
        held = answer.held;
        const copy = findCopy(key);
        keepCopy(key, copy && copy.at > sentAt ? { ...copy, basedOn: held } : undefined);
        setRestored(null);
      } catch {
        isDirty = true;
        setWords("The portal cannot be reached. Your draft is kept in this browser.");
        sendIn(patience);
      } finally {
        isSending = false;
      }
    };
    const leave = () => void send();
    const submit = (event: SubmitEvent) => {
      clearTimeout(timer);
      const pressed = event.submitter?.getAttribute("value");
      isAsked = pressed === "save";
      if (pressed === "discard") {
        isDirty = false;
        keepCopy(key, undefined);
      } else if (pressed === "save") {
        event.preventDefault();
        isDirty = true;
        void send();
      }
    };

    const copy = findCopy(key);
    if (isChanged(form)) keep();
    else if (copy !== undefined && isNewer(copy, held, heldForMs)) {
      isDirty = true;
      setBegin((former) => ({ begin: copy.content, round: former.round + 1 }));
      setRestored(
        `Restored what you typed in this browser ${formatDuration(Date.now() - copy.at)} ago.`,
      );
      sendIn(pause);
    } else keepCopy(key, undefined);

    form.addEventListener("input", keep);
    form.addEventListener("submit", submit);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", submit);
      window.removeEventListener("pagehide", leave);
    };
  }, [anchor, url, key, assignmentId, version, heldAtFirst, heldForMs]);

  return { begin, round, words: [restored, words].filter((each) => each !== null).join(" ") };
}
