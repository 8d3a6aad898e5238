/** A notice of the staff, as it stands under the app bar. */

import { alertLevel } from "../lib/alert-levels.js";
import { html } from "../ui.js";
import { Banner } from "./callout.js";
import { Icon } from "./icon.js";
import { StatusShape } from "./status.js";
import { TextWithLinks } from "./text-with-links.js";

/** @import { AlertLevel } from "../lib/alert-levels.js" */

/** @param {{ alert: { title: string, message: string, level: AlertLevel } }} props */
export function SiteAlertBanner({ alert: { title, message, level } }) {
  const { word, tone } = alertLevel(level);
  return html`
    <${Banner} tone=${tone} mark=${html`<${AlertShape} level=${level} />`}>
      <span class="visually-hidden">${word}: </span>
      ${title && html`<strong>${title}</strong>${" "}`}<span class="banner__message"><${TextWithLinks} text=${message} /></span>
    <//>
  `;
}

/** @param {{ level: AlertLevel }} props */
export function AlertShape({ level }) {
  const { icon, status, tone } = alertLevel(level);
  return status
    ? html`<${StatusShape} status=${status} tone=${tone} />`
    : html`<${Icon} name=${icon} />`;
}
