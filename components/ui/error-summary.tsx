import type { ReactNode } from "react";

/**
 * What is wrong with a form, on top of it, each sentence linked to its field's id. An entry without a field is
 * about the form as a whole. Nothing is shown for an empty list.
 */
export function ErrorSummary({
  errors,
}: {
  errors: readonly { field?: string | undefined; message: ReactNode }[];
}) {
  if (errors.length === 0) return null;
  return (
    <div className="notice notice-error" role="alert" tabIndex={-1}>
      <p className="notice-title">There is a problem</p>
      <ul>
        {errors.map(({ field, message }, index) => (
          <li key={index}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
