"""The table of every problem that /api/v3/ answers; its page is `/problems/NAME`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of problem: `type` is `/problems/NAME`, `status` its usual HTTP status."""

    name: str
    status: int
    title: str
    meaning: str
    what_to_do: str


def _table(*types: ProblemType) -> dict[str, ProblemType]:
    return {each.name: each for each in types}


P = ProblemType
PROBLEM_TYPES = _table(
    P(
        "malformed-request",
        400,
        "The request cannot be read",
        "The body is not JSON, or the address has a part that cannot be read.",
        "Send a JSON body with Content-Type application/json and check the address.",
    ),
    P(
        "validation-failed",
        400,
        "Some values cannot be used",
        "Values are missing, have the wrong form or name something that does not exist.",
        "Each entry of errors points at a value and says what is wrong with it.",
    ),
    P(
        "not-signed-in",
        401,
        "You are not signed in",
        "This needs a person: a session or a personal token.",
        "Sign in, or send Authorization: Bearer with a personal token.",
    ),
    P(
        "invalid-token",
        401,
        "The token is not accepted",
        "The personal token is mistyped, unknown, expired or revoked.",
        "Make a new token on the tokens page.",
    ),
    P(
        "forbidden",
        403,
        "You may not do this",
        "You may see this but not change it.",
        "The detail says who can do it or give you the permission.",
    ),
    P(
        "scope-missing",
        403,
        "The token was not made for this",
        "Personal tokens are made for some uses alone: read, run, write.",
        "Make a token with the scope that the detail names.",
    ),
    P(
        "viewing-as",
        403,
        "You are viewing as somebody else",
        "While you see the service as another person does, nothing can be changed.",
        "End the view at the top of the page, then try again as yourself.",
    ),
    P(
        "account-disabled",
        403,
        "This account is switched off",
        "You are who you say, but the people who run this service have switched the account off.",
        "Ask them, if you think that it should be open.",
    ),
    P(
        "account-closed",
        403,
        "This account is closed",
        "A closed account does not open again.",
        "Ask the people who run this service for a new one.",
    ),
    P(
        "csrf-failed",
        403,
        "The request did not come from a page of this service",
        "A change by session needs the header X-CSRFToken with the value of the cookie csrftoken.",
        "Reload the page and try again.",
    ),
    P(
        "not-found",
        404,
        "There is nothing here",
        "The address leads nowhere, or you may not know what is there.",
        "Check the address. Signing in may show more.",
    ),
    P(
        "method-not-allowed",
        405,
        "The method is not offered here",
        "The address exists but does not take this method.",
        "The header Allow lists the methods.",
    ),
    P(
        "not-acceptable",
        406,
        "The answer cannot have that form",
        "The header Accept leaves out JSON, the only form there is.",
        "Accept application/json.",
    ),
    P(
        "conflict",
        409,
        "Something stands in the way",
        "The state of the object does not allow this.",
        "The detail says what stands in the way.",
    ),
    P(
        "last-administrator",
        409,
        "Somebody has to stay Administrator",
        "The change would leave nobody who can give every role.",
        "Make somebody else Administrator first.",
    ),
    P(
        "ambiguous-identifier",
        409,
        "Several jobs have this identifier",
        "Job identifiers are unique within a request, not over all of them.",
        "Choose one of matches.",
    ),
    P(
        "nothing-to-do",
        409,
        "There is nothing to run",
        "Every action that was asked for has succeeded already or is about to run.",
        "Choose an action by name to run it again, or ask for what it needs to run again too.",
    ),
    P(
        "already-finished",
        409,
        "The run has finished",
        "No job is left to stop.",
        "Nothing; look at the jobs for how they ended.",
    ),
    P(
        "workspace-archived",
        409,
        "The workspace is archived",
        "An archived workspace keeps its history and takes no new runs.",
        "Unarchive it, or use another workspace.",
    ),
    P(
        "backend-not-available",
        409,
        "The backend takes no new runs",
        "The backend is switched off, or its operators let it take no new runs for a while.",
        "Choose another backend or ask its operators.",
    ),
    P(
        "too-many-unfinished",
        409,
        "You have too many unfinished runs",
        "This installation limits how many unfinished runs a person has at a time.",
        "Wait for one to finish, or cancel one.",
    ),
    P(
        "already-signed-off",
        409,
        "It is signed off already",
        "A workspace or repository is signed off once, and stays so.",
        "Nothing needs to be done.",
    ),
    P(
        "not-yet-signed-off",
        409,
        "Something has to be signed off first",
        "A repository is signed off after all its workspaces, and by staff after a researcher.",
        "The detail names what is missing.",
    ),
    P(
        "stale-version",
        412,
        "Somebody else changed this",
        "The object has changed since you read it; nothing was overwritten.",
        "Read it again, then repeat the change.",
    ),
    P(
        "body-too-large",
        413,
        "The body is too large",
        "Bodies have a limit; this one is above it.",
        "Send less at once.",
    ),
    P(
        "unsupported-media-type",
        415,
        "The body has a form that is not read here",
        "Bodies are read as JSON only.",
        "Send Content-Type application/json.",
    ),
    P(
        "idempotency-key-reused",
        422,
        "The Idempotency-Key was used for something else",
        "The same key came before with another body.",
        "Use a new key for a new request.",
    ),
    P(
        "repo-not-found",
        422,
        "The repository was not found",
        "The git host knows no such repository, or it is private and not shared with this service.",
        "Check its address, or give the service access to it.",
    ),
    P(
        "branch-not-found",
        422,
        "The branch was not found",
        "The repository has no branch of this name any more.",
        "Push the branch again, or make a workspace on another branch.",
    ),
    P(
        "commit-not-found",
        422,
        "The commit was not found",
        "The repository has no commit that begins like this.",
        "Check the commit; it must have been pushed.",
    ),
    P(
        "project-yaml-missing",
        422,
        "project.yaml was not found",
        "The commit has no file project.yaml at its top.",
        "Add the file, commit and push.",
    ),
    P(
        "project-yaml-too-large",
        422,
        "project.yaml is too large",
        "The file is larger than this service reads.",
        "Make the file smaller, commit and push.",
    ),
    P(
        "pipeline-has-problems",
        422,
        "project.yaml has problems",
        "Nothing can run until they are mended.",
        "Each entry of problems names a line and says how to mend it.",
    ),
    P(
        "codelists-incomplete",
        422,
        "The codelists are incomplete",
        "The folder codelists has not both codelists.txt and codelists.json.",
        "Run opensafely codelists update, commit and push, then use the new commit.",
    ),
    P(
        "version-required",
        428,
        "The edit needs a version",
        "Edits carry If-Match with the ETag of what was read, so that none overwrites another.",
        "Read the object, then send its ETag as If-Match.",
    ),
    P(
        "throttled",
        429,
        "Too many tries",
        "This was tried too often in a short time.",
        "Wait as long as Retry-After says.",
    ),
    P(
        "internal-error",
        500,
        "Something went wrong here",
        "The fault is ours and is on record under the instance given.",
        "Try again; if it stays, tell the operators the instance.",
    ),
    P(
        "git-host-unavailable",
        503,
        "The git host did not answer",
        "GitHub, or the host in its place, cannot be reached or answers with errors.",
        "Try again in a minute. What you typed is kept.",
    ),
    P(
        "storage-unavailable",
        503,
        "Files cannot be read or kept",
        "The place where this service keeps files does not answer.",
        "Try again in a minute; if it stays, tell the operators.",
    ),
    P(
        "git-rate-limited",
        503,
        "The git host wants a pause",
        "This service has used up its calls to the git host for now.",
        "Try again at the time given in retry_at.",
    ),
)
