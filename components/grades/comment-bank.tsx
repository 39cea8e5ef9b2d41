"use client";

/** Comments that were used before: a click adds one to the field with the id `field`. Without JavaScript, a list to read. */
export function CommentBank({ comments, field }: { comments: readonly string[]; field: string }) {
  const add = (comment: string) => {
    const area = document.getElementById(field);
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.value = area.value.trim() === "" ? comment : `${area.value.trimEnd()} ${comment}`;
    area.focus();
  };
  return (
    <ul className="comment-bank">
      {comments.map((comment) => (
        <li key={comment}>
          <button
            type="button"
            onClick={() => {
              add(comment);
            }}
          >
            {comment}
          </button>
        </li>
      ))}
    </ul>
  );
}
