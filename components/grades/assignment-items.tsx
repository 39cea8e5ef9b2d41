import { Badge } from "@/components/ui/badge";
import { Pagination } from "@/components/ui/pagination";
import type { GradingItem } from "@/policy/grading";
import { itemBadge } from "./grade-words";

/** All students of one assignment with the state of each, to jump to. */
export function AssignmentItems({
  items,
  page,
  pages,
  at,
  current,
  now,
}: {
  /** Those of this page. */
  items: readonly GradingItem[];
  page: number;
  pages: number;
  at: string;
  /** The item that is open. */
  current: string | null;
  now: Date;
}) {
  const toPage = (number: number) => (number === 1 ? "" : `&page=${number}`);
  return (
    <>
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
                  href={`${at}?item=${item.submitterId}${toPage(page)}`}
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
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) =>
          `${at}?${current === null ? "" : `item=${current}&`}page=${number}#items`
        }
      />
    </>
  );
}
