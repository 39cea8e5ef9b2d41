import type { Metadata } from "next";
import { Shell } from "@/components/site/shell";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFoundPage() {
  return (
    <Shell>
      <div className="flow max-w-md">
        <h1>There is nothing at this address</h1>
        <p>
          It may be mistyped, or it belongs to a course in which you do not take part. If somebody
          gave it to you, ask whether it is meant for you.
        </p>
        <p>
          <a href="/">Go to the courses</a>
        </p>
      </div>
    </Shell>
  );
}
