import { columns, figure } from "./columns";
import type { FirstVisit, Weight } from "./first-visit";
import type { PageJourney } from "./journeys";
import { median, percentile, type Round } from "./load";

/** The rounds of one page at so many connections, each with its floors and its unit beside it. */
export interface PageRounds {
  page: PageJourney;
  connections: number;
  rounds: { bytes: Round; query: Round; unit: Round; page: Round }[];
}

/** All that a run has measured. */
export interface Measured {
  machine: string;
  startSeconds: { new: number; existing: number };
  pages: PageRounds[];
  deeds: { unit: Round; handIn: Round; arrivals: Round; signIn: Round; argonMs: number }[];
  /** By page. */
  queries: number[];
  /** In MB, after the load. */
  memory: { server: number; database: number };
  weights: Weight[];
  emptyWeight: Weight;
  schedule: { plain: number; compressed: number; scripts: number };
  firstVisit: FirstVisit;
}

/** One of the figures that the portal must reach. */
export interface Judged {
  what: string;
  is: number;
  target: number;
  unit: string;
  isReached: boolean;
}

const kb = (bytes: number) => bytes / 1000;

/** Compares what was measured with what must be reached. */
export function judge(measured: Measured): Judged[] {
  const judged: Judged[] = [];
  const add = (what: string, is: number, target: number, unit: string, isFloor = false) =>
    judged.push({ what, is, target, unit, isReached: isFloor ? is >= target : is <= target });
  const over = <T>(all: readonly T[], figure: (one: T) => number) => median(all.map(figure));
  const pages = [...new Set(measured.pages.map(({ page }) => page))];

  for (const [index, page] of pages.entries()) {
    const at = (connections: number) =>
      measured.pages.find((one) => one.page === page && one.connections === connections)?.rounds ??
      [];
    if (page.cookie === undefined) {
      const share = over(at(32), (one) => one.page.perSecond / one.query.perSecond);
      add(`${page.name}: share of the one-query floor`, share, 0.7, "×", true);
      add(
        `${page.name}: CPU`,
        over(at(32), (one) => one.page.cpuMs),
        0.25,
        "ms",
      );
    }
    if (page.mostUnits !== null)
      add(
        `${page.name}: CPU of the empty page`,
        over([...at(1), ...at(8), ...at(32)], (one) => one.page.cpuMs / one.unit.cpuMs),
        page.mostUnits,
        "×",
      );
    if (page.mostQueries !== null)
      add(`${page.name}: queries`, measured.queries[index] ?? NaN, page.mostQueries, "");
    if (page.cookie !== undefined)
      add(
        `${page.name}: script beyond the empty page`,
        kb((measured.weights[index]?.script ?? NaN) - measured.emptyWeight.script),
        /student/.test(page.name) ? 30 : 60,
        "KB",
      );
  }
  const { deeds, schedule, firstVisit } = measured;
  if (deeds.length > 0) {
    add(
      "handing in: CPU of the empty page",
      over(deeds, (one) => one.handIn.cpuMs / one.unit.cpuMs),
      3.5,
      "×",
    );
    add(
      "handing in: p95 at 20 a second",
      percentile(
        deeds.flatMap((one) => one.arrivals.timesMs),
        0.95,
      ),
      300,
      "ms",
    );
    add(
      "signing in: beyond argon2id, CPU of the empty page",
      over(deeds, (one) => (one.signIn.cpuMs - one.argonMs) / one.unit.cpuMs),
      2,
      "×",
    );
  }
  add("schedule, plain", kb(schedule.plain), 40, "KB");
  add("schedule, compressed", kb(schedule.compressed), 8, "KB");
  add("schedule, scripts", schedule.scripts, 0, "");
  add("first visit: largest paint", firstVisit.lcpMs, 1_500, "ms");
  add("first visit: layout shift", firstVisit.shift, 0.02, "");
  add("first visit: all bytes", kb(firstVisit.weight.total), 130, "KB");
  add("npm start, existing database", measured.startSeconds.existing, 6, "s");
  add("npm start, new database with the demo", measured.startSeconds.new, 30, "s");
  add("memory of the server after the load", measured.memory.server, 450, "MB");
  return judged;
}

/** The tables, as people read them. */
export function printed(measured: Measured, judged: Judged[]): string {
  const load = measured.pages.map(({ page, connections, rounds }) => {
    const over = (value: (one: (typeof rounds)[number]) => number) => median(rounds.map(value));
    const times = rounds.flatMap((one) => one.page.timesMs);
    return [
      page.name,
      String(connections),
      figure(over((one) => one.page.perSecond)),
      ...[0.5, 0.95, 0.99].map((share) => figure(percentile(times, share))),
      figure(over((one) => one.page.cpuMs)),
      figure(over((one) => one.page.databaseCpuMs)),
      over((one) => one.page.perSecond / one.bytes.perSecond).toFixed(3),
      over((one) => one.page.perSecond / one.query.perSecond).toFixed(3),
      figure(over((one) => one.page.cpuMs / one.unit.cpuMs)),
    ];
  });
  const floors = (["bytes", "query", "unit"] as const).flatMap((kind) =>
    [1, 8, 32].map((connections) => {
      const all = measured.pages
        .filter((one) => one.connections === connections)
        .flatMap(({ rounds }) => rounds.map((one) => one[kind]));
      const times = all.flatMap((one) => one.timesMs);
      return [
        {
          bytes: "floor: bare server",
          query: "floor: with one query",
          unit: "empty page (the unit)",
        }[kind],
        String(connections),
        figure(median(all.map((one) => one.perSecond))),
        ...[0.5, 0.95, 0.99].map((share) => figure(percentile(times, share))),
        figure(median(all.map((one) => one.cpuMs))),
        figure(median(all.map((one) => one.databaseCpuMs))),
        ...["", "", ""],
      ];
    }),
  );
  const deeds = (
    measured.deeds.length === 0
      ? []
      : ([
          ["handing in (post and page)", "8", "handIn"],
          ["handing in, 20 arrivals a second", "–", "arrivals"],
          ["signing in", "4", "signIn"],
        ] as const)
  ).map(([name, connections, kind]) => {
    const all = measured.deeds.map((one) => one[kind]);
    const times = all.flatMap((one) => one.timesMs);
    return [
      name,
      connections,
      figure(median(all.map((one) => one.perSecond))),
      ...[0.5, 0.95, 0.99].map((share) => figure(percentile(times, share))),
      figure(median(all.map((one) => one.cpuMs))),
      figure(median(all.map((one) => one.databaseCpuMs))),
      ...["", ""],
      figure(median(measured.deeds.map((one) => one[kind].cpuMs / one.unit.cpuMs))),
    ];
  });
  const argon = median(measured.deeds.map((one) => one.argonMs));
  const pages = [...new Set(measured.pages.map(({ page }) => page))];
  const weights = [
    ...pages.map((page, at) => [page.name, measured.weights[at], measured.queries[at]] as const),
    ["empty page", measured.emptyWeight, 1] as const,
  ].map(([name, weight, queries]) => [
    name,
    ...(["document", "script", "stylesheet", "font", "total"] as const).map((kind) =>
      figure(kb(weight?.[kind] ?? NaN)),
    ),
    String(queries ?? "?"),
  ]);
  return [
    measured.machine,
    "",
    columns([
      [
        "",
        "conn.",
        "req/s",
        "p50 ms",
        "p95",
        "p99",
        "CPU ms",
        "PG ms",
        "× bare",
        "× query",
        "× empty CPU",
      ],
      ...floors,
      ...load,
      ...deeds,
      ...(measured.deeds.length === 0
        ? []
        : [["argon2id alone", "4", "", "", "", "", figure(argon), "", "", "", ""]]),
    ]),
    "",
    columns([
      ["over the wire, KB", "page", "script", "CSS", "fonts", "all", "queries"],
      ...weights,
    ]),
    "",
    `memory after the load: server ${figure(measured.memory.server)} MB, database ${figure(measured.memory.database)} MB`,
    "",
    columns([
      ["must reach", "is", "target", ""],
      ...judged.map(({ what, is, target, unit, isReached }) => [
        what,
        `${figure(is)} ${unit}`.trim(),
        `${/share/.test(what) ? "≥" : "≤"} ${target} ${unit}`.trim(),
        isReached ? "pass" : "SHORT",
      ]),
    ]),
  ].join("\n");
}
