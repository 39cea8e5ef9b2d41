import { sql as fragment, type SQL } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { EnrolledViewer, Viewer } from "@/policy/access";
import { CannotStart } from "./cannot-start";
import { currentRequest } from "./request";
import * as schema from "./schema";

/*
 * Where the database is: DATABASE_URL, or the variables PGHOST, PGPORT, PGUSER, PGDATABASE (and PGPASSWORD)
 * that every PostgreSQL client knows, which server/embedded.ts gives to whoever starts the embedded one. They are
 * read at the first query, so that a module may import this one before the database has been started.
 *
 * The pool is on globalThis because the front and Next's bundle hold two copies of this module.
 */
declare global {
  var colloquyPool: postgres.Sql | undefined;
}

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Opens a pool of at most `max` connections to the database that the environment names. */
export function connect(max = 10): postgres.Sql {
  const url = process.env["DATABASE_URL"];
  if (!url && !process.env["PGHOST"])
    throw new CannotStart(
      "There is no database: set DATABASE_URL, or start the embedded one first.",
    );
  const options = {
    max,
    prepare: true,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "colloquy", TimeZone: "UTC" },
  };
  return url ? postgres(url, options) : postgres(options);
}

function pool(): postgres.Sql {
  return (globalThis.colloquyPool ??= connect());
}

/** An object that is made when something of it is first used. */
function lazily<T extends object>(make: () => T): T {
  return new Proxy((() => undefined) as unknown as T, {
    get: (_, key) => (make() as Record<PropertyKey, unknown>)[key],
    apply: (_, self, args) => Reflect.apply(make() as (...args: unknown[]) => unknown, self, args),
  });
}

/** postgres.js itself, for the few statements that are hot enough to skip Drizzle. Dates go in and out as text. */
export const sql: postgres.Sql = lazily(pool);

/** Counts the queries of each request: a page may make six. */
const counter = {
  logQuery: () => {
    const request = currentRequest();
    if (request) request.queries = (request.queries ?? 0) + 1;
  },
};

/**
 * Drizzle sends each statement as if it were the first of its kind, which is parsed again and takes two round trips.
 * Over this a connection parses a statement once, in transactions too.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const within =
    (begin: (work: (inner: postgres.TransactionSql) => unknown) => unknown) =>
    (work: (inner: postgres.TransactionSql) => unknown) =>
      begin((inner) => work(preparing(inner)));
  return new Proxy(client, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (key === "begin" || key === "savepoint") return within(found as never);
      if (key !== "unsafe") return found;
      const unsafe = found as typeof target.unsafe;
      return (text: string, values: never[]) => unsafe(text, values, { prepare: true });
    },
  });
}

let drizzled: { over: postgres.Sql; db: Db } | undefined;

function current(): Db {
  const over = pool();
  if (drizzled?.over !== over)
    drizzled = { over, db: drizzle(preparing(over), { schema, logger: counter }) };
  return drizzled.db;
}

/** The database. Await every statement: one that is not awaited never runs. */
export const db: Db = lazily(current);

/** The viewer of a statement that is put together before anybody asks. */
const anyViewer = {
  courseId: fragment.placeholder("courseId"),
  enrolmentId: fragment.placeholder("enrolmentId"),
};

/** Whose rows a condition lets through: those of a viewer's course. */
export type Scope = Pick<Viewer, "courseId"> | typeof anyViewer;

/** Whose own rows a condition lets through. */
export type Own = Pick<EnrolledViewer, "enrolmentId"> | typeof anyViewer;

/**
 * A statement that Drizzle puts together once instead of at every request, which costs it more than running it: for
 * what most pages read. Its values are placeholders, the viewer's too: it is executed with `{ ...viewer }`, in a
 * transaction where one is given.
 */
export function prepared<Statement extends object>(
  build: (db: Db, viewer: typeof anyViewer) => Statement,
): (tx?: Db | Tx) => Statement {
  let built: { over: Db; statement: Statement } | undefined;
  return (tx = db) => {
    const over = current();
    if (built?.over !== over) built = { over, statement: build(over, anyViewer) };
    return tx === db ? built.statement : onConnectionOf(tx, built.statement);
  };
}

/** Drizzle ties a statement to a connection, and offers no other way to run it on that of a transaction. */
function onConnectionOf<Statement extends object>(tx: Db | Tx, statement: Statement): Statement {
  const { client } = tx._.session as unknown as { client: postgres.TransactionSql };
  const copy = Object.create(Object.getPrototypeOf(statement) as object) as Statement;
  return Object.assign(copy, statement, { client });
}

/** Ends every connection of this process; what still runs gets two seconds. */
export async function disconnect(): Promise<void> {
  const open = globalThis.colloquyPool;
  globalThis.colloquyPool = undefined;
  await open?.end({ timeout: 2 });
}

/** The rows of a query as one JSON array, with them called x in `order`: one round trip brings them with their owner. */
export function asJson(query: SQL, order: SQL): SQL {
  return fragment`coalesce((select json_agg(x order by ${order}) from (${query}) x), '[]')`;
}
