/** Finds what an old link names: the workspace, or else the project, or else the organisation. */

import { getOrg } from "../../api/orgs.js";
import { getProject } from "../../api/projects.js";
import { getWorkspace } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { paths } from "../../lib/paths.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html, useEffect } from "../../ui.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { PageProps } from "../../router.js" */
/** @import { LoadOptions } from "../../state/resource.js" */

/**
 * @param {string} name
 * @param {LoadOptions} options
 */
async function findPath(name, options) {
  const found =
    (await orNull(getWorkspace(name, options))) ?? (await orNull(getProject(name, options)));
  if (found === null) return paths.org((await getOrg(name, options)).slug);
  return "slug" in found ? paths.project(found.slug) : paths.workspace(found.name);
}

/**
 * @template T
 * @param {Promise<T>} asked
 * @returns {Promise<T | null>} null where it is not there
 */
async function orNull(asked) {
  try {
    return await asked;
  } catch (problem) {
    if (/** @type {ApiProblem} */ (problem).status !== 404) throw problem;
    return null;
  }
}

/** @param {PageProps} props */
export default function NameLookupPage({ params }) {
  const { data, error, refresh } = useResource((options) => findPath(params.name, options));
  const path = data.value;
  useEffect(() => {
    if (path) navigate(path, { replace: true });
  }, [path]);

  return html`
    <${PageHead} title=${params.name} trail=${[{ label: "Workspaces", href: paths.workspaces() }]} />
    ${
      error.value
        ? html`<${ErrorBox} error=${error.value} title=${error.value.status === 404 ? `There is no workspace, project or organisation ${params.name}` : undefined}
            onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
            actions=${html`<${Button} small href=${paths.workspaces({ search: params.name })}>Search workspaces<//>`} />`
        : html`<${Loading} />`
    }
  `;
}
