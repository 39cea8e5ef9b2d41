import type { ComponentProps } from "react";

/** How a button is weighted: one primary on a page, quiet for what is seldom needed, danger for what takes away. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  /** For rows of dense tables: 28 px high instead of 40. */
  small?: boolean | undefined;
}

function classFor({ variant = "primary", small = false }: ButtonLook, more?: string): string {
  return `button button-${variant}${small ? " button-small" : ""}${more ? ` ${more}` : ""}`;
}

/** A button that submits its form unless told otherwise; its words are a verb and a noun. */
export function Button({
  variant,
  small,
  className,
  type = "submit",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={classFor({ variant, small }, className)} {...rest} />;
}

/** A link that looks like a button, for the one thing to do next; a full page load, never a prefetch. */
export function ButtonLink({
  variant,
  small,
  className,
  ...rest
}: ComponentProps<"a"> & ButtonLook) {
  return <a className={classFor({ variant, small }, className)} {...rest} />;
}
