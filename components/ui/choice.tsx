import type { ReactNode } from "react";
import { escaped } from "./escaped";
import {
  controlLook,
  describedBy,
  fieldLook,
  FieldRow,
  Fieldset,
  HintAndError,
  type FieldProps,
  type Native,
} from "./field";

const choiceLook = "flex w-fit max-w-full items-start gap-2.5 py-[0.3125rem]";
const boxLook = "mt-0.5 size-5 flex-none";

/** A value and the words that people read for it. */
export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** Options in one string, for a list as long as the class: as elements each would cost more than its line of text. */
export interface ManyOptions {
  markup: string;
}

/** The options of a select in one string; what their labels say is escaped. */
export function manyOptions(options: readonly { value: string; label: string }[]): ManyOptions {
  return {
    markup: options
      .map(({ value, label }) => `<option ${valueAttribute(value)}>${escaped(label)}</option>`)
      .join(""),
  };
}

function valueAttribute(value: string): string {
  return `value="${escaped(value)}"`;
}

/** The options with one of them chosen. */
function choosing({ markup }: ManyOptions, value: string): string {
  const attribute = valueAttribute(value);
  return markup.replace(attribute, () => `${attribute} selected=""`);
}

/** One of a list that is too long for radio buttons. */
export function SelectField({
  id,
  label,
  hint,
  error,
  dense,
  options,
  defaultValue,
  ...rest
}: FieldProps & Native<"select"> & { options: readonly Omit<Option, "hint">[] | ManyOptions }) {
  const own = id ?? rest.name;
  const content =
    "markup" in options
      ? { dangerouslySetInnerHTML: { __html: choosing(options, String(defaultValue)) } }
      : {
          children: options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          )),
        };
  return (
    <FieldRow id={own} name={rest.name} label={label} hint={hint} error={error} dense={dense}>
      {/* The key: after an action React resets a select to its first option unless it is a new one. */}
      <select
        key={String(defaultValue)}
        {...rest}
        defaultValue={defaultValue}
        id={own}
        className={`${controlLook} max-w-full text-ellipsis`}
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? true : undefined}
        {...content}
      />
    </FieldRow>
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
  large = false,
  required,
}: FieldProps & {
  options: readonly Option[];
  defaultValue?: string | undefined;
  /** Side by side, for scores and yes or no. */
  inline?: boolean | undefined;
  /** Side by side and bigger, for what is pressed a hundred times. */
  large?: boolean | undefined;
}) {
  const own = id ?? name;
  return (
    <Fieldset id={`${own}-group`} legend={label} beside={large} hint={hint} error={error}>
      <div
        className={`mt-1 ${inline || large ? "flex flex-wrap gap-x-6" : ""} ${large ? "max-lg:mt-0" : ""}`}
      >
        {options.map((option, index) => (
          <label
            key={option.value}
            className={large ? `${choiceLook} min-w-16 text-lg/normal` : choiceLook}
          >
            <input
              type="radio"
              className={boxLook}
              id={index === 0 ? own : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
            />
            <span>
              {option.label}
              {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
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
    <div className={fieldLook(error)}>
      <HintAndError id={own} hint={null} error={error} />
      <label className={choiceLook} htmlFor={own}>
        <input
          {...rest}
          type="checkbox"
          className={boxLook}
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
