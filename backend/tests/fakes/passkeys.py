"""An authenticator in software: makes a passkey and signs with it, as a browser hands it on."""

import hashlib
import json
import os
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    """One key for one site; `origin` is where the browser stands."""

    origin: str = "https://jobs.example.org"
    site: str = "jobs.example.org"
    is_verified: bool = True
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential_id: bytes = field(default_factory=lambda: os.urandom(16))
    user_handle: str = ""

    def register(self, creation_options: Any) -> dict[str, Any]:
        """What `navigator.credentials.create` answers, as JSON."""
        options = creation_options["publicKey"]
        self.user_handle = options["user"]["id"]
        client = self._client_data("webauthn.create", options["challenge"])
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        attested = bytes(16) + struct.pack(">H", 16) + self.credential_id + public
        data = self._authenticator_data(_ATTESTED) + attested
        statement = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._credential(clientDataJSON=_text(client), attestationObject=_text(statement))

    def sign(self, request_options: Any) -> dict[str, Any]:
        """What `navigator.credentials.get` answers, as JSON."""
        options = request_options["publicKey"]
        client = self._client_data("webauthn.get", options["challenge"])
        data = self._authenticator_data(0)
        signed = data + hashlib.sha256(client).digest()
        return self._credential(
            clientDataJSON=_text(client),
            authenticatorData=_text(data),
            signature=_text(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
            userHandle=self.user_handle,
        )

    def _client_data(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _authenticator_data(self, more: int) -> bytes:
        flags = _PRESENT | (_VERIFIED if self.is_verified else 0) | more
        return hashlib.sha256(self.site.encode()).digest() + struct.pack(">BI", flags, 0)

    def _credential(self, **response: str) -> dict[str, Any]:
        identifier = _text(self.credential_id)
        return {
            "id": identifier,
            "rawId": identifier,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {"credProps": {"rk": True}},
        }


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def bytes_of(text: str) -> bytes:
    """The bytes of one member of a credential."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
