import { eventWords } from "@/components/audit/event-words";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { findUndoableEdit } from "@/db/meetings-edit";
import type { Viewer } from "@/policy/access";

/** For instructors, on the meeting's page: what they can change, and the last change with the way back. */
export async function Editing({
  viewer,
  meeting,
  at,
  zone,
  isSaved,
}: {
  viewer: Viewer;
  meeting: { id: string; version: number; isCancelled: boolean };
  /** The meeting's address. */
  at: string;
  zone: string;
  /** Whether this page follows a save. */
  isSaved: boolean;
}) {
  const last = await findUndoableEdit(viewer, meeting);
  const undo = <a href={`${at}/change?to=former`}>Undo this change</a>;
  return (
    <>
      {isSaved ? (
        <Notice kind="receipt" title="The meeting is saved.">
          <p>Everybody sees it from now on. {last === undefined ? null : undo}</p>
        </Notice>
      ) : null}
      <p>
        <a href={`${at}/edit`}>Edit meeting</a> ·{" "}
        {meeting.isCancelled ? (
          <a href={`${at}/change?to=held`}>Reinstate meeting</a>
        ) : (
          <a href={`${at}/change?to=cancelled`}>Cancel meeting</a>
        )}
        {last === undefined || isSaved ? null : (
          <>
            {" "}
            · {last.by} {eventWords[last.action]}, <Time at={last.at} zone={zone} />. {undo}
          </>
        )}
      </p>
    </>
  );
}
