import type { PaperTexts } from "./paper-texts";
import { dataPapers } from "./papers-data";
import { frontierPapers } from "./papers-frontiers";
import { humanPapers } from "./papers-human";
import { inferencePapers } from "./papers-inference";
import { longContextPapers } from "./papers-long-context";
import { retrievalPapers } from "./papers-retrieval";

/** Sentences for every paper of meetings 8–30, by the address of the paper. */
export const laterPapers: Record<string, PaperTexts> = {
  ...dataPapers,
  ...inferencePapers,
  ...humanPapers,
  ...longContextPapers,
  ...retrievalPapers,
  ...frontierPapers,
};
