/** What a form reads from a problem: the fields that are named, and the rest. */

/**
 * The messages by the name of the field: pointer "/actions/0" belongs to "actions".
 *
 * @param {{ errors?: readonly { pointer: string, detail: string }[] } | null | undefined} problem
 * @returns {Record<string, string>}
 */
export function errorsByField(problem) {
  /** @type {Record<string, string>} */
  const messages = {};
  for (const { pointer, detail } of problem?.errors ?? []) {
    const field = pointer.split("/")[1] ?? "";
    messages[field] = messages[field] ? `${messages[field]} ${detail}` : detail;
  }
  return messages;
}
