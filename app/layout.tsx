import "./globals.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { chosenTheme } from "./viewer";

export const metadata: Metadata = {
  title: { default: "Colloquy", template: "%s · Colloquy" },
  description: "A course portal for paper-discussion seminars.",
};

/** The document around every page, in the theme that this browser's person chose. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme={await chosenTheme()}>
      <body>{children}</body>
    </html>
  );
}
