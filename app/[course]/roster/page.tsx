import type { Metadata } from "next";
import { Fragment } from "react";
import { Cell, ColumnHead, Row, RowHead, Table } from "@/components/ui/table";
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
import { seriesColumn } from "@/policy/roster";
import type { Syllabus } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { listOf } from "@/policy/wording";
import { requireViewer } from "../../viewer";
import { CourseShell } from "../course-shell";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Roster", robots: { index: false } };

/** A column of the page: one that every roster has, or how often a series was handed in. */
interface Column {
  key: string;
  head: string;
  sort: RosterColumn | { series: string };
  isNumber: boolean;
}

const heads: Record<RosterColumn, string> = {
  name: "Name",
  email: "E-mail",
  role: "Role",
  units: "Units",
  status: "Status",
  seat: "Seat",
};

/** The columns of a course: units only where there is a choice, seats only where somebody presents. */
function columnsOf({ unitOptions, presentation, series }: Syllabus): Column[] {
  const common = rosterColumns
    .filter((column) => column !== "units" || unitOptions.length > 1)
    .filter((column) => column !== "seat" || presentation !== null)
    .map((sort): Column => {
      const head =
        sort === "seat" && (presentation?.perStudent.most ?? 1) > 1 ? "Seats" : heads[sort];
      return { key: sort, head, sort, isNumber: sort === "units" };
    });
  return [
    ...common,
    ...series.map(({ key, shortName }): Column => ({
      key: seriesColumn({ key }),
      head: shortName,
      sort: { series: key },
      isNumber: true,
    })),
  ];
}

export default async function RosterPage({ params, searchParams }: Props) {
  const [{ course: slug }, query] = await Promise.all([params, searchParams]);
  const at = `/${slug}/roster`;
  const request = await requireViewer(slug, "see the roster", at);
  const { syllabus } = request.course;
  const columns = columnsOf(syllabus);
  const sorted = columns.find(({ key }) => key === query["sort"]);
  const { key: current, sort } = sorted ?? { key: "name", sort: "name" as const };
  const isDescending = query["order"] === "down";
  const page = pageNumber(query["page"]);
  const { rows, total } = await listRoster(request.viewer, { sort, isDescending, page });
  const hrefFor = (view: { sort: string; isDescending: boolean; page: number }) =>
    `${at}?sort=${view.sort}${view.isDescending ? "&order=down" : ""}${view.page > 1 ? `&page=${view.page}` : ""}`;
  const first = (page - 1) * rosterPageSize + 1;
  return (
    <CourseShell request={request} current="roster" at={at} wide>
      <h1>Roster</h1>
      <Table
        label="Roster"
        caption={
          rows.length === 0
            ? `${total} people in all, none on this page.`
            : `${first}–${first + rows.length - 1} of ${total} people${handedInWords(syllabus)}`
        }
        head={columns.map(({ key, head, isNumber }) => (
          <ColumnHead
            key={key}
            number={isNumber}
            href={hrefFor({
              sort: key,
              isDescending: key === current && !isDescending,
              page: 1,
            })}
            sorted={key === current ? (isDescending ? "descending" : "ascending") : undefined}
          >
            {head}
          </ColumnHead>
        ))}
      >
        {rows.map((row) => (
          <EnrolmentRow key={row.enrolmentId} row={row} syllabus={syllabus} slug={slug} />
        ))}
      </Table>
      <Pagination
        page={page}
        pages={Math.ceil(total / rosterPageSize)}
        hrefFor={(other) => hrefFor({ sort: current, isDescending, page: other })}
      />
    </CourseShell>
  );
}

/** "; under Pre and Post how much was handed in" */
function handedInWords({ series }: Syllabus): string {
  if (series.length === 0) return "";
  return `; under ${listOf(series.map(({ shortName }) => shortName))} how much was handed in`;
}

function EnrolmentRow({
  row,
  syllabus,
  slug,
}: {
  row: RosterRow;
  syllabus: Syllabus;
  slug: string;
}) {
  const isStudent = row.role === "student";
  return (
    <Row>
      <RowHead>
        <a href={`/${slug}/roster/${row.enrolmentId}`}>{row.name}</a>
      </RowHead>
      <Cell>{row.email}</Cell>
      <Cell>{roleWords[row.role]}</Cell>
      {syllabus.unitOptions.length > 1 ? <Cell number>{row.units}</Cell> : null}
      <Cell>{row.status === "active" ? "active" : "dropped"}</Cell>
      {syllabus.presentation === null ? null : (
        <Cell>
          {row.presentsAt.map(({ meetingNumber, date, title }, index) => (
            <Fragment key={meetingNumber}>
              {index === 0 ? null : <br />}
              <a
                href={`/${slug}/discussions/${meetingNumber}`}
              >{`${formatDate(date)}: ${title}`}</a>
            </Fragment>
          ))}
          {row.presentsAt.length === 0 && isStudent && row.status === "active" ? "none" : null}
        </Cell>
      )}
      {syllabus.series.map(({ key }) => (
        <Cell key={key} number>
          {isStudent ? (row.handedIn[key] ?? 0) : null}
        </Cell>
      ))}
    </Row>
  );
}
