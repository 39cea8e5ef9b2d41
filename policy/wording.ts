/** "1 student", "3 students"; `many` where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The words with a capital letter in front, for the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words with a or an in front: "a pre-assignment", "an essay". */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}

/** Names as people say them: "Ada", "Ada and Ben", "Ada, Ben and Cy". */
export function listOf(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** The text, or its beginning where it has more characters than that. */
export function shortened(text: string, characters: number): string {
  return text.length > characters ? `${text.slice(0, characters).toWellFormed()} …` : text;
}
