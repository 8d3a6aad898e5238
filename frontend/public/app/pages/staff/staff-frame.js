/** The frame of every page of the staff area: its navigation, and the page beside it. */

import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { Icon } from "../../components/icon.js";
import { PageHead } from "../../components/page-head.js";
import { paths } from "../../lib/paths.js";
import { openGroups } from "../../lib/staff-areas.js";
import { herePath } from "../../state/location.js";
import { session, user } from "../../state/session.js";
import { html, useId, useState } from "../../ui.js";

/** @import { Child } from "../../ui" */

/**
 * Shows the page to staff, and to others why it is closed.
 *
 * @param {{ here: string, children?: Child }} props `here` is the key of the area, or "home"
 */
export function StaffFrame({ here, children }) {
  if (!session.value?.can.staff_area) return html`<${Closed} />`;
  return html`
    <div class="staff">
      <${Navigation} here=${here} />
      <div class="staff__main">${children}</div>
    </div>
  `;
}

function Closed() {
  const signIn = html`<${Button} small href=${paths.signIn(herePath())}>Sign in<//>`;
  return html`
    <${PageHead} title="Staff" />
    <${Callout} tone="held" title="The staff area is closed to you" actions=${!user.value && signIn}>
      <p>
        It needs the permission <code>staff_area_access</code>, which the role Staff Area Administrator
        gives. Ask the people who run this service.
      </p>
    <//>
  `;
}

/** @param {{ here: string }} props */
function Navigation({ here }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const groups = openGroups(user.value?.permissions ?? []);
  const current = groups.flatMap(({ areas }) => areas).find(({ key }) => key === here);
  return html`
    <nav class="staff-nav" aria-label="Staff area">
      <button type="button" class="staff-nav__toggle" aria-expanded=${open ? "true" : "false"} aria-controls=${id}
        onClick=${() => setOpen(!open)}>
        <span><span class="muted">Staff:</span> ${current?.label ?? "Start"}</span> <${Icon} name="chevron-down" />
      </button>
      <div class="staff-nav__groups ${open ? "staff-nav__groups--open" : ""}" id=${id}>
        <a class="staff-nav__area" href=${paths.staff()} aria-current=${here === "home" ? "page" : undefined}>Start</a>
        ${groups.map(
          ({ label, areas }) => html`
            <div key=${label} class="staff-nav__group">
              <p class="staff-nav__label" id="${id}-${label}">${label}</p>
              <ul aria-labelledby="${id}-${label}">
                ${areas.map(
                  (area) => html`
                    <li key=${area.key}>
                      <a class="staff-nav__area" href=${area.href} aria-current=${area.key === here ? "page" : undefined}>${area.label}</a>
                    </li>
                  `,
                )}
              </ul>
            </div>
          `,
        )}
      </div>
    </nav>
  `;
}
