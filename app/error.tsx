"use client";

import { Button } from "@/components/ui/button";

/** What a page shows in place of itself when it could not be rendered. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="flow mx-auto max-w-md px-gutter pt-8 pb-16" role="alert">
      <h1>Something went wrong</h1>
      <p>
        The portal could not show this page. It has noted why. What you were writing is kept in this
        browser.
      </p>
      <p>
        <Button type="button" onClick={reset}>
          Try again
        </Button>{" "}
        <a href="/">Go to the courses</a>
      </p>
    </main>
  );
}
