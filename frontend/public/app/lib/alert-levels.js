/** How much a notice of the staff matters: its word, its colour and its shape. */

/** @import { AnyStatus, Tone } from "./statuses.js" */

/** @typedef {"danger" | "warning" | "info" | "success"} AlertLevel */

/** @type {Record<AlertLevel, { word: string, tone: Tone, icon?: string, status?: AnyStatus }>} */
const LEVELS = {
  danger: { word: "Danger", tone: "failed", status: "failed" },
  warning: { word: "Warning", tone: "held", icon: "warning" },
  info: { word: "Information", tone: "running", icon: "info" },
  success: { word: "Good news", tone: "succeeded", status: "succeeded" },
};

export const ALERT_LEVELS = /** @type {AlertLevel[]} */ (Object.keys(LEVELS));

/** @param {AlertLevel} level */
export function alertLevel(level) {
  return LEVELS[level] ?? LEVELS.warning;
}
