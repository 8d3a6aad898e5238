/** The start of the staff area: what one can do there. */

import { PageHead } from "../../components/page-head.js";
import { PaletteButton } from "../../components/palette.js";
import { Sheet } from "../../components/sheet.js";
import { openGroups } from "../../lib/staff-areas.js";
import { openPalette } from "../../state/palette.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { StaffFrame } from "./staff-frame.js";

export default function StaffHomePage() {
  return html`
    <${StaffFrame} here="home">
      <${PageHead} title="Staff"><p class="muted">Everything done here is on record.</p><//>
      <${PaletteButton} wide label="Search everything" onOpen=${openPalette} />
      ${openGroups(user.value?.permissions ?? []).map(
        ({ label, areas }) => html`
          <${Sheet} key=${label} title=${label}>
            <ul class="staff-home">
              ${areas.map(
                ({ key, label: name, href, does }) => html`
                  <li key=${key} class="staff-home__area">
                    <a class="staff-home__name" href=${href}>${name}</a>
                    <span class="muted">${does}</span>
                  </li>
                `,
              )}
            </ul>
          <//>
        `,
      )}
    <//>
  `;
}
