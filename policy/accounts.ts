import { Refusal } from "./refusal";

/** Somebody who is signed in, outside any course. */
export interface Account {
  personId: string;
  name: string;
}

/** An e-mail address in the form in which it is kept: trimmed, in lower case. Refuses what cannot be one. */
export function checkEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
    throw new Refusal("That is not an e-mail address. Write it like name@university.edu.", "email");
  }
  return email;
}

/** A name as it is kept, without space around it. Refuses an empty one. */
export function checkName(text: string): string {
  const name = text.trim();
  if (name === "") throw new Refusal("The name is empty. Say whose account it is.", "name");
  if (name.length > 200) {
    throw new Refusal("The name is too long. Use at most 200 characters.", "name");
  }
  return name;
}

/** A password that may be set: 10 to 200 characters (NIST SP 800-63B: length, no composition rules). */
export function checkNewPassword(password: string): string {
  if (password.length < 10) {
    throw new Refusal("The new password is too short. Use at least 10 characters.", "new");
  }
  if (password.length > 200) {
    throw new Refusal("The new password is too long. Use at most 200 characters.", "new");
  }
  return password;
}

/** A path of this portal to go to after signing in; anything that could lead elsewhere becomes null. */
export function safeNext(next: string | null | undefined): string | null {
  if (next == null || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f\\]/.test(next)) return null;
  const origin = "http://portal.invalid";
  const url = new URL(next, origin);
  const path = url.pathname + url.search + url.hash;
  // Dots are resolved by now: what began with "/.//" would be another site.
  return url.origin === origin && !path.startsWith("//") ? path : null;
}
