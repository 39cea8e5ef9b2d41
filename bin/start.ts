import { runPortal } from "@/server/portal";

await runPortal({ isDev: false });
