/** What keeps runs from starting on a backend, on the pages of runs: a hold, and a stop of new ones. */

import { Callout } from "../../components/callout.js";
import { useNow } from "../../components/time.js";
import { backends } from "../../state/backends.js";
import { html } from "../../ui.js";
import { holdOf, stopWords } from "./standing.js";

/** @import { Backend } from "../../api/types" */

const RENEWED_MS = 10_000;

/**
 * For the page of one run on the backend.
 *
 * @param {{ slug: string, what: string, withHold?: boolean }} props `what` was asked for there, such
 *   as "This request"; without the hold where the page says it otherwise
 */
export function BackendCallouts({ slug, what, withHold = true }) {
  const now = useNow(RENEWED_MS);
  const backend = backends.data.value?.results.find((each) => each.slug === slug);
  if (!backend) return null;
  const hold = withHold && holdOf(backend, now);
  const stop = stopWords(backend, now);
  return html`
    ${hold && html`<${Callout} tone="held" title=${hold}><p>${heldJobs(backend)} start after it.</p><//>`}
    ${stop && html`<${Callout} tone="waiting" title=${stop}><p>${what} was asked for already, and goes on.</p><//>`}
  `;
}

/**
 * For a page from which runs are asked for, of every backend that the reader may run on.
 *
 * @param {{ canRun: boolean }} props
 */
export function HeldBackends({ canRun }) {
  const now = useNow(RENEWED_MS);
  const open = (backends.data.value?.results ?? []).filter((backend) => backend.can_run);
  if (!canRun) return null;
  return open.map((/** @type {Backend} */ backend) => {
    const hold = holdOf(backend, now);
    return (
      hold &&
      html`<${Callout} key=${backend.slug} tone="held" title=${hold}><p>You can ask for runs now. ${heldJobs(backend)} start after it.</p><//>`
    );
  });
}

/** @param {Backend} backend one that holds jobs */
function heldJobs({ mode }) {
  return mode === "maintenance" ? "Jobs that read the database" : "Jobs that have not begun";
}
