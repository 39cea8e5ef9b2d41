import { runPortal } from "@/server/portal";

// `npm run dev`: the same portal, whose pages change while it runs.
await runPortal({ isDev: true });
