/**
 * Colloquy cannot start, and the person at the terminal can do something about it. The message is one
 * sentence that says what and how; it is printed without a stack.
 */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CannotStart";
  }
}
