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
    result["paths"] |= {
        "/_allauth/browser/v1/auth/login": {"post": _SIGN_IN},
        "/_allauth/browser/v1/auth/session": {"get": _GET_SESSION, "delete": _SIGN_OUT},
    }
    result["paths"] = dict(sorted(result["paths"].items()))
    result["components"]["schemas"] = dict(sorted(schemas.items()))
    return result


def _json(schema: str, description: str, *, form: str = "application/json") -> dict[str, Any]:
    return {
        "description": description,
        "content": {form: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _problem(description: str) -> dict[str, Any]:
    return _json("Problem", description, form="application/problem+json")


_CSRF_FAILED = _problem("`csrf-failed`: the header `X-CSRFToken` is missing or wrong.")
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
        "meta": {"type": "object", "properties": {"is_authenticated": {"type": "boolean"}}},
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
        "200": _json("SignInAnswerOut", "Signed in; the session is in the cookie `sessionid`."),
        "400": _json("SignInErrorOut", "The user name or the password is wrong or missing."),
        "403": _CSRF_FAILED,
        "409": _json("SignInAnswerOut", "Somebody is signed in already."),
        "429": _problem("`throttled`: too many wrong passwords; `Retry-After` says how long."),
    },
}
_GET_SESSION: dict[str, Any] = {
    "operationId": "getSignInSession",
    "summary": "Who is signed in, as the sign-in library says it",
    "description": "Pages ask `/api/v3/session` instead, which also says what the person may do.",
    "tags": _TAGS,
    "responses": {
        "200": _json("SignInAnswerOut", "Somebody is signed in."),
        "401": _json("SignInAnswerOut", "Nobody is signed in."),
    },
}
_SIGN_OUT: dict[str, Any] = {
    "operationId": "signOut",
    "summary": "Sign out",
    "description": "Ends the session. The answer is 401, which says that nobody is signed in.",
    "tags": _TAGS,
    "responses": {
        "401": _json("SignInAnswerOut", "Signed out."),
        "403": _CSRF_FAILED,
    },
}
