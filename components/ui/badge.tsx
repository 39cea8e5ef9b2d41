/** How something stands: each has a colour, and a mark so that the colour is never alone. */
export type Tone = "due" | "late" | "done" | "waived" | "plain";

const colours: Record<Tone, string> = {
  due: "text-due",
  late: "text-late",
  done: "text-done",
  waived: "text-waived",
  plain: "text-muted",
};

const marks: Record<Tone, string> = { due: "○", late: "▲", done: "✓", waived: "–", plain: "·" };

/** One or two words about a state, with its mark: "✓ handed in", "▲ missing", "○ due tonight". */
export function Badge({ tone = "plain", children }: { tone?: Tone | undefined; children: string }) {
  return (
    <span className={`badge ${colours[tone]}`} data-mark={marks[tone]}>
      {children}
    </span>
  );
}
