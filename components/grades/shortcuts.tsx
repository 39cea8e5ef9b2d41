import { Details } from "@/components/ui/details";
import type { Level } from "@/policy/syllabus";

const keys: readonly [string, string][] = [
  ["Enter or n", "save and go on"],
  ["u", "take back what was just saved"],
  ["s", "skip this one"],
  ["c", "write a comment; Esc leaves it"],
  ["?", "open or close this sheet"],
];

/** The sheet of the keys that grade; without a scale the score is typed. */
export function Shortcuts({ scale }: { scale: readonly Level[] | null }) {
  return (
    <div id="shortcuts" className="my-2">
      <Details summary="Keyboard shortcuts (?)">
        <dl className="my-2">
          {[...scoreKeys(scale), ...keys].map(([key, does]) => (
            <div key={key} className="grid grid-cols-[7rem_1fr]">
              <dt className="font-semibold">{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </div>
  );
}

function scoreKeys(scale: readonly Level[] | null): [string, string][] {
  if (scale === null) return [];
  const labels = scale.map(({ label }) => label);
  const digits = labels.every((label) => /^\d$/.test(label)) ? labels : [...labels.keys()];
  const [first, last] = [digits[0], digits.at(-1)];
  return [[`${first} ${digits.length === 2 ? "or" : "to"} ${last}`, "choose the score"]];
}
