/** What a field to search in has found: the server is asked when the reader pauses. */

import { useState } from "../ui.js";
import { useResource } from "./resource.js";
import { useSettled } from "./settled.js";

/** @import { ApiProblem } from "../api/client.js" */
/** @import { LoadOptions } from "./resource.js" */

/**
 * @typedef {{ value: string, label: string }} Choice
 * @typedef {{ choices: readonly Choice[], more: boolean }} Choices `more` where not all are listed
 * @typedef {(text: string, options: LoadOptions) => Promise<Choices>} Find an empty text finds any
 *
 * @typedef {object} Found
 * @property {string | null} text what was typed; null while the list is closed
 * @property {(text: string | null) => void} setText
 * @property {readonly Choice[]} choices
 * @property {boolean} more
 * @property {boolean} loading what is listed does not answer the text yet
 * @property {ApiProblem | null} problem
 */

const TYPING_PAUSE_MS = 250;

/**
 * @param {Find} find
 * @returns {Found}
 */
export function useFound(find) {
  const [text, setText] = useState(/** @type {string | null} */ (null));
  const typed = text?.trim() ?? "";
  const asked = useSettled(typed, { pauseMs: TYPING_PAUSE_MS });
  const open = text !== null;
  const { data, error } = useResource(
    async (options) => (open ? { of: asked, ...(await find(asked, options)) } : null),
    [open, asked],
  );
  const found = data.value;
  return {
    text,
    setText,
    choices: found?.choices ?? [],
    more: found?.more ?? false,
    loading: open && !error.value && found?.of !== typed,
    problem: error.value,
  };
}
