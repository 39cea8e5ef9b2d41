import type { Metadata } from "next";
import { ColumnHead, Table } from "@/components/ui/table";
import { Pagination } from "@/components/ui/pagination";
import { roleWords } from "@/components/people/role-words";
import {
  listRoster,
  rosterColumns,
  rosterPageSize,
  type RosterColumn,
  type RosterRow,
} from "@/db/roster";
import { pageNumber } from "@/policy/page-number";
import { formatDate } from "@/policy/time";
import { requireViewer } from "../../viewer";
import { CourseShell } from "../course-shell";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Roster", robots: { index: false } };

const heads: Record<RosterColumn, string> = {
  name: "Name",
  email: "E-mail",
  role: "Role",
  units: "Units",
  status: "Status",
  seat: "Seat",
  pre: "Pre",
  post: "Post",
};

export default async function RosterPage({ params, searchParams }: Props) {
  const [{ course: slug }, query] = await Promise.all([params, searchParams]);
  const at = `/${slug}/roster`;
  const standing = await requireViewer(slug, "see the roster", at);
  const sort = rosterColumns.find((column) => column === query["sort"]) ?? "name";
  const isDescending = query["order"] === "down";
  const page = pageNumber(query["page"]);
  const { rows, total } = await listRoster(standing.viewer, { sort, isDescending, page });
  const hrefFor = (view: { sort: RosterColumn; isDescending: boolean; page: number }) =>
    `${at}?sort=${view.sort}${view.isDescending ? "&order=down" : ""}${view.page > 1 ? `&page=${view.page}` : ""}`;
  const first = (page - 1) * rosterPageSize + 1;
  return (
    <CourseShell standing={standing} current="roster" at={at} wide>
      <h1>Roster</h1>
      <Table
        label="Roster"
        caption={
          rows.length === 0
            ? `${total} people in all, none on this page.`
            : `${first}–${first + rows.length - 1} of ${total} people; under Pre and Post how much was handed in`
        }
        head={rosterColumns.map((column) => (
          <ColumnHead
            key={column}
            number={column === "units" || column === "pre" || column === "post"}
            href={hrefFor({
              sort: column,
              isDescending: column === sort && !isDescending,
              page: 1,
            })}
            sorted={column === sort ? (isDescending ? "descending" : "ascending") : undefined}
          >
            {heads[column]}
          </ColumnHead>
        ))}
      >
        {rows.map((row) => (
          <Row key={row.enrolmentId} row={row} slug={slug} />
        ))}
      </Table>
      <Pagination
        page={page}
        pages={Math.ceil(total / rosterPageSize)}
        hrefFor={(other) => hrefFor({ sort, isDescending, page: other })}
      />
    </CourseShell>
  );
}

function Row({ row, slug }: { row: RosterRow; slug: string }) {
  const isStudent = row.role === "student";
  return (
    <tr>
      <th scope="row">
        <a href={`/${slug}/roster/${row.enrolmentId}`}>{row.name}</a>
      </th>
      <td>{row.email}</td>
      <td>{roleWords[row.role]}</td>
      <td className="number">{row.units}</td>
      <td>{row.status === "active" ? "active" : "dropped"}</td>
      <td>
        {row.seat !== null ? (
          <a href={`/${slug}/discussions/${row.seat.meetingNumber}`}>
            {`${formatDate(row.seat.date)}: ${row.seat.title}`}
          </a>
        ) : isStudent && row.status === "active" ? (
          "none"
        ) : null}
      </td>
      <td className="number">{isStudent ? row.pre : null}</td>
      <td className="number">{isStudent ? row.post : null}</td>
    </tr>
  );
}
