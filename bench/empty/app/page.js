import postgres from "postgres";

export const dynamic = "force-dynamic";

const sql = postgres({ max: 10 });

/** The least that a page of this framework can do for a person: one indexed query, one sentence. */
export default async function Page() {
  const [course] = await sql`select title from courses where slug = 's2024'`;
  return <h1>{course?.["title"]}</h1>;
}
