/** Loads the reader's account for a part that shows and changes it. */

import { getAccount } from "../../api/account.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { ComponentType } from "../../ui" */
/** @import { OwnAccount } from "../../api/types" */

/**
 * @typedef {{
 *   account: OwnAccount, onChange: (account: OwnAccount) => void, onReload: () => Promise<void>
 * }} AccountProps
 *
 * @param {{ show: ComponentType<AccountProps> }} props
 */
export function WithAccount({ show: Show }) {
  const { data, error, refresh, set } = useResource(getAccount, [], { live: ["record:user"] });
  if (data.value) {
    return html`<${Show} account=${data.value} onChange=${set} onReload=${refresh} />`;
  }
  return error.value
    ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`
    : html`<${Loading} />`;
}
