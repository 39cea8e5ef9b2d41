"use client";

import ErrorPage from "./error";

/** What is shown when even the document around the pages could not be rendered. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorPage reset={reset} />
      </body>
    </html>
  );
}
