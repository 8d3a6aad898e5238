"""The calls about password and second factor in the words of OpenAPI."""

from typing import Any

from server.people.schema import CSRF_FAILED, json_answer, problem_answer

_BASE = "/_allauth/browser/v1/"
_TEXT = {"type": "string"}
_ANSWERED = {"type": "integer", "description": "The HTTP status once more."}


def add_operations(result: dict[str, Any], generator: Any, **_: Any) -> dict[str, Any]:  # noqa: ARG001
    """Put the library's calls into the schema; its views do not describe themselves."""
    schemas = result["components"]["schemas"]
    result["components"]["schemas"] = dict(sorted((schemas | _SCHEMAS).items()))
    paths = result["paths"] | {_BASE + path: item for path, item in _PATHS.items()}
    result["paths"] = dict(sorted(paths.items()))
    return result


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": "object", "properties": properties}
    return shape | ({"required": required.split()} if required else {})


def _in_data(shape: dict[str, Any]) -> dict[str, Any]:
    return _object("status data", status=_ANSWERED, data=shape)


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


_CREDENTIAL = {
    "type": "object",
    "additionalProperties": True,
    "description": "What `navigator.credentials` answers, as JSON. Source: WebAuthn, level 3",
}
_SCHEMAS: dict[str, Any] = {
    "SecondFactor": _object(
        "type created_at last_used_at",
        type={"type": "string", "enum": ["totp", "recovery_codes", "webauthn"]},
        created_at={"type": "number", "description": "Seconds since 1970."},
        last_used_at={"type": ["number", "null"]},
        id={"type": "integer", "description": "Of a passkey."},
        name={"type": "string", "description": "Of a passkey."},
        total_code_count={"type": "integer", "description": "Of recovery codes."},
        unused_code_count={"type": "integer", "description": "Of recovery codes."},
    ),
    "SecondFactors": _in_data({"type": "array", "items": _ref("SecondFactor")}),
    "SecondFactorAnswer": _in_data(_ref("SecondFactor")),
    "CodesAppBegun": _in_data(
        _object(
            "secret url picture",
            secret={"type": "string", "description": "To be typed where no picture can be read."},
            url={"type": "string", "description": "`otpauth://…`"},
            picture={"type": "string", "description": "The QR code: `data:image/svg+xml;base64,…`"},
        )
    ),
    "RecoveryCodes": _in_data(
        _object(
            "unused_codes",
            unused_codes={"type": "array", "items": _TEXT, "description": "Shown this once."},
        )
    ),
    "PasskeyCreation": _in_data(_object("creation_options", creation_options=_CREDENTIAL)),
    "PasskeyRequest": _in_data(_object("request_options", request_options=_CREDENTIAL)),
    "Done": _object("status", status=_ANSWERED),
    "Code": _object("code", code=_TEXT),
    "Password": _object("password", password={"type": "string", "format": "password"}),
    "NewPassword": _object(
        "current_password new_password",
        current_password={"type": "string", "format": "password"},
        new_password={"type": "string", "format": "password"},
    ),
    "Credential": _object("credential", credential=_CREDENTIAL),
    "NewPasskey": _object(
        "credential", name={"type": "string", "maxLength": 100}, credential=_CREDENTIAL
    ),
    "PasskeyName": _object(
        "id name", id={"type": "integer"}, name={"type": "string", "maxLength": 100}
    ),
    "Passkeys": _object(
        "authenticators", authenticators={"type": "array", "items": {"type": "integer"}}
    ),
}
_USER = {"id": 1, "display": "Ada Example", "username": "ada", "has_usable_password": True}
_AT = 1_772_625_600.0
_TOTP = {"type": "totp", "created_at": _AT, "last_used_at": None}
_PASSKEY = {"type": "webauthn", "created_at": _AT, "last_used_at": None, "id": 7, "name": "laptop"}
_CODES = {"type": "recovery_codes", "created_at": _AT, "last_used_at": None}
_COUNTS = {"total_code_count": 10, "unused_code_count": 9}
_REQUEST = {"challenge": "q2V0…", "rpId": "jobs.example.org", "userVerification": "required"}
_CREATION = {
    "challenge": "q2V0…",
    "rp": {"id": "jobs.example.org", "name": "Job server"},
    "user": {"id": "MQ", "name": "ada", "displayName": "Ada Example"},
    "pubKeyCredParams": [{"type": "public-key", "alg": -7}],
}
_EXAMPLES: dict[str, Any] = {
    "SignInAnswerOut": {"data": {"user": _USER}, "meta": {"is_authenticated": True}},
    "SecondFactors": {"data": [_TOTP, _PASSKEY, _CODES | _COUNTS]},
    "SecondFactorAnswer": {"data": _PASSKEY},
    "CodesAppBegun": {
        "data": {
            "secret": "JBSWY3DPEHPK3PXP",
            "url": "otpauth://totp/ada?secret=JBSWY3DPEHPK3PXP&issuer=Job%20server",
            "picture": "data:image/svg+xml;base64,PHN2Zy…",
        }
    },
    "RecoveryCodes": {"data": _CODES | _COUNTS | {"unused_codes": ["12345678", "87654321"]}},
    "PasskeyCreation": {"data": {"creation_options": {"publicKey": _CREATION}}},
    "PasskeyRequest": {"data": {"request_options": {"publicKey": _REQUEST}}},
    "Done": {},
}


def _good(shape: str, description: str) -> dict[str, Any]:
    """An answer with status 200, and an example of it."""
    return json_answer(shape, description, example={"status": 200} | _EXAMPLES[shape])


_WRONG = json_answer("SignInErrorOut", "Wrong, used before, or not in the right form.")
_SIGNED_IN = _good("SignInAnswerOut", "Signed in.")
_NO_STEP = json_answer("SignInAnswerOut", "No sign-in waits for a second step; begin again.")
_WHO = json_answer(
    "SignInAnswerOut",
    "Nobody is signed in, or (`meta.is_authenticated`) the password must be said again.",
)
_THROTTLED = problem_answer("`throttled`: tried too often; `Retry-After` says how long.")
_NO_PASSWORD = problem_answer("`conflict`: the account has no password, or has this already.")


def _operation(
    name: str,
    summary: str,
    answer: dict[str, Any],
    *,
    about: str = "",
    body: str = "",
    example: dict[str, Any] | None = None,
    **others: dict[str, Any],
) -> dict[str, Any]:
    """`others` are answers by status, as `s401`."""
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "tags": ["second factor"],
        "responses": {"200": answer}
        | {status.removeprefix("s"): other for status, other in sorted(others.items())},
    }
    if about:
        operation["description"] = about
    if body:
        content: dict[str, Any] = {"schema": _ref(body)}
        if example:
            content["examples"] = {"example": {"value": example}}
        operation["requestBody"] = {"required": True, "content": {"application/json": content}}
    return operation


_PATHS: dict[str, Any] = {
    "auth/reauthenticate": {
        "post": _operation(
            "confirmPassword",
            "Say the password again",
            _good("SignInAnswerOut", "Said; good for five minutes in this session."),
            about="Before second factors are changed.",
            body="Password",
            example={"password": "correct horse"},
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
            s429=_THROTTLED,
        )
    },
    "auth/2fa/authenticate": {
        "post": _operation(
            "signInByCode",
            "Second step: a code",
            _SIGNED_IN,
            about="A code of the app or a recovery code, after a password or GitHub was right.",
            body="Code",
            example={"code": "123456"},
            s400=_WRONG,
            s401=_NO_STEP,
            s403=CSRF_FAILED,
            s429=_THROTTLED,
        )
    },
    "auth/webauthn/authenticate": {
        "get": _operation(
            "beginPasskeyStep",
            "Begin the second step by a passkey",
            _good("PasskeyRequest", "For `navigator.credentials.get`."),
            s401=_NO_STEP,
        ),
        "post": _operation(
            "finishPasskeyStep",
            "Second step: a passkey",
            _SIGNED_IN,
            body="Credential",
            s400=_WRONG,
            s401=_NO_STEP,
            s403=CSRF_FAILED,
            s429=_THROTTLED,
        ),
    },
    "auth/webauthn/login": {
        "get": _operation(
            "beginPasskeySignIn",
            "Begin to sign in by a passkey",
            _good("PasskeyRequest", "For `navigator.credentials.get`."),
        ),
        "post": _operation(
            "finishPasskeySignIn",
            "Sign in by a passkey",
            _SIGNED_IN,
            about="Device and PIN or finger are two factors already; no second step follows.",
            body="Credential",
            s400=_WRONG,
            s403=CSRF_FAILED,
            s409=json_answer("SignInAnswerOut", "Somebody is signed in already."),
            s429=_THROTTLED,
        ),
    },
    "account/password/change": {
        "post": _operation(
            "changePassword",
            "Change the password",
            _good("SignInAnswerOut", "Changed; every other session of the person ended."),
            body="NewPassword",
            example={"current_password": "correct horse", "new_password": "battery staple 7"},
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
            s409=_NO_PASSWORD,
            s429=_THROTTLED,
        )
    },
    "account/authenticators": {
        "get": _operation(
            "listSecondFactors",
            "My second factors",
            _good("SecondFactors", "What I have."),
            s401=_WHO,
        )
    },
    "account/authenticators/totp": {
        "get": _operation(
            "beginCodesApp",
            "Begin to add an app for codes",
            _good("CodesAppBegun", "A fresh secret, for this session alone."),
            s401=_WHO,
            s409=_NO_PASSWORD,
        ),
        "post": _operation(
            "addCodesApp",
            "Add the app, by its first code",
            _good("SecondFactorAnswer", "Added."),
            body="Code",
            example={"code": "123456"},
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
            s409=_NO_PASSWORD,
            s429=_THROTTLED,
        ),
        "delete": _operation(
            "removeCodesApp",
            "Remove the app",
            _good("Done", "Removed; the recovery codes too, if it was the last factor."),
            s401=_WHO,
            s403=CSRF_FAILED,
            s404=problem_answer("`not-found`: there is none."),
        ),
    },
    "account/authenticators/recovery-codes": {
        "post": _operation(
            "makeRecoveryCodes",
            "Make new recovery codes",
            _good("RecoveryCodes", "Made; those before are worth nothing."),
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
        )
    },
    "account/authenticators/webauthn": {
        "get": _operation(
            "beginPasskey",
            "Begin to add a passkey",
            _good("PasskeyCreation", "For `navigator.credentials.create`."),
            s401=_WHO,
            s409=_NO_PASSWORD,
        )
        | {
            "parameters": [
                {
                    "name": "passwordless",
                    "in": "query",
                    "schema": {"type": "boolean"},
                    "description": "That it shall sign in without the password too.",
                }
            ]
        },
        "post": _operation(
            "addPasskey",
            "Add a passkey",
            _good("SecondFactorAnswer", "Added."),
            body="NewPasskey",
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
            s409=_NO_PASSWORD,
            s429=_THROTTLED,
        ),
        "put": _operation(
            "renamePasskey",
            "Call a passkey something else",
            _good("SecondFactorAnswer", "Renamed."),
            body="PasskeyName",
            example={"id": 7, "name": "key ring"},
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
        ),
        "delete": _operation(
            "removePasskeys",
            "Remove passkeys",
            _good("Done", "Removed; the recovery codes too, if none is left."),
            body="Passkeys",
            example={"authenticators": [7]},
            s400=_WRONG,
            s401=_WHO,
            s403=CSRF_FAILED,
        ),
    },
}
