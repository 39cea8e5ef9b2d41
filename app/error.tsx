"use client";

/** What a page shows in place of itself when it could not be rendered. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="page narrow" role="alert">
      <h1>Something went wrong</h1>
      <p>
        The portal could not show this page. It has noted why. What you were writing is kept in this
        browser.
      </p>
      <p>
        <button type="button" className="button button-primary" onClick={reset}>
          Try again
        </button>{" "}
        <a href="/">Go to the courses</a>
      </p>
    </main>
  );
}
