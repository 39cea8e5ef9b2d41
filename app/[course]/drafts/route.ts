import { z } from "zod";
import { saveDraft } from "@/db/drafts";
import { DraftChanged, heldMark, savedInWords } from "@/policy/drafts";
import { NotFound, Refusal } from "@/policy/refusal";
import { crossOriginError } from "../../form";
import { findViewer } from "../../viewer";

const draftForm = z.object({
  assignmentId: z.uuid(),
  basedOn: z.int().min(0),
  held: z.string().max(64).default(""),
  readingId: z.string().max(64).nullable(),
  about: z.string().max(64).nullable().default(null),
  answers: z.array(z.string()).max(100),
  questions: z.array(z.string()).max(100),
});

/**
 * Takes a draft while somebody types, and after the page has been left: an action would re-render the page and could
 * not outlive it. The same checks as for every form; `words` is what the page says about it.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ course: string }> },
): Promise<Response> {
  const foreign = await crossOriginError();
  if (foreign !== undefined) return Response.json({ words: foreign }, { status: 403 });
  const { course, viewer, person, now } = await findViewer((await params).course);
  if (person === null) {
    const words =
      "You are no longer signed in, so your draft is kept in this browser only. Sign in again in another tab.";
    return Response.json({ words }, { status: 401 });
  }
  const input = draftForm.safeParse(await request.json().catch(() => null));
  if (!input.success) {
    return Response.json({ words: "This draft cannot be read." }, { status: 400 });
  }
  const { basedOn } = input.data;
  const answer = (savedAt: Date) => ({
    held: heldMark(basedOn, savedAt),
    words: savedInWords(savedAt, now, course.timeZone),
  });
  try {
    return Response.json(answer(await saveDraft(viewer, input.data, now)));
  } catch (error) {
    if (error instanceof DraftChanged) {
      const { content, savedAt } = error.current;
      const other = { ...answer(savedAt), content };
      return Response.json({ words: "", other }, { status: 409 });
    }
    if (error instanceof Refusal) return Response.json({ words: error.message }, { status: 422 });
    if (error instanceof NotFound) return Response.json({ words: error.message }, { status: 404 });
    throw error;
  }
}
