/** How a backend stands: taking jobs, on hold, silent, never heard. */

import { backendState } from "../lib/statuses.js";
import { html } from "../ui.js";
import { Status, StatusBadge } from "./status.js";

/** @import { Backend } from "../api/types" */

/**
 * @param {{ backend: Pick<Backend, "contact" | "mode">, badge?: boolean }} props `badge` on a tinted
 *   ground, for heads and cards
 */
export function BackendStatus({ backend, badge = false }) {
  const { word, status, tone } = backendState(backend);
  const Part = badge ? StatusBadge : Status;
  return html`<${Part} status=${status} word=${word} tone=${tone} />`;
}
