"use client";

import {
  createContext,
  use,
  useActionState,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonVariant } from "./button";
import { RadioGroup, SelectField } from "./choice";
import { ErrorSummary } from "./error-summary";
import { TextArea, TextField } from "./field";
import type { FormAction, FormState } from "./form-state";

const State = createContext<FormState>({});
const Prefix = createContext<string | undefined>(undefined);
const PutAway = createContext<() => void>(() => undefined);

/** What the form's action answered last. */
export function useFormAnswer(): FormState {
  return use(State);
}

/** Takes back what the form says is wrong, once something else was done with it that succeeded. */
export function usePutAway(): () => void {
  return use(PutAway);
}

/** The client half of `Form`: holds the action's answer for the fields inside and says it on top. */
export function ActionForm({
  action,
  hidden,
  label,
  className,
  id,
  prefix,
  children,
}: {
  action: FormAction;
  hidden: Record<string, string | number>;
  /** The form's accessible name, where a page has several. */
  label?: string | undefined;
  className?: string | undefined;
  id?: string | undefined;
  /** What the ids of its fields begin with, where a page has several fields of a name. */
  prefix?: string | undefined;
  children: ReactNode;
}) {
  const [answered, submit] = useActionState<FormState, FormData>(sayingWhenLost(action), {});
  const [over, setOver] = useState<FormState>();
  const state: FormState = over === answered ? { values: answered.values ?? {} } : answered;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.answer !== undefined)
      form.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [state.answer]);
  const errors = Object.entries(state.errors ?? {}).map(([name, message]) => ({
    field: idOf(prefix, name) ?? name,
    message,
  }));
  const message = state.message === undefined ? [] : [{ message: linked(state) }];
  const putAway = () => {
    setOver(answered);
  };
  return (
    <State value={state}>
      <form ref={form} action={submit} aria-label={label} className={className} id={id} noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ErrorSummary title={state.title} errors={[...message, ...errors]} />
        {state.signIn === undefined ? null : (
          <p>
            <a href={state.signIn} target="_blank" rel="opener">
              Sign in again in a new tab
            </a>
            , then come back and press the button once more. What you typed is still here.
          </p>
        )}
        <PutAway value={putAway}>
          <Prefix value={prefix}>{children}</Prefix>
        </PutAway>
      </form>
    </State>
  );
}

/** The message with its words that lead somewhere as links. */
function linked({ message = "", links = [] }: FormState): ReactNode[] {
  const parts: ReactNode[] = [];
  let rest = message;
  for (const { words, href } of links) {
    const [before = "", ...after] = rest.split(words);
    parts.push(
      before,
      <a key={href} href={href}>
        {words}
      </a>,
    );
    rest = after.join(words);
  }
  return [...parts, rest];
}

/**
 * The action, answered in words when the portal cannot be reached: otherwise the page would give way to an error, with
 * everything typed. In the browser only, for without scripts the form has to be the server's own.
 */
function sayingWhenLost(action: FormAction): FormAction {
  if (typeof window === "undefined") return action;
  return async (former, form) => {
    try {
      return await action(former, form);
    } catch (error) {
      // Next says by an error where to go on.
      if (String((error as { digest?: unknown }).digest).startsWith("NEXT_")) throw error;
      const values: Record<string, string[]> = {};
      for (const [name, value] of form) {
        if (typeof value === "string") (values[name] ??= []).push(value);
      }
      return {
        values,
        message:
          error instanceof Error && error.name === "UnrecognizedActionError"
            ? "The portal was updated while this page was open, so nothing was saved. What you typed is still here: copy it, load the page again, and send it once more."
            : "The portal could not be reached, so nothing was saved. What you typed is still here: try again in a moment.",
        answer: (former.answer ?? 0) + 1,
      };
    }
  };
}

function idOf(prefix: string | undefined, name: string): string | undefined {
  return prefix === undefined ? undefined : `${prefix}-${name}`;
}

/** What a field shows: what was typed last if the form came back, else what the page gave it. */
function useField(name: string, given: string | undefined) {
  const { errors, values } = useFormAnswer();
  const id = idOf(use(Prefix), name);
  const field = { error: errors?.[name], defaultValue: values?.[name]?.[0] ?? given };
  return id === undefined ? field : { ...field, id };
}

type Given<Props> = Omit<Props, "error" | "defaultValue"> & { defaultValue?: string | undefined };

/** `TextField` inside a `Form`. */
export function FormText({ defaultValue, ...rest }: Given<Parameters<typeof TextField>[0]>) {
  return <TextField {...rest} {...useField(rest.name, defaultValue)} />;
}

/** `TextArea` inside a `Form`. */
export function FormTextArea({ defaultValue, ...rest }: Given<Parameters<typeof TextArea>[0]>) {
  return <TextArea {...rest} {...useField(rest.name, defaultValue)} />;
}

/** `SelectField` inside a `Form`. */
export function FormSelect({ defaultValue, ...rest }: Given<Parameters<typeof SelectField>[0]>) {
  return <SelectField {...rest} {...useField(rest.name, defaultValue)} />;
}

/** `RadioGroup` inside a `Form`. */
export function FormRadio({ defaultValue, ...rest }: Given<Parameters<typeof RadioGroup>[0]>) {
  const field = useField(rest.name, defaultValue);
  return <RadioGroup key={field.defaultValue} {...rest} {...field} />;
}

/** Says what goes on, for as long as the form around it is on its way and scripts run. */
export function WhilePending({ children }: { children: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <p className="max-w-text text-sm text-muted" aria-live="polite">
      {pending ? children : null}
    </p>
  );
}

/** The button of a form; while the form is on its way it says so and does nothing. */
export function SubmitButton({
  children,
  variant,
  small,
  name,
  value,
}: {
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  small?: boolean | undefined;
  name?: string | undefined;
  value?: string | undefined;
}) {
  const { pending } = useFormStatus();
  return (
    <Button
      variant={variant}
      small={small}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
    </Button>
  );
}
