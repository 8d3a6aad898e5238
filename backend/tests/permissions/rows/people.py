"""Who one is, and what one's scripts sign in with."""

from tests.permissions.rules import Event, Row, anyone, oneself, signed_in

ROWS = [
    Row("GET", "/api/v3/session", anyone),
    Row("GET", "/api/v3/tokens", signed_in, only_session=True, note="one's own"),
    Row(
        "POST",
        "/api/v3/tokens",
        signed_in,
        body=lambda w: {"name": "weekly export", "scopes": ["read"]},
        ok=201,
        only_session=True,
        leaves=Event("personal_token.created", "personal_token", lambda w, a: a["id"]),
    ),
    Row(
        "DELETE",
        "/api/v3/tokens/{pk}",
        oneself,
        names=lambda w: {"pk": w.token_of_subject.pk},
        ok=204,
        refused=404,
        only_session=True,
        leaves=Event(
            "personal_token.revoked", "personal_token", lambda w, a: w.token_of_subject.pk
        ),
    ),
]
