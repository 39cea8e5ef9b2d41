import { Fragment, type ReactNode } from "react";

/** Terms with what is to know of each beside them, or below on a phone; an item that is null has nothing to say. */
export function DataList({ items }: { items: readonly (readonly [string, ReactNode] | null)[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1.5 max-[30rem]:grid-cols-1 max-[30rem]:gap-y-0">
      {items.map((item) =>
        item === null ? null : (
          <Fragment key={item[0]}>
            <dt className="text-sm/6 text-muted">{item[0]}</dt>
            <dd className="max-[30rem]:mb-1.5">{item[1]}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
