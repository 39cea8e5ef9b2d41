import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";

/** Something that is wrong with a file: where, and what to do about it. Lines and columns count from 1. */
export interface FileProblem {
  line: number;
  column: number;
  message: string;
}

/** A course file as YAML, with the place of everything in it. */
export interface ReadYaml {
  value: unknown;
  /** What is no YAML. */
  problems: FileProblem[];
  /** Where the value of a path stands; of one that is missing, where it should. */
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** Where the key of a path stands. */
  placeOfKey: (path: readonly PropertyKey[]) => { line: number; column: number };
}

/** Reads YAML and keeps where each value stands. */
export function readYaml(yaml: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // One slip of the indentation makes nonsense of all that follows: the first complaint is the one that helps.
  const [broken] = document.errors;
  const problems =
    broken === undefined
      ? unknownAliases(document).map(({ offset, name }) => ({
          ...at(offset),
          message: `“*${name}” stands for what was named “&${name}” before, and nothing was. Put quotes around the text, or name it.`,
        }))
      : [{ ...at(broken.pos[0]), message: yamlSentence(broken.code, broken.message) }];
  let value: unknown;
  try {
    value = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // What YAML calls so: names within names, which would grow without end.
    if (!(error instanceof ReferenceError)) throw error;
    problems.push({
      ...at(0),
      message: "Names that stand for other text are used too often. Write the text out.",
    });
  }
  return {
    value,
    problems,
    placeOf: (path) => at(offsetOf(document, path)),
    placeOfKey: (path) => at(offsetOfKey(document, path)),
  };
}

/** What the errors of the parser mean to whoever wrote the file. */
const yamlSentences: Partial<Record<string, string>> = {
  TAB_AS_INDENT: "A tab indents this line. Replace it with spaces.",
  DUPLICATE_KEY: "This key is written twice. Keep one of them.",
  MULTILINE_IMPLICIT_KEY:
    "This line is not a key with a value. Write a colon and a space after the key, or indent the line like those around it.",
  BLOCK_AS_IMPLICIT_KEY:
    "There is another colon in this text, or the next line is indented further than it should be. Put quotes around the text, or indent the next line like this one.",
  BAD_INDENT:
    "This line is indented otherwise than those around it. Indent what belongs together by the same number of spaces.",
  MISSING_CHAR:
    "Something is missing here: a quotation mark, a bracket, a hyphen or a colon that the lines before begin or need. Add it, or correct the indentation.",
  UNEXPECTED_TOKEN:
    "Something stands here that does not belong here. Put quotes around the whole text, or correct the indentation.",
  BAD_SCALAR_START: "A text cannot begin with this character. Put quotes around the text.",
  MULTIPLE_DOCS: "A line of three hyphens begins another file here. Take it out.",
  KEY_OVER_1024_CHARS:
    "This key is longer than a key can be. Is a colon in a text? Put quotes around it.",
};

function yamlSentence(code: string, message: string): string {
  const [first = message] = message.split("\n");
  // The parser has one code for a wrong indentation and for a hyphen that is missing.
  const key = /^Flow/.test(first)
    ? "MISSING_CHAR"
    : /at the same column|without - indicator/.test(first)
      ? "BAD_INDENT"
      : code;
  return (
    yamlSentences[key] ??
    "This line cannot be read. Look at the indentation, and put quotes around a text with a colon or a quotation mark in it."
  );
}

/** Where something stands for what was named before, although nothing was. */
function unknownAliases(document: Document.Parsed): { offset: number; name: string }[] {
  const found: { offset: number; name: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined)
        found.push({ offset: alias.range?.[0] ?? 0, name: alias.source });
    },
  });
  return found;
}

/** Where the value stands; where it does not exist, the nearest thing around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isScalar(node) && node.range) return node.range[0];
    if (node !== undefined && node !== null) return offsetOfKey(document, path.slice(0, length));
  }
  return document.contents?.range?.[0] ?? 0;
}

function offsetOfKey(document: Document, path: readonly PropertyKey[]): number {
  const key = path.at(-1);
  const parent: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
    );
    if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  const node: unknown = document.getIn(path, true);
  const ranged = node as { range?: [number, number, number] | null } | undefined;
  return ranged?.range?.[0] ?? offsetOf(document, path.slice(0, -1));
}

/** What zod found, in sentences with their places; a key that is not `known` is compared with those that are. */
export function problemsIn(
  error: z.ZodError,
  yaml: ReadYaml,
  known: readonly string[],
): FileProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, yaml, known, []));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  yaml: ReadYaml,
  known: readonly string[],
  above: readonly PropertyKey[],
): FileProblem[] {
  const path = [...above, ...issue.path];
  const name = nameOf(path);
  if (path.length === 0 && issue.code === "invalid_type" && yaml.value == null) {
    return [{ line: 1, column: 1, message: "The file is empty. Write a course into it." }];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      ...yaml.placeOfKey([...path, key]),
      message: `“${key}” is not known here.${suggestion(key, known)} Correct it, or take it out.`,
    }));
  }
  // Of several forms that a value may have, the one that came nearest says what is wrong.
  if (issue.code === "invalid_union") {
    const branches = issue.errors.filter((branch) =>
      branch.some(({ path: deeper }) => deeper.length > 0),
    );
    const [nearest] = branches;
    if (nearest !== undefined) return nearest.flatMap((one) => problemsOf(one, yaml, known, path));
  }
  if (isMissing(issue, yaml, path)) {
    return [{ ...yaml.placeOf(path), message: `${name} is missing. Add it.` }];
  }
  const place = issue.code === "invalid_key" ? yaml.placeOfKey(path) : yaml.placeOf(path);
  return [{ ...place, message: sentenceOf(issue, name) }];
}

function isMissing(issue: z.core.$ZodIssue, yaml: ReadYaml, path: readonly PropertyKey[]): boolean {
  if (
    issue.code !== "invalid_type" &&
    issue.code !== "invalid_union" &&
    issue.code !== "invalid_value"
  )
    return false;
  let value = yaml.value;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return true;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined || value === null;
}

function sentenceOf(issue: z.core.$ZodIssue, name: string): string {
  if (!isPlainMessage(issue)) return `${name}: ${issue.message}`;
  switch (issue.code) {
    case "invalid_type":
      return `${name} should be ${typeWords[issue.expected] ?? `a ${issue.expected}`}. Correct it.`;
    case "invalid_value":
      return issue.values.length === 1
        ? `${name} should be ${String(issue.values[0])}. Correct it.`
        : `${name} should be ${listOfValues(issue.values)}. Choose one of them.`;
    case "too_small":
      if (issue.origin === "string") return `${name} is empty. Write it, or take the key out.`;
      if (issue.origin === "array") return `${name} needs at least ${issue.minimum}. Add to it.`;
      return `${name} should be at least ${issue.minimum}. Correct it.`;
    case "too_big":
      if (issue.origin === "array") return `${name} has more than ${issue.maximum}. Take some out.`;
      return `${name} should be at most ${issue.maximum}. Correct it.`;
    case "invalid_key":
      return `${name} cannot be a key here. ${issue.issues[0]?.message ?? ""}`.trim();
    case "invalid_union":
      return `${name} cannot be read. Look at docs/course-format.md for the forms that it may have.`;
    default:
      return `${name}: ${issue.message}`;
  }
}

/** Whether the message is the library's own, which is no sentence for people. */
function isPlainMessage({ code, message }: z.core.$ZodIssue): boolean {
  if (code === "invalid_type" || code === "invalid_union")
    return message.startsWith("Invalid input");
  return code !== "custom" && code !== "invalid_format";
}

const typeWords: Partial<Record<string, string>> = {
  string: "a text (put quotes around a number)",
  number: "a number without quotation marks",
  int: "a whole number",
  boolean: "true or false",
  array: "a list, each item on a line of its own after a hyphen",
  object: "a group of keys, indented below it",
  record: "a group of keys, indented below it",
};

function listOfValues(values: readonly unknown[]): string {
  const words = values.map(String);
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

/** The last named key of a path in quotation marks, and which of a list it is in. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.at(-1);
  if (key === undefined) return "The file";
  if (typeof key !== "number") return `“${String(key)}”`;
  const list = path.at(-2);
  return list === undefined ? `Item ${key + 1}` : `Item ${key + 1} of “${String(list)}”`;
}

function suggestion(key: string, known: readonly string[]): string {
  const [near] = known
    .map((word) => ({ word, far: distance(key.toLowerCase(), word.toLowerCase()) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(key.length / 3)))
    .sort((a, b) => a.far - b.far);
  return near === undefined ? "" : ` Did you mean “${near.word}”?`;
}

/** How many letters have to be changed, added or taken out to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
