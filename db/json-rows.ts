import { Column, is, sql, type SQL, type SQLWrapper } from "drizzle-orm";

/** A select of Drizzle's whose fields are columns or expressions, none of them nested. */
type Select = SQLWrapper & { _: { selectedFields: object; result: unknown[] } };

/**
 * The rows of a query as one array that the database builds, to be selected as a column of whatever they belong to: one
 * round trip brings them with their owner. Names, types and order are the query's own.
 */
export function jsonRows<Query extends Select>(query: Query): SQL<Query["_"]["result"]> {
  const fields = Object.entries(query._.selectedFields);
  const names = sql.join(
    fields.map(([name]) => sql.identifier(name)),
    sql`, `,
  );
  const instants = fields.flatMap(([name, field]) =>
    is(field, Column) && field.dataType === "date" ? [name] : [],
  );
  // The names go to the columns of the derived table, since Drizzle names none in a select.
  return sql`coalesce((select json_agg(x) from ${query} x(${names})), '[]')`.mapWith(
    (rows: Record<string, unknown>[]) => {
      // In place: a whole class has some thousand rows, and a copy of each is what the page would spend its time on.
      for (const row of rows) {
        for (const name of instants) {
          const value = row[name];
          if (typeof value === "string") row[name] = new Date(value);
        }
      }
      return rows;
    },
  );
}
