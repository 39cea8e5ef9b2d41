import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import type { ChangedRow, PreviewView } from "./meeting-answer";

const cellLook =
  "border-t border-line py-1.5 pe-4 text-start align-top whitespace-pre-line max-sm:block max-sm:border-0 max-sm:py-0";
const listLook = "mt-1 list-disc ps-5";

/** Former and new values side by side. */
export function ChangedRows({
  rows,
  caption,
  heads = ["Was", "Becomes"],
}: {
  rows: readonly (ChangedRow & { note?: string })[];
  caption: string;
  heads?: readonly [string, string];
}) {
  return (
    <table className="my-5 w-full max-w-216 table-fixed border-collapse">
      <caption className="pb-1 text-start font-serif text-lg/[1.4] font-semibold">
        {caption}
      </caption>
      <thead className="text-sm text-muted max-sm:hidden">
        <tr>
          <th scope="col" className={`${cellLook} w-[24%] font-normal`}>
            What
          </th>
          <th scope="col" className={`${cellLook} font-normal`}>
            {heads[0]}
          </th>
          <th scope="col" className={`${cellLook} font-normal`}>
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.label}
            className="max-sm:block max-sm:border-t max-sm:border-line max-sm:py-1.5"
          >
            <th scope="row" className={`${cellLook} font-normal max-sm:font-semibold`}>
              {row.label}
            </th>
            <td className={cellLook}>
              <span className="font-normal text-muted sm:hidden">{heads[0]}: </span>
              {row.before}
            </td>
            <td className={`${cellLook} font-semibold`}>
              <span className="font-normal text-muted sm:hidden">{heads[1]}: </span>
              {row.after}
              {row.note ? (
                <span className="block max-w-text text-sm font-normal text-muted">{row.note}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostNames = 6;

function People({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const all = names.join(", ");
  return names.length <= mostNames ? (
    <p className="max-w-text text-sm text-muted">{all}</p>
  ) : (
    <Details summary={`${names.length} people by name`}>
      <p className="max-w-text text-sm text-muted">{all}</p>
    </Details>
  );
}

/** Everything that a change to the schedule does, before it is saved: values, warnings, deadlines, people, numbers. */
export function ChangePreview({ preview }: { preview: PreviewView }) {
  const { rows, warnings, deadlines, groups, classNumbers, notes } = preview;
  const numbers = (
    <ul className={listLook}>
      {classNumbers.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <div>
      {warnings.length === 0 ? null : (
        <Notice kind="warning" title="Check this first">
          <ul className={listLook}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ChangedRows caption="The meeting" rows={rows} />
      {deadlines.length === 0 ? (
        <p>No deadline changes.</p>
      ) : (
        <ChangedRows caption="Deadlines" rows={deadlines} />
      )}
      {groups.length === 0 ? <p>Nobody’s seat, draft, text or grade is touched.</p> : null}
      {groups.map((group) => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <ul className={listLook}>
            {group.items.map((item) => (
              <li key={item.sentence}>
                {item.sentence}
                <People names={item.people} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {classNumbers.length === 0 ? null : (
        <section>
          <h3>Class numbers</h3>
          {classNumbers.length <= mostNames ? (
            numbers
          ) : (
            <Details summary={`${classNumbers.length} classes get another number`}>
              {numbers}
            </Details>
          )}
        </section>
      )}
      {notes === null ? null : (
        <section>
          <h3>The text as it will be read</h3>
          <div className="prose" dangerouslySetInnerHTML={{ __html: notes }} />
        </section>
      )}
    </div>
  );
}
