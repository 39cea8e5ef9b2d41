import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import type { ChangedRow, PreviewView } from "./meeting-answer";

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
    <table className="changed-rows">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>
              <span className="narrow-only">{heads[0]}: </span>
              {row.before}
            </td>
            <td>
              <span className="narrow-only">{heads[1]}: </span>
              {row.after}
              {row.note ? <span className="hint">{row.note}</span> : null}
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
    <p className="hint">{all}</p>
  ) : (
    <Details summary={`${names.length} people by name`}>
      <p className="hint">{all}</p>
    </Details>
  );
}

/** Everything that a change to the schedule does, before it is saved: values, warnings, deadlines, people, numbers. */
export function ChangePreview({ preview }: { preview: PreviewView }) {
  const { rows, warnings, deadlines, groups, classNumbers, notes } = preview;
  const numbers = (
    <ul>
      {classNumbers.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <div className="change-preview">
      {warnings.length === 0 ? null : (
        <Notice kind="warning" title="Check this first">
          <ul>
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
          <ul>
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
