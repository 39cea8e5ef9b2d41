"use client";

import type { ReactNode } from "react";
import { Details } from "./details";
import { useFormAnswer } from "./action-form";

/** Fields of a form that most readers do not need; open once the form has come back with something to mend. */
export function FormDetails({ summary, children }: { summary: string; children: ReactNode }) {
  const { errors, message } = useFormAnswer();
  return (
    <Details summary={summary} open={errors !== undefined || message !== undefined}>
      {children}
    </Details>
  );
}
