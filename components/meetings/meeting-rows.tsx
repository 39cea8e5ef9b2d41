"use client";

import { SubmitButton } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/choice";
import { Fieldset, TextField } from "@/components/ui/field";
import type { FormValues } from "./meeting-answer";

interface RowsProps {
  shown: FormValues;
  errors: Record<string, string>;
}

/** The papers of a meeting, a row each; a row that is left empty is no paper. */
export function ReadingRows({ shown, errors }: RowsProps) {
  const rows = shown["readingUrl"] ?? [];
  return (
    <Fieldset
      id="readings"
      legend="Readings"
      large
      hint="Paste an arXiv id, a DOI, an OpenReview or any other address. An empty row is no paper."
    >
      {rows.map((url, index) => {
        const id = `reading-${index + 1}`;
        const title = shown["readingTitle"]?.[index] ?? "";
        return (
          <Row key={id} what="paper" name="reading" index={index} count={rows.length}>
            <input type="hidden" name="readingId" value={shown["readingId"]?.[index] ?? ""} />
            <TextField
              dense
              id={`${id}-title`}
              name="readingTitle"
              label="Title"
              aria-label={`Title of paper ${index + 1}`}
              defaultValue={title}
              error={errors[`${id}-title`]}
            />
            <TextField
              dense
              id={`${id}-url`}
              name="readingUrl"
              label="Address"
              aria-label={`Address of paper ${index + 1}`}
              defaultValue={url}
              error={errors[`${id}-url`]}
            />
            <SelectField
              dense
              id={`${id}-list`}
              name="readingList"
              label="List"
              aria-label={`List of paper ${index + 1}`}
              defaultValue={shown["readingList"]?.[index] ?? "main"}
              options={[
                { value: "main", label: "Main" },
                { value: "suggested", label: "Suggested" },
              ]}
            />
          </Row>
        );
      })}
      <div className="mt-3">
        <SubmitButton name="intent" value="reading-add" variant="secondary" small>
          Add a reading
        </SubmitButton>
      </div>
    </Fieldset>
  );
}

/** Slides, recordings and the like, a row each. */
export function MaterialRows({ shown, errors }: RowsProps) {
  const rows = shown["materialUrl"] ?? [];
  return (
    <Fieldset legend="Materials" large>
      {rows.map((url, index) => {
        const id = `material-${index + 1}`;
        return (
          <Row key={id} what="material" name="material" index={index} count={rows.length}>
            <TextField
              dense
              id={`${id}-title`}
              name="materialTitle"
              label="Title"
              aria-label={`Title of material ${index + 1}`}
              defaultValue={shown["materialTitle"]?.[index] ?? ""}
              error={errors[`${id}-title`]}
            />
            <TextField
              dense
              id={`${id}-url`}
              name="materialUrl"
              label="Address"
              aria-label={`Address of material ${index + 1}`}
              defaultValue={url}
              error={errors[`${id}-url`]}
            />
          </Row>
        );
      })}
      <div className="mt-3">
        <SubmitButton name="intent" value="material-add" variant="secondary" small>
          Add a material
        </SubmitButton>
      </div>
    </Fieldset>
  );
}

function Row({
  what,
  name,
  index,
  count,
  children,
}: {
  what: string;
  name: "reading" | "material";
  index: number;
  count: number;
  children: React.ReactNode;
}) {
  const which = `${what} ${index + 1}`;
  return (
    <div
      className="grid max-w-216 grid-cols-1 gap-x-4 border-b border-line py-2 [--spacing-field:0.25rem] md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto] md:items-end"
      role="group"
      aria-label={which}
    >
      {children}
      <div className="flex flex-wrap gap-1 md:col-span-full">
        {index > 0 ? (
          <SubmitButton name="intent" value={`${name}-up-${index}`} variant="quiet" small>
            Move up <span className="sr-only">{which}</span>
          </SubmitButton>
        ) : null}
        {index < count - 1 ? (
          <SubmitButton name="intent" value={`${name}-up-${index + 1}`} variant="quiet" small>
            Move down <span className="sr-only">{which}</span>
          </SubmitButton>
        ) : null}
        <SubmitButton name="intent" value={`${name}-remove-${index}`} variant="quiet" small>
          Remove <span className="sr-only">{which}</span>
        </SubmitButton>
      </div>
    </div>
  );
}
