import type { ComponentProps, ReactNode } from "react";

/** What every field has: a name, a label above, and beside it a hint and what is wrong, in words. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says what is wrong and what to do. */
  error?: string | undefined;
  /** Defaults to the name; give one when two forms of a page share a name. */
  id?: string | undefined;
  required?: boolean | undefined;
  /** In a row of a long form, where the label is small. */
  dense?: boolean | undefined;
}

/** What every control looks like; the width and the face are its own. */
export const controlLook =
  "mt-1 block min-h-10 rounded-sm border border-edge bg-field px-2.5 py-1.5 text-ink focus-visible:outline-offset-0 aria-invalid:border-2 aria-invalid:border-late";

/** The frame of a field, with a bar beside what is wrong. Whoever puts fields closer together sets --spacing-field. */
export function fieldLook(error: string | undefined): string {
  const frame = "my-field min-w-0";
  return error ? `${frame} border-s-4 border-late ps-3.5` : frame;
}

/** Everything else that the browser's own field takes. */
export type Native<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof FieldProps | "className"
>;

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy(
  id: string,
  hint: ReactNode,
  error: string | undefined,
): string | undefined {
  const parts = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}

/** The hint and the error of a field, with the ids that `describedBy` names. */
export function HintAndError({
  id,
  hint,
  error,
}: {
  id: string;
  hint: ReactNode;
  error?: string | undefined;
}) {
  return (
    <>
      {hint ? (
        <p className="max-w-text text-sm text-muted" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="max-w-text font-semibold text-late" id={`${id}-error`}>
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** A field with its label above. */
export function FieldRow({
  id,
  label,
  hint,
  error,
  dense = false,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={fieldLook(error)}>
      <label htmlFor={id} className={dense ? "block text-sm font-medium" : "block font-semibold"}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** The hidden field that carries the label of another one, for whoever has to be shown what was typed without the form. */
export function labelNameOf(name: string): string {
  return `label:${name}`;
}

function SentLabel({ name, label }: { name: string; label: ReactNode }) {
  return typeof label === "string" ? (
    <input type="hidden" name={labelNameOf(name)} value={label} />
  ) : null;
}

/** One line of text. `short` makes it as wide as its `size` (dates, times, numbers). */
export function TextField({
  id,
  label,
  hint,
  error,
  dense,
  short = false,
  type = "text",
  ...rest
}: FieldProps & Native<"input"> & { short?: boolean | undefined }) {
  const own = id ?? rest.name;
  return (
    <FieldRow id={own} name={rest.name} label={label} hint={hint} error={error} dense={dense}>
      <input
        {...rest}
        id={own}
        type={type}
        className={`${controlLook} read-only:bg-wash ${short ? "max-w-full" : "w-full max-w-text"}`}
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      {type === "password" ? null : <SentLabel name={rest.name} label={label} />}
    </FieldRow>
  );
}

/** Several lines of text in the reading face; it grows with what is typed. */
export function TextArea({
  id,
  label,
  hint,
  error,
  rows = 5,
  compact = false,
  ...rest
}: FieldProps & Native<"textarea"> & { compact?: boolean | undefined }) {
  const own = id ?? rest.name;
  return (
    <FieldRow id={own} name={rest.name} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={own}
        rows={rows}
        className={`${controlLook} field-sizing-content max-h-[80vh] w-full max-w-2xl resize-y font-serif read-only:bg-wash ${compact ? "min-h-14 text-base max-lg:min-h-10" : "min-h-20 text-lg"}`}
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      <SentLabel name={rest.name} label={label} />
    </FieldRow>
  );
}

/** Fields that answer one question together; the legend is the group's accessible name. */
export function Fieldset({
  legend,
  large = false,
  beside = false,
  hint,
  error,
  id,
  children,
}: {
  legend: ReactNode;
  /** A section's heading rather than a field's label. */
  large?: boolean | undefined;
  /** Where room is scarce, the legend stands on the line of what it names. */
  beside?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** Needed when the group has a hint or an error. */
  id?: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={id}
      className={fieldLook(error)}
      aria-describedby={id ? describedBy(id, hint, error) : undefined}
    >
      <legend
        className={`block font-semibold ${large ? "font-serif text-xl" : ""} ${beside ? "max-lg:float-start max-lg:me-6 max-lg:leading-[2.125rem]" : ""}`}
      >
        {legend}
      </legend>
      <HintAndError id={id ?? "group"} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}
