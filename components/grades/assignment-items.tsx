import { Badge } from "@/components/ui/badge";
import type { GradingItem } from "@/policy/grading";
import { itemBadge } from "./grade-words";

/** All students of one assignment with the state of each, to jump to. */
export function AssignmentItems({
  items,
  at,
  current,
  now,
}: {
  items: readonly GradingItem[];
  at: string;
  /** The item that is open. */
  current: string | null;
  now: Date;
}) {
  return (
    <nav aria-labelledby="items">
      <h2 id="items">All students</h2>
      <ul className="columns-[16rem] gap-x-8 text-sm">
        {items.map((item) => {
          const { tone, words } = itemBadge(item, now);
          return (
            <li
              key={item.submitterId}
              className="flex break-inside-avoid items-center justify-between gap-3 border-b border-line"
            >
              <a
                href={`${at}?item=${item.submitterId}`}
                aria-current={item.submitterId === current ? "page" : undefined}
                className={`block py-1 ${item.submitterId === current ? "font-semibold text-accent" : ""}`}
              >
                {item.name}
              </a>
              <Badge tone={tone}>{words}</Badge>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
