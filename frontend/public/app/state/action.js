/** One thing at a time that the reader has the server do: whether it is under way, how it failed. */

import { useState } from "../ui.js";

/** @import { ApiProblem } from "../api/client.js" */

/**
 * @template T
 * @typedef {{ busy: boolean, error: ApiProblem | null, run: (act: () => Promise<T>) => Promise<T | null>, clear: () => void }} Action
 */

/**
 * `run` answers what the deed answers, and null where it failed, which `error` says.
 *
 * @returns {Action<any>}
 */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  /** @param {() => Promise<any>} act */
  async function run(act) {
    setBusy(true);
    setError(null);
    try {
      return (await act()) ?? true;
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      return null;
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, run, clear: () => setError(null) };
}
