/** The roles that a person gets in a project, to tick. */

import { Checkbox, FieldError } from "../../components/form.js";
import { PROJECT_ROLES } from "../../lib/projects.js";
import { html } from "../../ui.js";

/** @import { Role } from "../../api/types" */

/**
 * @param {{ id: string, value: readonly Role[], error?: string, onChange: (roles: Role[]) => void }} props
 */
export function RoleFields({ id, value, error, onChange }) {
  return html`
    <fieldset class="role-fields" id=${id}>
      <legend class="field__label">Roles</legend>
      ${PROJECT_ROLES.map(
        ({ role, word, hint }) => html`
          <${Checkbox} key=${role} id="${id}-${role}" label=${word} hint=${hint} checked=${value.includes(/** @type {Role} */ (role))}
            onChange=${(/** @type {boolean} */ ticked) =>
              onChange(
                /** @type {Role[]} */ (
                  ticked ? [...value, role] : value.filter((each) => each !== role)
                ),
              )} />
        `,
      )}
      ${error && html`<${FieldError} id="${id}-error">${error}<//>`}
    </fieldset>
  `;
}
