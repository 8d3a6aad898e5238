/** How a part of a backend's page changes the backend. */

import { changeBackend } from "../../api/backends.js";
import { NotSaved } from "../../components/not-saved.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { showToast } from "../../state/toasts.js";
import { html } from "../../ui.js";

/** @import { Backend, Body } from "../../api/types" */

/**
 * @typedef {{
 *   backend: Backend, onChange: (backend: Backend) => void, onReload: () => Promise<void>
 * }} SettingsProps
 */

/**
 * Sends a change of the version that is shown.
 *
 * @param {SettingsProps} props
 */
export function useChange({ backend, onChange, onReload }) {
  const { busy, error, run, clear } = useAction();
  const change = async (/** @type {Body<"changeBackend">} */ body, /** @type {string} */ done) => {
    const changed = await run(() =>
      changeBackend(backend.slug, body, { version: backend.version }),
    );
    if (!changed) return false;
    onChange(changed);
    showToast(done);
    return true;
  };
  const handleReload = async () => {
    await onReload();
    clear();
  };
  const problem =
    error && html`<${NotSaved} error=${error} thing="backend" onReload=${handleReload} />`;
  return { busy, errors: errorsByField(error), problem, change };
}
