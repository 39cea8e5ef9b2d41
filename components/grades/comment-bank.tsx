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
    <ul className="my-2 flex flex-wrap gap-1.5">
      {comments.map((comment) => (
        <li key={comment}>
          <button
            type="button"
            className="min-h-7 cursor-pointer rounded-sm border border-edge bg-field px-2 py-0.5 text-start text-sm hover:bg-wash"
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
