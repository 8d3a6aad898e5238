/** Short notes that something the reader just did is done. Failures stay in their place instead. */

import { signal } from "../ui.js";

/**
 * @typedef {object} Toast
 * @property {number} id
 * @property {string} text
 * @property {{ label: string, onPick: () => void } | null} action
 */

export const toasts = signal(/** @type {readonly Toast[]} */ ([]));

let count = 0;

/**
 * Shows a note. It goes by itself, unless it has an action.
 *
 * @param {string} text
 * @param {{ action?: { label: string, onPick: () => void } }} [options] such as Undo
 */
export function showToast(text, { action } = {}) {
  count += 1;
  toasts.value = [...toasts.value, { id: count, text, action: action ?? null }];
}

/** @param {number} id */
export function dismissToast(id) {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
