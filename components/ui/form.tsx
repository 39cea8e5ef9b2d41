import { randomUUID } from "node:crypto";
import type { ComponentProps } from "react";
import { ActionForm } from "./action-form";

/**
 * A form that a server action serves, with or without JavaScript. It carries the course, whatever else is `hidden`,
 * and a key of its own, so that a double click or a retry is carried out once.
 */
export function Form({
  course,
  hidden,
  ...rest
}: Omit<ComponentProps<typeof ActionForm>, "hidden"> & {
  course?: string | undefined;
  hidden?: Record<string, string | number>;
}) {
  const own = { key: randomUUID(), ...(course === undefined ? {} : { course }) };
  return <ActionForm {...rest} hidden={{ ...own, ...hidden }} />;
}
