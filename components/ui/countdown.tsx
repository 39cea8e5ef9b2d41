"use client";

import { useEffect, useState, type ReactNode } from "react";
import { formatDuration } from "@/policy/durations";

const tick = 5_000;

/**
 * How long it is until something, given by the server in milliseconds and counted down from there, so that a wrong
 * clock of the reader's does not matter. Once it is over the children are shown.
 */
export function Countdown({
  milliseconds,
  before = "",
  children,
}: {
  milliseconds: number;
  before?: string;
  children: ReactNode;
}) {
  const [left, setLeft] = useState(milliseconds);
  useEffect(() => {
    const end = performance.now() + milliseconds;
    const timer = setInterval(() => {
      setLeft(end - performance.now());
    }, tick);
    return () => {
      clearInterval(timer);
    };
  }, [milliseconds]);
  return left > 0 ? (
    <span className="font-normal whitespace-nowrap text-due">{before + formatDuration(left)}</span>
  ) : (
    children
  );
}
