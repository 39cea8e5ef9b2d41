import { Details } from "@/components/ui/details";

const keys: readonly [string, string][] = [
  ["0 or 1", "choose the score"],
  ["Enter or n", "save and go on"],
  ["u", "take back what was just saved"],
  ["s", "skip this one"],
  ["c", "write a comment; Esc leaves it"],
  ["?", "open or close this sheet"],
];

/** The sheet of the keys that grade. */
export function Shortcuts() {
  return (
    <div id="shortcuts" className="shortcuts">
      <Details summary="Keyboard shortcuts (?)">
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </div>
  );
}
