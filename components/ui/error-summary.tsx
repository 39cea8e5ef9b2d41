import type { ReactNode } from "react";
import { Notice } from "./notice";

/**
 * What is wrong with a form, on top of it, each sentence linked to its field's id. An entry without a field is
 * about the form as a whole. Nothing is shown for an empty list.
 */
export function ErrorSummary({
  title = "There is a problem",
  errors,
}: {
  title?: string | undefined;
  errors: readonly { field?: string | undefined; message: ReactNode }[];
}) {
  if (errors.length === 0) return null;
  return (
    <Notice kind="error" title={title} tabIndex={-1}>
      <ul>
        {errors.map(({ field, message }, index) => (
          <li key={index} className="mt-1">
            {field ? <a href={`#${field}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
