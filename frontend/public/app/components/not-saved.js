/** Why a change is not saved; for one that came too late, the way to the newest. */

import { html } from "../ui.js";
import { Button } from "./button.js";
import { Callout } from "./callout.js";
import { ErrorBox } from "./error-box.js";

/** @import { ApiProblem } from "../api/client.js" */

/** @param {{ error: ApiProblem, thing: string, onReload: () => void }} props `thing` was changed: "project" */
export function NotSaved({ error, thing, onReload }) {
  if (error.name !== "stale-version") {
    return html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The change is not saved" /></div>`;
  }
  return html`
    <div role="alert">
      <${Callout} tone="held" level=${3} title="Somebody else changed this ${thing} meanwhile"
        actions=${html`<${Button} small onClick=${onReload}>Show the newest<//>`}>
        <p>Nothing of yours is saved yet; what you typed stays here. Look at the newest, then save again.</p>
      <//>
    </div>
  `;
}
