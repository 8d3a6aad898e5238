"""How callers are recognised and how they sign in, in the words of OpenAPI."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema


class SessionScheme(OpenApiAuthenticationExtension):
    """The session cookie of the pages."""

    target_class = "server.people.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:  # noqa: ARG002
        """A cookie; changes need the CSRF token as well."""
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": (
                "The session of a signed-in person. Requests that change something also carry the "
                "header `X-CSRFToken` with the value of the cookie `csrftoken`."
            ),
        }


class PersonalTokenScheme(OpenApiAuthenticationExtension):
    """The personal token of a script."""

    target_class = "server.people.authentication.PersonalTokenAuthentication"
    name = "personalToken"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:  # noqa: ARG002
        """A bearer token."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A personal token, `osj_user_…`, made on the tokens page.",
        }


def add_sign_in_operations(result: dict[str, Any], generator: Any, **_: Any) -> dict[str, Any]:  # noqa: ARG001
    """Put the sign-in library's calls into the schema; its views do not describe themselves."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas |= {"SignIn": _CREDENTIALS, "SignInAnswerOut": _ANSWER, "SignInErrorOut": _ERROR}
    schemas |= {"GitHubStart": _GITHUB_FORM}
    result["paths"] |= {
        "/_allauth/browser/v1/auth/login": {"post": _SIGN_IN},
        "/_allauth/browser/v1/auth/session": {"get": _GET_SESSION, "delete": _SIGN_OUT},
        "/_allauth/browser/v1/auth/provider/redirect": {"post": _START_GITHUB},
        "/accounts/github/login/callback/": {"get": _FINISH_GITHUB},
    }
    result["paths"] = dict(sorted(result["paths"].items()))
    result["components"]["schemas"] = dict(sorted(schemas.items()))
    return result


def json_answer(
    schema: str,
    description: str,
    *,
    example: dict[str, Any] | None = None,
    form: str = "application/json",
) -> dict[str, Any]:
    """One answer, or its `form`, of a shape among the schemas."""
    content: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    if example:
        content["examples"] = {schema: {"value": example}}
    return {"description": description, "content": {form: content}}


def problem_answer(description: str) -> dict[str, Any]:
    """One answer that is a problem."""
    return json_answer("Problem", description, form="application/problem+json")


CSRF_FAILED = problem_answer("`csrf-failed`: the header `X-CSRFToken` is missing or wrong.")
_CREDENTIALS: dict[str, Any] = {
    "type": "object",
    "properties": {
        "username": {"type": "string"},
        "password": {"type": "string", "format": "password"},
    },
    "required": ["username", "password"],
}
_ANSWER: dict[str, Any] = {
    "type": "object",
    "description": "Whether somebody is signed in, and who, in the sign-in library's form.",
    "properties": {
        "status": {"type": "integer"},
        "data": {
            "type": "object",
            "properties": {
                "user": {
                    "type": "object",
                    "properties": {
                        "id": {"type": "integer"},
                        "display": {"type": "string"},
                        "username": {"type": "string"},
                        "email": {"type": "string"},
                        "has_usable_password": {"type": "boolean"},
                    },
                },
            },
        },
        "meta": {
            "type": "object",
            "properties": {"is_authenticated": {"type": ["boolean", "null"]}},
        },
    },
    "required": ["status"],
}
_ERROR: dict[str, Any] = {
    "type": "object",
    "properties": {
        "status": {"type": "integer"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "message": {"type": "string"},
                    "code": {"type": "string"},
                    "param": {"type": "string", "description": "The member it is about."},
                },
                "required": ["message", "code"],
            },
        },
    },
    "required": ["status", "errors"],
}
_SIGNED_IN: dict[str, Any] = {
    "status": 200,
    "data": {
        "user": {
            "id": 7,
            "display": "ada",
            "username": "ada",
            "email": "ada@example.org",
            "has_usable_password": True,
        },
    },
    "meta": {"is_authenticated": True},
}
_SIGNED_OUT: dict[str, Any] = {"status": 401, "data": {}, "meta": {"is_authenticated": False}}
_WRONG_PASSWORD: dict[str, Any] = {
    "status": 400,
    "errors": [
        {
            "message": "The username and/or password you specified are not correct.",
            "code": "username_password_mismatch",
            "param": "password",
        }
    ],
}
_TAGS = ["session"]
_SIGN_IN: dict[str, Any] = {
    "operationId": "signIn",
    "summary": "Sign in",
    "description": (
        "Sign in by user name and password. After five wrong passwords in five minutes for one "
        "user name, or thirty from one address, the answer is 429 until the time that it names."
    ),
    "tags": _TAGS,
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {"$ref": "#/components/schemas/SignIn"},
                "examples": {"ada": {"value": {"username": "ada", "password": "correct horse"}}},
            }
        },
    },
    "responses": {
        "200": json_answer(
            "SignInAnswerOut",
            "Signed in; the session is in the cookie `sessionid`.",
            example=_SIGNED_IN,
        ),
        "400": json_answer(
            "SignInErrorOut",
            "The user name or the password is wrong or missing.",
            example=_WRONG_PASSWORD,
        ),
        "403": CSRF_FAILED,
        "409": json_answer("SignInAnswerOut", "Somebody is signed in already."),
        "429": problem_answer(
            "`throttled`: too many wrong passwords; `Retry-After` says how long."
        ),
    },
}
_GET_SESSION: dict[str, Any] = {
    "operationId": "getSignInSession",
    "summary": "Who is signed in, as the sign-in library says it",
    "description": "Pages ask `/api/v3/session` instead, which also says what the person may do.",
    "tags": _TAGS,
    "responses": {
        "200": json_answer("SignInAnswerOut", "Somebody is signed in.", example=_SIGNED_IN),
        "401": json_answer("SignInAnswerOut", "Nobody is signed in.", example=_SIGNED_OUT),
    },
}
_SIGN_OUT: dict[str, Any] = {
    "operationId": "signOut",
    "summary": "Sign out",
    "description": "Ends the session. The answer is 401, which says that nobody is signed in.",
    "tags": _TAGS,
    "responses": {
        "401": json_answer("SignInAnswerOut", "Signed out.", example=_SIGNED_OUT),
        "403": CSRF_FAILED,
    },
}
_GITHUB_FORM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "provider": {"type": "string", "enum": ["github"]},
        "process": {"type": "string", "enum": ["login"]},
        "callback_url": {
            "type": "string",
            "description": "The path of this site to come back to: the sign-in page.",
        },
        "csrfmiddlewaretoken": {"type": "string", "description": "As in the cookie `csrftoken`."},
    },
    "required": ["provider", "process", "callback_url", "csrfmiddlewaretoken"],
}
_START_GITHUB: dict[str, Any] = {
    "operationId": "startGitHubSignIn",
    "summary": "Sign in by GitHub",
    "description": (
        "Posted by a form of the sign-in page, whose browser then follows to GitHub; a script "
        "cannot follow there. `session` says whether this way is on."
    ),
    "tags": _TAGS,
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {"$ref": "#/components/schemas/GitHubStart"}
            }
        },
    },
    "responses": {
        "302": {"description": "To GitHub, or back to the sign-in page with `error`."},
        "403": CSRF_FAILED,
    },
}
_FINISH_GITHUB: dict[str, Any] = {
    "operationId": "finishGitHubSignIn",
    "summary": "Where GitHub sends people back to",
    "description": (
        "Register this address with the OAuth app. It asks GitHub who the person is, signs in, "
        "and makes an account the first time. On failure `error` is one of denied, "
        "not-begun-here, github-silent, github-unreachable, github-failed, github-refused, "
        "account-disabled, account-closed, paused, not-offered."
    ),
    "tags": _TAGS,
    "parameters": [
        {"name": name, "in": "query", "schema": {"type": "string"}}
        for name in ("code", "state", "error")
    ],
    "responses": {"302": {"description": "To the sign-in page, which leads on."}},
}
