import { ensureBuild } from "@/server/build";

// `npm run build`: what `npm start` would do first, for images that are built in one place and run in another.
await ensureBuild((line) => {
  console.log(line);
}, new AbortController().signal);
