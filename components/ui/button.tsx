import type { ComponentProps, ReactNode } from "react";

/** How a button is weighted: one primary on a page, quiet for what is seldom needed, danger for what takes away. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  /** For rows of dense tables: 28 px high instead of 40. */
  small?: boolean | undefined;
}

const base =
  "inline-flex cursor-pointer items-center justify-center gap-[0.5em] rounded-sm border text-center leading-[1.3] font-semibold no-underline transition-[background-color] aria-busy:cursor-progress aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-wash aria-disabled:text-muted aria-disabled:no-underline print:hidden";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hover:bg-accent-strong hover:text-on-accent",
  secondary: "border-edge bg-field text-ink hover:bg-wash",
  quiet: "border-transparent text-accent underline decoration-1 hover:bg-wash",
  danger: "border-late bg-paper text-late hover:bg-late hover:text-on-accent",
};

function classFor({ variant = "primary", small = false }: ButtonLook, more = ""): string {
  const size = small ? "min-h-7 py-0.5 text-sm" : "min-h-10 py-1.5 text-base";
  const inline = variant === "quiet" ? "px-2" : small ? "px-2.5" : "px-4";
  return `${base} ${size} ${inline} ${variants[variant]} ${more}`.trimEnd();
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

/** The buttons of a form, side by side where there is room. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="my-4 flex flex-wrap gap-3">{children}</div>;
}
