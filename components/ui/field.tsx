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
}

type Native<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof FieldProps | "className"
>;

function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const parts = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}

function HintAndError({
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
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

function Row({
  id,
  label,
  hint,
  error,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** One line of text. `short` makes it as wide as its `size` (dates, times, numbers). */
export function TextField({
  id,
  label,
  hint,
  error,
  short = false,
  type = "text",
  ...rest
}: FieldProps & Native<"input"> & { short?: boolean | undefined }) {
  const own = id ?? rest.name;
  return (
    <Row id={own} name={rest.name} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={own}
        type={type}
        className={short ? "input input-short" : "input"}
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Row>
  );
}

/** Several lines of text in the reading face; it grows with what is typed. */
export function TextArea({
  id,
  label,
  hint,
  error,
  rows = 5,
  ...rest
}: FieldProps & Native<"textarea">) {
  const own = id ?? rest.name;
  return (
    <Row id={own} name={rest.name} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={own}
        rows={rows}
        className="input"
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Row>
  );
}

/** A value and the words that people read for it. */
export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** One of a list that is too long for radio buttons. */
export function SelectField({
  id,
  label,
  hint,
  error,
  options,
  defaultValue,
  ...rest
}: FieldProps & Native<"select"> & { options: readonly Omit<Option, "hint">[] }) {
  const own = id ?? rest.name;
  return (
    <Row id={own} name={rest.name} label={label} hint={hint} error={error}>
      {/* The key: after an action React resets a select to its first option unless it is a new one. */}
      <select
        key={String(defaultValue)}
        {...rest}
        defaultValue={defaultValue}
        id={own}
        className="input input-short"
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Row>
  );
}

/** Fields that answer one question together; the legend is the group's accessible name. */
export function Fieldset({
  legend,
  large = false,
  hint,
  error,
  id,
  children,
}: {
  legend: ReactNode;
  /** A section's heading rather than a field's label. */
  large?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** Needed when the group has a hint or an error. */
  id?: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={id}
      className={error ? "field field-wrong" : "field"}
      aria-describedby={id ? describedBy(id, hint, error) : undefined}
    >
      <legend className={large ? "legend-large" : undefined}>{legend}</legend>
      <HintAndError id={id ?? "group"} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

/** One of a few, all of them visible. The error summary's link leads to the first choice. */
export function RadioGroup({
  id,
  name,
  label,
  hint,
  error,
  options,
  defaultValue,
  inline = false,
  required,
}: FieldProps & {
  options: readonly Option[];
  defaultValue?: string | undefined;
  /** Side by side, for scores and yes or no. */
  inline?: boolean | undefined;
}) {
  const own = id ?? name;
  return (
    <Fieldset id={`${own}-group`} legend={label} hint={hint} error={error}>
      <div className={inline ? "choices choices-inline" : "choices"}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              id={index === 0 ? own : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
            />
            <span>
              {option.label}
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

/** A yes that is said by ticking; its label stands beside it. */
export function Checkbox({
  id,
  name,
  label,
  hint,
  error,
  ...rest
}: FieldProps & Omit<Native<"input">, "type">) {
  const own = id ?? name;
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <HintAndError id={own} hint={null} error={error} />
      <label className="choice" htmlFor={own}>
        <input
          {...rest}
          type="checkbox"
          id={own}
          name={name}
          aria-describedby={describedBy(own, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      <HintAndError id={own} hint={hint} />
    </div>
  );
}

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
