"""The library's forms with what we hold typed values to."""

from allauth.headless.internal.restkit import inputs
from allauth.headless.mfa import inputs as library
from allauth.mfa.adapter import get_adapter

from server.people import services


class CodeInput(library.AuthenticateInput):
    """A code of the app, or a recovery code; each counts once."""

    def clean_code(self) -> str:
        """The code, used up.

        Raises:
            ValidationError: it is none of this person's, or was used before.
        """
        code: str = super().clean_code()
        if not services.claim_code(self.authenticator, code=code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AddPasskeyInput(library.AddWebAuthnInput):
    """A new passkey; its name is at most as long as one that is changed later."""

    name = inputs.CharField(required=False, max_length=100)
