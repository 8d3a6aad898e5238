/** One person, as everybody sees them: the name and the projects. */

import { getUser } from "../../api/users.js";
import { Button } from "../../components/button.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { rolesInWords } from "../../lib/projects.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { PageProps } from "../../router.js" */

const TRAIL = [{ label: "People", href: paths.users() }];

/** @param {PageProps} props */
export default function UserPage({ params: { username } }) {
  const { data, error, refresh } = useResource((options) => getUser(username, options), [], {
    live: ["record:user", "record:project"],
  });
  const person = data.value;
  if (!person) {
    return html`
      <${PageHead} title=${username} trail=${TRAIL} />
      ${error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />` : html`<${Loading} />`}
    `;
  }
  const { name, projects, account } = person;
  return html`
    <${PageHead} title=${name} trail=${TRAIL}
      facts=${[{ key: "username", icon: "person", content: html`<span class="mono break-anywhere">${person.username}</span>` }]}
      actions=${html`
        ${account && html`<${Button} href=${paths.staffUser(person.username)}>Account, for staff<//>`}
        <${Button} href=${paths.requests({ user: person.username })}>Requests<//>
      `} />
    <${Sheet} title="Projects" count=${projects.length || null} padded=${projects.length > 0}>
      ${
        projects.length
          ? html`<ul class="staff-list">
              ${projects.map(
                ({ slug, name: title, roles }) =>
                  html`<li key=${slug}><a href=${paths.project(slug)}>${title}</a> <span class="muted">${rolesInWords(roles)}</span></li>`,
              )}
            </ul>`
          : html`<${Empty} title="No projects">Projects stand here once ${name} is a member of one.<//>`
      }
    <//>
  `;
}
