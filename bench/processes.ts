import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { read } from "@/server/process-identity";

/** What a process has used: CPU in ms, user and system together, and resident memory in MB. */
export interface Usage {
  cpuMs: number;
  rssMb: number;
}

const isLinux = process.platform === "linux";
const ticksPerSecond = isLinux
  ? Number(spawnSync("getconf", ["CLK_TCK"], { encoding: "utf8" }).stdout) || 100
  : 0;

/** The fields of /proc/PID/stat after the program's name: the first is the state. */
function fieldsOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`) ?? "";
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** CPU of all threads that a process has, in ms, to the nanosecond; undefined where the kernel does not count so. */
function exactCpuMs(pid: number): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((total, thread) => {
      const nanoseconds = read(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0];
      return total + Number(nanoseconds) / 1e6;
    }, 0);
  } catch {
    return undefined;
  }
}

/**
 * What one process has used so far: CPU by its threads, or where the kernel does not tell by /proc/PID/stat, in
 * hundredths of a second; elsewhere by `ps`.
 */
export function usageOf(pid: number): Usage {
  if (isLinux) {
    const [user, system] = fieldsOf(pid).slice(11, 13).map(Number);
    const rssKb = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
    return {
      cpuMs: exactCpuMs(pid) || (((user ?? 0) + (system ?? 0)) * 1000) / ticksPerSecond,
      rssMb: Number(rssKb ?? 0) / 1024,
    };
  }
  const { stdout } = spawnSync("ps", ["-o", "time=,rss=", "-p", String(pid)], { encoding: "utf8" });
  const [time = "0", rssKb] = stdout.trim().split(/\s+/);
  const seconds = time.split(":").reduce((total, part) => total * 60 + Number(part), 0);
  return { cpuMs: seconds * 1000, rssMb: Number(rssKb ?? 0) / 1024 };
}

function childrenOf(pid: number): number[] {
  if (isLinux)
    return readdirSync("/proc")
      .map(Number)
      .filter((other) => other > 0 && Number(fieldsOf(other)[1]) === pid);
  return spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
    .stdout.split("\n")
    .map(Number)
    .filter((other) => other > 0);
}

/** As `usageOf` for PostgreSQL: its first process and all that work for it; shared memory counts once per process that maps it where the system tells no better. */
export function usageOfTree(pid: number): Usage {
  const all = [pid, ...childrenOf(pid)];
  const used = all.map(usageOf);
  const shares = all.map(
    (one) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`) ?? "")?.[1],
  );
  return {
    cpuMs: used.reduce((total, one) => total + one.cpuMs, 0),
    rssMb: shares.every((one) => one !== undefined)
      ? shares.reduce((total, one) => total + Number(one) / 1024, 0)
      : used.reduce((total, one) => total + one.rssMb, 0),
  };
}
